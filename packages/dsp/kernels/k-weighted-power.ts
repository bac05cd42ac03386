import { loadPair, splat, storePair } from "./planar";

/**
 * Adds the squares of two K-weighted channels to their sums: the arithmetic of `KWeightedPower`, step by step, with a
 * channel in each lane.
 * @param coefficients - ten float64: shelf, then high-pass, whose numerator is 1, −2, 1.
 * @param state - eight float64: four of the left channel, four of the right.
 * @param sums - of the left channel and the right, side by side.
 * @param left - float64 frames.
 */
export function kWeightedPower(
  coefficients: usize, state: usize, sums: usize, left: usize, right: usize, frames: usize,
): void {
  const b0 = splat(coefficients, 0);
  const b1 = splat(coefficients, 1);
  const b2 = splat(coefficients, 2);
  const a1 = splat(coefficients, 3);
  const a2 = splat(coefficients, 4);
  const h1 = splat(coefficients, 8);
  const h2 = splat(coefficients, 9);
  let s1 = loadPair(state, state + 32);
  let s2 = loadPair(state + 8, state + 40);
  let s3 = loadPair(state + 16, state + 48);
  let s4 = loadPair(state + 24, state + 56);
  let sum = v128.load(sums);
  const end = left + (frames << 3);
  while (left < end) {
    const x = loadPair(left, right);
    const shelved = f64x2.add(f64x2.mul(b0, x), s1);
    s1 = f64x2.sub(f64x2.add(f64x2.mul(b1, x), s2), f64x2.mul(a1, shelved));
    s2 = f64x2.sub(f64x2.mul(b2, x), f64x2.mul(a2, shelved));
    const y = f64x2.add(shelved, s3);
    s3 = f64x2.sub(f64x2.sub(s4, f64x2.add(shelved, shelved)), f64x2.mul(h1, y));
    s4 = f64x2.sub(shelved, f64x2.mul(h2, y));
    sum = f64x2.add(sum, f64x2.mul(y, y));
    left += 8;
    right += 8;
  }
  storePair(state, state + 32, s1);
  storePair(state + 8, state + 40, s2);
  storePair(state + 16, state + 48, s3);
  storePair(state + 24, state + 56, s4);
  v128.store(sums, sum);
}
