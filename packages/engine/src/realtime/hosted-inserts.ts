import type { InsertRunner } from "../render/insert-runner.js";
import { InsertWord, insertWords } from "../shared/insert-memory.js";
import { WorkerWord } from "../shared/worker-memory.js";
import { Stage } from "./stage.js";
import type { Wiring } from "./worker-api.js";

/** Quanta of one insert before it is the next one's turn. */
const BATCH = 16;

interface Seat {
  readonly number: number;
  readonly runner: InsertRunner;
  readonly stage: Stage;
  readonly words: Int32Array;
  /** Whether its fault was told. */
  told: boolean;
}

/**
 * The inserts that share a worker, each at a numbered seat. While a plugin has the thread the worker's memory names its
 * seat, so that the host knows which one never gave it back.
 */
export class HostedInserts {
  readonly #now: () => number;
  #seats: readonly Seat[] = [];
  /** The worker's memory. */
  words: Int32Array | undefined;
  /** Seat for which a plugin is being loaded or asked: what it does outside the pump is its own doing too. */
  #busyWith = 0;

  constructor(now: () => number) {
    this.#now = now;
  }

  add(number: number, runner: InsertRunner, memory: ArrayBufferLike): void {
    this.remove(number);
    this.#seats = [...this.#seats, { number, runner, stage: new Stage(runner), words: insertWords(memory), told: false }];
  }

  /** Lets go of an insert at once. */
  remove(number: number): void {
    const seat = this.#seats.find((one) => one.number === number);
    if (!seat) return;
    this.#seats = this.#seats.filter((one) => one !== seat);
    this.attend(number, () => {
      seat.runner.release();
    });
  }

  /** Lets go of all without asking them: the worker ends. */
  clear(): void {
    this.#seats = [];
  }

  runner(number: number): InsertRunner | undefined {
    return this.#seats.find((seat) => seat.number === number)?.runner;
  }

  wire(number: number, wiring: Wiring | undefined): void {
    this.#seats.find((seat) => seat.number === number)?.stage.wire(wiring);
  }

  /** Whether there is anything to wait for. */
  get wired(): boolean {
    for (const { stage } of this.#seats) if (stage.wired) return true;
    return false;
  }

  /** Does something that calls a seat's plugin outside the stream. */
  attend<Result>(number: number, does: () => Result): Result {
    this.begin(number);
    try {
      return does();
    } finally {
      this.begin(0);
    }
  }

  /** A seat's plugin has the event loop from now on; 0: none. */
  begin(number: number): void {
    this.#busyWith = number;
    this.#point(number);
  }

  /** Gives each insert its turn. @param failed - called once for each that failed. @returns quanta that were processed. */
  process(failed: (number: number, error: unknown) => void): number {
    const seats = this.#seats;
    let done = 0;
    for (let i = 0; i < seats.length; i++) {
      const seat = seats[i] as Seat;
      if (seat.told || !seat.stage.wired) continue;
      this.#point(seat.number);
      const started = this.#now();
      const quanta = seat.stage.process(BATCH);
      if (quanta > 0) Atomics.add(seat.words, InsertWord.busy, Math.round((this.#now() - started) * 1000));
      done += quanta;
      if (!seat.stage.failed) continue;
      seat.told = true;
      failed(seat.number, seat.stage.error);
    }
    this.#point(this.#busyWith);
    return done;
  }

  #point(number: number): void {
    if (this.words) Atomics.store(this.words, WorkerWord.current, number);
  }
}
