/** Powers below this (−400 dB) read as silence. */
const SILENCE = 1e-40;

/**
 * Correlation of two channels with exponential weighting: Σlr / √(Σl²·Σr²). 1 for the same signal on both, −1 for one
 * of opposite polarity, 0 for signals that have nothing in common and where a side is silent. `@audioThread`
 */
export class CorrelationMeter {
  private readonly sampleRate: number;
  private share = 1;
  /** Means of l², r² and l·r. */
  private readonly means = new Float64Array(3);

  /**
   * @param sampleRate - Hz.
   * @param timeConstantMs - above 0. Default 300.
   */
  constructor(sampleRate: number, timeConstantMs = 300) {
    this.sampleRate = sampleRate;
    this.setTimeConstant(timeConstantMs);
  }

  /** From −1 to 1. */
  get correlation(): number {
    const { means } = this;
    const powers = Math.sqrt(means[0]!) * Math.sqrt(means[1]!);
    return powers === 0 ? 0 : Math.max(-1, Math.min(1, means[2]! / powers));
  }

  setTimeConstant(timeConstantMs: number): void {
    this.share = 1 - Math.exp(-1000 / (timeConstantMs * this.sampleRate));
  }

  /** Takes frames `start`…`end − 1`. A frame that is no finite number on either side counts as silence on both. */
  process(left: Float32Array, right: Float32Array, start: number, end: number): void {
    const { share, means } = this;
    let leftPower = means[0]!;
    let rightPower = means[1]!;
    let common = means[2]!;
    for (let i = start; i < end; i++) {
      const l = left[i]!;
      const r = right[i]!;
      const finite = l - l === 0 && r - r === 0;
      leftPower += share * ((finite ? l * l : 0) - leftPower);
      rightPower += share * ((finite ? r * r : 0) - rightPower);
      common += share * ((finite ? l * r : 0) - common);
    }
    means[0] = leftPower < SILENCE ? 0 : leftPower;
    means[1] = rightPower < SILENCE ? 0 : rightPower;
    means[2] = Math.abs(common) < SILENCE ? 0 : common;
  }

  /** Forgets everything heard. */
  reset(): void {
    this.means.fill(0);
  }
}
