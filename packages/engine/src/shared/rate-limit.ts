/** Remarks of an insert that are told at once, and how often one more may follow. */
export const REMARK_BURST = 8;
export const REMARK_EVERY_MS = 2000;

/** Lets a few things through at once and then one now and then: for what must not flood. */
export class RateLimit {
  readonly #burst: number;
  readonly #everyMs: number;
  readonly #now: () => number;
  #tokens: number;
  #since: number;

  /** @param now - milliseconds. */
  constructor(burst: number, everyMs: number, now: () => number) {
    this.#burst = burst;
    this.#everyMs = everyMs;
    this.#now = now;
    this.#tokens = burst;
    this.#since = now();
  }

  /** Whether one more may pass. */
  pass(): boolean {
    const now = this.#now();
    const earned = Math.floor((now - this.#since) / this.#everyMs);
    if (earned > 0) {
      this.#tokens = Math.min(this.#burst, this.#tokens + earned);
      this.#since += earned * this.#everyMs;
    }
    if (this.#tokens < 1) return false;
    this.#tokens -= 1;
    return true;
  }
}
