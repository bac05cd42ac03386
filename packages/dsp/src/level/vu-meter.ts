/** Undamped frequency in rad/s and damping: 99 % of a step in 300 ms, 1.3 % beyond it after. */
const OMEGA = 13.43;
const DAMPING = 0.81;
/** From the mean of a rectified sine to its root mean square, π/(2√2). */
const FORM_FACTOR = Math.PI / (2 * Math.SQRT2);
/** Positions below this (−400 dB) read as rest. */
const SILENCE = 1e-20;

/**
 * Volume indicator of one channel: the mean of the rectified signal through the ballistics of the needle of IEC 60268-17
 * (99 % of a steady tone in 300 ms, 1 to 1.5 % overshoot). A sine reads its root mean square; other signals read
 * what a VU meter shows of them. `@audioThread`
 */
export class VuMeter {
  private readonly dt: number;
  /** Position and velocity of the needle. */
  private readonly needle = new Float64Array(2);

  /** @param sampleRate - Hz. */
  constructor(sampleRate: number) {
    this.dt = 1 / sampleRate;
  }

  /** Linear amplitude, root mean square of a sine. */
  get amplitude(): number {
    return Math.max(0, this.needle[0]!);
  }

  /**
   * Reading in VU.
   * @param referenceDb - dBFS, root mean square of the sine that is to read 0 VU. Default −18.
   * @returns −∞ at rest.
   */
  readVu(referenceDb = -18): number {
    return 20 * Math.log10(this.amplitude) - referenceDb;
  }

  /** Takes frames `start`…`end − 1` of a buffer. A frame that is no finite number counts as silence. */
  process(buffer: Float32Array, start: number, end: number): void {
    const { dt, needle } = this;
    const pull = OMEGA * OMEGA * dt;
    const drag = 2 * DAMPING * OMEGA * dt;
    let position = needle[0]!;
    let velocity = needle[1]!;
    for (let i = start; i < end; i++) {
      const rectified = Math.abs(buffer[i]!) * FORM_FACTOR;
      velocity += pull * ((rectified < Infinity ? rectified : 0) - position) - drag * velocity;
      position += velocity * dt;
    }
    const rests = Math.abs(position) < SILENCE && Math.abs(velocity) < SILENCE;
    needle[0] = rests ? 0 : position;
    needle[1] = rests ? 0 : velocity;
  }

  /** The needle at rest. */
  reset(): void {
    this.needle.fill(0);
  }
}
