/**
 * Counts what comes without being asked for. So many a second are allowed, and so many at once; more is a flood.
 * `@mainThread`
 */
export class FloodGuard {
  readonly #perSecond: number;
  readonly #burst: number;
  #left: number;
  #last = performance.now();

  constructor(perSecond: number, burst: number) {
    this.#perSecond = perSecond;
    this.#burst = burst;
    this.#left = burst;
  }

  /** Takes note of one. @returns whether it is still within what is allowed. */
  take(): boolean {
    const now = performance.now();
    this.#left = Math.min(this.#burst, this.#left + ((now - this.#last) / 1000) * this.#perSecond);
    this.#last = now;
    this.#left -= 1;
    return this.#left >= 0;
  }
}
