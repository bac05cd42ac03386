/** State below this (−400 dB) becomes zero, long before it could reach the slow subnormal numbers. */
const SILENCE = 1e-20;

/**
 * Takes the constant part from one channel: a first-order high-pass, −3.01 dB at its corner, exactly 0 at 0 Hz, without
 * latency (bilinear transform of s/(s + 1)). `@audioThread`
 */
export class DcBlocker {
  private readonly gain: number;
  private readonly pole: number;
  private lastInput = 0;
  private lastOutput = 0;

  /**
   * @param sampleRate - Hz.
   * @param cornerHz - default 5, which turns 20 Hz by 14° and lowers it by 0.26 dB.
   */
  constructor(sampleRate: number, cornerHz = 5) {
    const k = Math.tan((Math.PI * cornerHz) / sampleRate);
    this.gain = 1 / (1 + k);
    this.pole = (1 - k) / (1 + k);
  }

  /**
   * Filters `frames` frames. `input` and `output` may be the same memory. A frame that is no finite number counts as
   * silence.
   */
  process(input: Float32Array, output: Float32Array, frames: number): void {
    const { gain, pole } = this;
    let { lastInput, lastOutput } = this;
    for (let i = 0; i < frames; i++) {
      const x = input[i]!;
      const finite = x - x === 0 ? x : 0;
      lastOutput = gain * (finite - lastInput) + pole * lastOutput;
      // In each frame, so that blocks may end anywhere.
      if (Math.abs(lastOutput) < SILENCE) lastOutput = 0;
      lastInput = finite;
      output[i] = lastOutput;
    }
    this.lastInput = lastInput;
    this.lastOutput = lastOutput;
  }

  /** Forgets all audio heard. */
  reset(): void {
    this.lastInput = this.lastOutput = 0;
  }
}
