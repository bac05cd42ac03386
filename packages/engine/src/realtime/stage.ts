import type { InsertRunner } from "../render/insert-runner.js";
import { isAudio } from "../render/is-audio.js";
import { QUANTUM } from "../shared/quantum.js";
import { Ring } from "../shared/ring.js";
import type { Wiring } from "./worker-api.js";

interface Wired {
  readonly input: Ring;
  readonly output: Ring;
  readonly sidechain: Ring | undefined;
  readonly at: number;
}

/**
 * One insert between two rings: processes every quantum (offline: every block) that waits in its input, in order. When it is rewired,
 * it goes over at the quantum named, so that a chain changes everywhere at the same place of the stream.
 */
export class Stage {
  readonly #runner: InsertRunner;
  #now: Wired | undefined;
  #next: Wired | undefined;
  #quantum = 0;
  readonly #silence = [new Float32Array(QUANTUM), new Float32Array(QUANTUM)];

  constructor(runner: InsertRunner) {
    this.#runner = runner;
  }

  get wired(): boolean {
    return this.#now !== undefined || this.#next !== undefined;
  }

  get failed(): boolean {
    return this.#runner.failed;
  }

  get error(): unknown {
    return this.#runner.error;
  }

  /** Goes over to other rings at `wiring.at`; `undefined` stops at once. */
  wire(wiring: Wiring | undefined): void {
    if (!wiring) {
      this.#now = undefined;
      this.#next = undefined;
      return;
    }
    const sidechain = wiring.sidechain && new Ring(wiring.sidechain);
    const next = { input: new Ring(wiring.input), output: new Ring(wiring.output), sidechain, at: wiring.at };
    if (this.#now && this.#quantum < next.at) {
      this.#next = next;
    } else {
      this.#now = next;
      this.#next = undefined;
      this.#quantum = next.at;
    }
  }

  /** Processes up to `most` quanta. @returns how many. */
  process(most: number): number {
    let done = 0;
    while (done < most) {
      if (this.#next && this.#quantum >= this.#next.at) {
        this.#now?.output.wake();
        this.#now = this.#next;
        this.#next = undefined;
      }
      const wired = this.#now;
      if (!wired) break;
      if (!this.#find(wired.input)) {
        if (this.#next === undefined || !hasStarted(this.#next)) break;
        // The stage before has gone over: what the old ring lacks will never come.
        this.#quantum = this.#next.at;
        continue;
      }
      const quantum = this.#quantum;
      const { output, sidechain } = wired;
      // It was written before the quantum was sent on its way here.
      const heard = sidechain?.has(quantum) === true ? sidechain.slot(quantum) : undefined;
      output.open(quantum);
      this.#runner.process(quantum, this.#sound(wired.input, quantum), output.slot(quantum), heard);
      if (this.#runner.failed) return done;
      output.publish(quantum);
      this.#quantum = (quantum + 1) | 0;
      done += 1;
    }
    if (done > 0) this.#now?.output.wake();
    return done;
  }

  /** What is no audio is silence: the stage before is at fault, not this one. Offline it has ended all by then. */
  #sound(input: Ring, quantum: number): readonly Float32Array[] {
    const slot = input.slot(quantum);
    if (input.slotFrames !== QUANTUM) return slot;
    return isAudio(slot[0]) && isAudio(slot[1]) ? slot : this.#silence;
  }

  /**
   * Whether the next quantum is there. One that was overwritten, or never written because the stage before was
   * away, is passed over: what is late must not make all that follows late.
   */
  #find(input: Ring): boolean {
    // In this order: what the counter promises has its stamp already. The other way round, quanta that come between
    // the two looks would be taken for lost.
    const written = input.written();
    if (input.has(this.#quantum)) return true;
    const behind = (written - this.#quantum) | 0;
    if (behind <= 0) {
      // A counter or stamps that were no truth led past all that will come: back to where the stream is.
      if (behind < -input.capacity && ((written - (this.#now?.at ?? written)) | 0) > 0) this.#quantum = written;
      return false;
    }
    const last = this.#next ? this.#next.at : written;
    for (let quantum = this.#quantum + Math.max(1, behind - (input.capacity >> 1)); quantum < Math.min(written, last); quantum++) {
      if (input.has(quantum)) {
        this.#quantum = quantum;
        return true;
      }
    }
    return false;
  }
}

/** Whether the stage before writes to the new ring already. */
function hasStarted(next: Wired): boolean {
  return ((next.input.written() - next.at) | 0) > 0;
}
