/**
 * A linear-phase filter of an even number of taps: the arithmetic of `mirroredSums`, four outputs at once.
 * @param window - float64: `frames` and the 2·`pairs` − 1 that precede them.
 * @param taps - float64, `pairs` of them.
 * @param sums - float64, one for each frame; up to three more are written.
 */
export function mirroredSums(window: usize, taps: usize, pairs: usize, sums: usize, frames: usize): void {
  const last = ((pairs << 1) - 1) << 3;
  const tapsEnd = taps + (pairs << 3);
  const end = sums + (frames << 3);
  while (sums < end) {
    let first = f64x2.splat(0);
    let second = f64x2.splat(0);
    let below = window;
    let above = window + last;
    for (let tap = taps; tap < tapsEnd; tap += 8) {
      const weight = v128.load64_splat(tap);
      first = f64x2.add(first, f64x2.mul(weight, f64x2.add(v128.load(above), v128.load(below))));
      second = f64x2.add(second, f64x2.mul(weight, f64x2.add(v128.load(above, 16), v128.load(below, 16))));
      below += 8;
      above -= 8;
    }
    v128.store(sums, first);
    v128.store(sums, second, 16);
    sums += 32;
    window += 32;
  }
}
