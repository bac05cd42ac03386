import { OBSERVED, readoutLayout, type ReadoutPlace, type ReadoutSpecs } from "@headroom/sdk";
import { insertLayout } from "../shared/insert-memory.js";
import { QUANTUM } from "../shared/quantum.js";

/** Quanta over which readouts must stay where they are: 43 ms at 48 kHz. */
const REST_QUANTA = 16;
/** A readout that moves by less in that time is at rest, */
const REST_STEP = 1e-3;
/** and so is one below this: decibels that fall for ever tell nobody anything. */
const REST_FLOOR = -120;
/** Below the smallest normal number of a Float32 a sample counts as silence. */
const LEAST_NORMAL = 2 ** -126;

/** Whether all samples of a quantum are silence. @param from - its first frame. `@audioThread` */
export function isSilent(samples: Float32Array | undefined, from = 0): boolean {
  if (samples === undefined) return true;
  for (let i = from; i < from + QUANTUM; i++) {
    // NaN is no silence.
    if (!(Math.abs(samples[i] ?? 0) < LEAST_NORMAL)) return false;
  }
  return true;
}

/**
 * Decides when a processor need not be called: its input has been silent for longer than its latency and tail, its
 * output is silent, its readouts stand still and nobody looks at a series. `@audioThread` after construction.
 */
export class InsertSleep {
  /** Whether the next silent quantum may be left out. */
  asleep = false;
  readonly #sampleRate: number;
  readonly #levels: readonly ReadoutPlace[];
  readonly #series: readonly ReadoutPlace[];
  readonly #header: Int32Array;
  readonly #values: Float32Array;
  /** The levels as they were when the rest began. */
  readonly #before: Float32Array;
  #silentFrames = 0;
  #restQuanta = 0;
  /** How many looked at levels and curves, in sum, when that was last seen. */
  #observers = 0;

  /** @param memory - of the insert. */
  constructor(readouts: ReadoutSpecs, memory: ArrayBufferLike, sampleRate: number) {
    const { places, bytes } = readoutLayout(readouts);
    const { readouts: at } = insertLayout(readouts);
    this.#sampleRate = sampleRate;
    this.#levels = places.filter(({ id }) => readouts[id]?.kind !== "series");
    this.#series = places.filter(({ id }) => readouts[id]?.kind === "series");
    this.#header = new Int32Array(memory, at, bytes / 4);
    this.#values = new Float32Array(memory, at, bytes / 4);
    this.#before = new Float32Array(bytes / 4);
  }

  /** Whether this quantum may be left out. @param silent - whether all that the processor hears is silence. */
  holds(silent: boolean): boolean {
    if (!silent || (this.asleep && this.#isLookedAt())) this.wake();
    return this.asleep;
  }

  /** The processor must be called: it is to hear or to do something. */
  wake(): void {
    this.asleep = false;
    this.#restQuanta = 0;
  }

  /**
   * Takes note of a quantum that was processed.
   * @param latency - frames. @param tail - seconds; what is no number of 0 or more never ends.
   */
  note(silent: boolean, output: readonly Float32Array[], latency: number, tail: number | undefined): void {
    if (!silent) {
      this.#silentFrames = 0;
      this.#restQuanta = 0;
      return;
    }
    this.#silentFrames += QUANTUM;
    const still = tail !== undefined && tail >= 0 && this.#silentFrames > latency + tail * this.#sampleRate + QUANTUM;
    if (!still || !isSilent(output[0]) || !isSilent(output[1]) || this.#isObserved()) {
      this.#restQuanta = 0;
      return;
    }
    if (this.#restQuanta === 0) this.#remember();
    this.#restQuanta += 1;
    if (this.#restQuanta < REST_QUANTA) return;
    this.#isLookedAt();
    this.asleep = this.#areAtRest();
    this.#restQuanta = 0;
  }

  /** Somebody looks at a series, or looks anew at what is published once a change. */
  #isLookedAt(): boolean {
    let observers = 0;
    for (let i = 0; i < this.#levels.length; i++) observers += Atomics.load(this.#header, (this.#levels[i]?.word ?? 0) + OBSERVED);
    const isNew = observers > this.#observers;
    this.#observers = observers;
    return isNew || this.#isObserved();
  }

  #isObserved(): boolean {
    for (let i = 0; i < this.#series.length; i++) {
      const place = this.#series[i];
      if (place && Atomics.load(this.#header, place.word + OBSERVED) > 0) return true;
    }
    return false;
  }

  #remember(): void {
    this.#before.set(this.#values);
  }

  #areAtRest(): boolean {
    for (let i = 0; i < this.#levels.length; i++) {
      const place = this.#levels[i];
      if (!place) continue;
      for (let at = place.value; at < place.value + place.length; at++) {
        const now = this.#values[at] ?? 0;
        const before = this.#before[at] ?? 0;
        const moved = now !== before && !(Math.abs(now - before) < REST_STEP) && !(now < REST_FLOOR && before < REST_FLOOR);
        // Two that are no numbers are alike.
        if (moved && !(Number.isNaN(now) && Number.isNaN(before))) return false;
      }
    }
    return true;
  }
}
