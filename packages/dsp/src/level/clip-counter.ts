/**
 * Counts how often one channel went over: neighbouring frames at or above the limit are one clip. `@audioThread`
 */
export class ClipCounter {
  /** Clips since the last reset. */
  count = 0;

  private readonly limit: number;
  private over = false;

  /** @param limit - linear amplitude that counts as clipping. Default 1, digital full scale. */
  constructor(limit = 1) {
    this.limit = limit;
  }

  /** Takes frames `start`…`end − 1` of a buffer. */
  process(buffer: Float32Array, start: number, end: number): void {
    const { limit } = this;
    let { count, over } = this;
    for (let i = start; i < end; i++) {
      const clips = Math.abs(buffer[i]!) >= limit;
      if (clips && !over) count++;
      over = clips;
    }
    this.count = count;
    this.over = over;
  }

  reset(): void {
    this.count = 0;
    this.over = false;
  }
}
