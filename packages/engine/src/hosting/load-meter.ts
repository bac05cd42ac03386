import { ClockWord } from "../shared/engine-memory.js";

const WINDOW_MS = 1000;

/** Share of real time that the audio thread takes, over the last second. `@mainThread` */
export class LoadMeter {
  value = 0;
  readonly #clock: Int32Array;
  #busy = 0;
  #since = 0;

  constructor(clock: Int32Array) {
    this.#clock = clock;
  }

  look(now: number): void {
    if (now - this.#since < WINDOW_MS) return;
    const busy = Atomics.load(this.#clock, ClockWord.busyMs);
    if (this.#since > 0) this.value = Math.max(0, (busy - this.#busy) | 0) / (now - this.#since);
    this.#busy = busy;
    this.#since = now;
  }
}
