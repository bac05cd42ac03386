const MS_PER_SECOND = 1000;

/** Share of real time that something takes, from a counter of the time that it was busy. `@mainThread` */
export class LoadMeter {
  /** 0…1, over the last window. */
  value = 0;
  readonly #words: Int32Array;
  readonly #word: number;
  readonly #countsPerMs: number;
  readonly #windowMs: number;
  #busy = 0;
  #since = 0;

  /** @param word - index of the counter, which may run over. @param countsPerMs - how far it counts in a millisecond. */
  constructor(words: Int32Array, word: number, countsPerMs = 1, windowMs = MS_PER_SECOND) {
    this.#words = words;
    this.#word = word;
    this.#countsPerMs = countsPerMs;
    this.#windowMs = windowMs;
  }

  /** @param now - milliseconds. */
  look(now: number): void {
    if (now - this.#since < this.#windowMs) return;
    const busy = Atomics.load(this.#words, this.#word);
    if (this.#since > 0) this.value = Math.max(0, (busy - this.#busy) | 0) / this.#countsPerMs / (now - this.#since);
    this.#busy = busy;
    this.#since = now;
  }
}
