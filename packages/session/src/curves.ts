/** Steepness of a way whose curve is 1 or −1: its middle is at 1.8 % or 98.2 % of it. */
const STEEPNESS = 8;

/**
 * How far a way from point to point has come: (eᵏˣ − 1) ∕ (eᵏ − 1) with k = 8·curve, and x itself where the curve is 0. It rises from 0
 * to 1 throughout. A part of such a way is such a way again (see {@link curveOfPart}), so that a point put on a
 * lane need not change its shape. `@audioThread`
 * @param x - 0…1, of the way's time.
 * @param curve - −1 (leaves quickly) … 1 (arrives quickly).
 */
export function bend(x: number, curve: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  // Nearer to straight, the quotient has no digits left to tell the difference.
  if (Math.abs(curve) < 1e-9) return x;
  const k = STEEPNESS * curve;
  return Math.expm1(k * x) / Math.expm1(k);
}

/** The curve of a part of a way. @param share - of the way's time that the part takes, 0…1. */
export function curveOfPart(curve: number, share: number): number {
  return curve * share;
}

export const FADE_SHAPES = ["linear", "equal-power", "s", "exponential"] as const;
export type FadeShape = (typeof FADE_SHAPES)[number];

/** ln 1000: an exponential fade covers 60 dB. */
const SIXTY_DB = Math.log(1000);

/**
 * Gain of a fade: from 0 to 1, rising throughout. `@audioThread`
 * - `linear`: x
 * - `equal-power`: sin(πx∕2): with its mirror image the powers sum to 1
 * - `s`: x²(3 − 2x): begins and ends level
 * - `exponential`: (1000ˣ − 1)∕999: straight in decibels over its upper part
 * @param x - 0…1: how far a fade-in has come, or what is left of a fade-out.
 */
export function fadeGain(shape: FadeShape, x: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  switch (shape) {
    case "linear":
      return x;
    case "equal-power":
      return Math.sin((x * Math.PI) / 2);
    case "s":
      return x * x * (3 - 2 * x);
    case "exponential":
      return Math.expm1(x * SIXTY_DB) / 999;
  }
}
