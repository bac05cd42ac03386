/** Mean squares below this (−400 dB) read as silence. */
const SILENCE = 1e-40;

/**
 * Root mean square of one channel with exponential weighting: after a step the mean square has covered 63 % of its
 * way in one time constant. A sine of amplitude 1 reads 0.7071 (−3.01 dB). `@audioThread`
 */
export class RmsMeter {
  private readonly sampleRate: number;
  private share = 1;
  /** Of the mean square alone: a number in a field would be put in a new box at every call. */
  private readonly state = new Float64Array(1);

  /**
   * @param sampleRate - Hz.
   * @param timeConstantMs - above 0.
   */
  constructor(sampleRate: number, timeConstantMs: number) {
    this.sampleRate = sampleRate;
    this.setTimeConstant(timeConstantMs);
  }

  /** Mean square, linear. */
  get power(): number {
    return this.state[0]!;
  }

  /** Linear amplitude. */
  get rms(): number {
    return Math.sqrt(this.state[0]!);
  }

  setTimeConstant(timeConstantMs: number): void {
    this.share = 1 - Math.exp(-1000 / (timeConstantMs * this.sampleRate));
  }

  /** Takes frames `start`…`end − 1` of a buffer. A frame that is no finite number counts as silence. */
  process(buffer: Float32Array, start: number, end: number): void {
    const { share } = this;
    let meanSquare = this.state[0]!;
    for (let i = start; i < end; i++) {
      const x = buffer[i]!;
      const square = x * x;
      meanSquare += share * ((square < Infinity ? square : 0) - meanSquare);
    }
    this.state[0] = meanSquare < SILENCE ? 0 : meanSquare;
  }

  /** Forgets everything heard. */
  reset(): void {
    this.state[0] = 0;
  }
}
