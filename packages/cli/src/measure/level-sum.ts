/** Sample peak, power and clipped samples of one channel, over any number of blocks. */
export class LevelSum {
  /** Highest amplitude, linear. */
  peak = 0;
  /** Sum of the squares. */
  squares = 0;
  /** Samples at or beyond full scale. */
  clipped = 0;
  /** Samples that are no finite number; they count as silence. */
  invalid = 0;

  readonly #highest: number;

  /** @param highest - the highest sample that the file's format can tell from one that is cut off. */
  constructor(highest: number) {
    this.#highest = highest;
  }

  /** Takes the first `frames` of a block. */
  process(samples: Float32Array, frames: number): void {
    let high = 0;
    let low = 0;
    // Two sums, since each addition waits for the one before.
    let even = 0;
    let odd = 0;
    const pairs = frames - (frames % 2);
    for (let i = 0; i < pairs; i += 2) {
      const x = samples[i] ?? 0;
      const y = samples[i + 1] ?? 0;
      even += x * x;
      odd += y * y;
      if (x > high) high = x;
      if (y > high) high = y;
      if (x < low) low = x;
      if (y < low) low = y;
    }
    const last = pairs < frames ? (samples[pairs] ?? 0) : 0;
    high = Math.max(high, last);
    low = Math.min(low, last);
    const squares = even + odd + last * last;
    if (!(squares < Infinity)) {
      this.#processFinite(samples, frames);
      return;
    }
    this.squares += squares;
    this.peak = Math.max(this.peak, high, -low);
    if (high >= this.#highest || low <= -1) this.#countClipped(samples, frames);
  }

  #countClipped(samples: Float32Array, frames: number): void {
    for (let i = 0; i < frames; i++) {
      const x = samples[i] ?? 0;
      if (x >= this.#highest || x <= -1) this.clipped++;
    }
  }

  #processFinite(samples: Float32Array, frames: number): void {
    for (let i = 0; i < frames; i++) {
      const x = samples[i] ?? 0;
      if (!Number.isFinite(x)) {
        this.invalid++;
        continue;
      }
      this.squares += x * x;
      this.peak = Math.max(this.peak, Math.abs(x));
      if (x >= this.#highest || x <= -1) this.clipped++;
    }
  }
}
