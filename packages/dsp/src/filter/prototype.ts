/** Second-order and first-order shapes that can be designed. `tilt` and those ending in 1 are first-order. */
export type FilterShape =
  | "bell" | "low-shelf" | "high-shelf" | "low-cut" | "high-cut" | "band-pass" | "notch" | "all-pass"
  | "tilt" | "low-cut-1" | "high-cut-1" | "low-shelf-1" | "high-shelf-1";

/**
 * The analog filter that a shape stands for, with its frequency normalised to 1 rad/s:
 *
 *     H(s) = (n0 + n1 s + n2 s²) / (d0 + d1 s + d2 s²)
 *
 * With A = 10^(gainDb/40):
 *
 * - bell: (s² + s·A/Q + 1) / (s² + s/(A·Q) + 1)
 * - high shelf: A·(A s² + s·√A/Q + 1) / (s² + s·√A/Q + A); low shelf its mirror image. Q 1/√2 is the steepest
 *   without an overshoot.
 * - low cut s²/D, high cut 1/D, band-pass (s/Q)/D, notch (s² + 1)/D, all-pass (s² − s/Q + 1)/D
 *   with D = s² + s/Q + 1
 * - tilt: (A s + 1) / (s + A): −gainDb/2 at the bottom, +gainDb/2 at the top, 0 dB at the frequency
 * - first-order low cut s/(s + 1), high cut 1/(s + 1)
 * - first-order high shelf A·(A s + 1) / (s + A); low shelf its mirror image
 *
 * Shelves of one frequency in series, with the Qs of a Butterworth filter and equal shares of the gain for each order,
 * are the Butterworth shelf of that order: the poles of each lie on a circle of radius √A of its own gain.
 *
 * Source: R. Bristow-Johnson, "Cookbook formulae for audio EQ biquad filter coefficients" (the prototypes only).
 */
export class AnalogPrototype {
  n0 = 1;
  n1 = 0;
  n2 = 0;
  d0 = 1;
  d1 = 0;
  d2 = 0;

  /**
   * Becomes another filter, without allocation.
   * @param q - above 0; ignored by first-order shapes.
   * @param gainDb - used by bell, shelves and tilt.
   */
  set(shape: FilterShape, q: number, gainDb: number): void {
    const a = 10 ** (gainDb / 40);
    const slope = Math.sqrt(a) / q;
    switch (shape) {
      case "bell":
        return this.assign(1, a / q, 1, 1, 1 / (a * q), 1);
      case "low-shelf":
        return this.assign(a * a, a * slope, a, 1, slope, a);
      case "high-shelf":
        return this.assign(a, a * slope, a * a, a, slope, 1);
      case "low-cut":
        return this.assign(0, 0, 1, 1, 1 / q, 1);
      case "high-cut":
        return this.assign(1, 0, 0, 1, 1 / q, 1);
      case "band-pass":
        return this.assign(0, 1 / q, 0, 1, 1 / q, 1);
      case "notch":
        return this.assign(1, 0, 1, 1, 1 / q, 1);
      case "all-pass":
        return this.assign(1, -1 / q, 1, 1, 1 / q, 1);
      case "tilt":
        return this.assign(1, a, 0, a, 1, 0);
      case "low-cut-1":
        return this.assign(0, 1, 0, 1, 1, 0);
      case "high-cut-1":
        return this.assign(1, 0, 0, 1, 1, 0);
      case "low-shelf-1":
        return this.assign(a * a, a, 0, 1, a, 0);
      case "high-shelf-1":
        return this.assign(a, a * a, 0, a, 1, 0);
    }
  }

  /** Squared magnitude of the numerator at the squared frequency `u` = (f / f0)². */
  numeratorPower(u: number): number {
    const real = this.n0 - this.n2 * u;
    return real * real + this.n1 * this.n1 * u;
  }

  /** Squared magnitude of the denominator at the squared frequency `u` = (f / f0)². */
  denominatorPower(u: number): number {
    const real = this.d0 - this.d2 * u;
    return real * real + this.d1 * this.d1 * u;
  }

  private assign(n0: number, n1: number, n2: number, d0: number, d1: number, d2: number): void {
    this.n0 = n0;
    this.n1 = n1;
    this.n2 = n2;
    this.d0 = d0;
    this.d1 = d1;
    this.d2 = d2;
  }
}
