/**
 * Fills the short dips of a level and leaves its edges where they are. Of all windows of `length` values that hold a
 * value, it takes the one whose highest is lowest: grey-scale closing (J. Serra, "Image Analysis and Mathematical
 * Morphology", 1982). Nothing but the constructor allocates (`@audioThread`).
 */
export class LevelClosing {
  /** The value that was taken `length − 1` calls ago; before the first ones, 0. */
  value = 0;
  /** {@link value} without dips, so at least as high. */
  closed = 0;

  private readonly values: Float64Array;
  private readonly highest: Float64Array;
  private at = 0;

  /** @param length - values; 1 changes nothing. */
  constructor(length: number) {
    this.values = new Float64Array(length);
    this.highest = new Float64Array(length);
  }

  /** Takes the next value, not negative. */
  take(next: number): void {
    const { values, highest } = this;
    values[this.at] = next;
    let high = 0;
    for (let i = 0; i < values.length; i++) high = Math.max(high, values[i]!);
    highest[this.at] = high;
    this.at = this.at + 1 === values.length ? 0 : this.at + 1;
    let low = Infinity;
    for (let i = 0; i < highest.length; i++) low = Math.min(low, highest[i]!);
    this.value = values[this.at]!;
    this.closed = low;
  }

  /** Forgets all values. */
  reset(): void {
    this.values.fill(0);
    this.highest.fill(0);
    this.value = this.closed = this.at = 0;
  }
}
