/**
 * Highest amplitude between frames: the arithmetic of `TruePeakDetector`, two of its eight phases in each vector.
 * @param window - float64: `frames` and what precedes them, `taps - 1` more.
 * @param table - float64, eight weights for each tap.
 */
export function truePeak(window: usize, table: usize, taps: usize, frames: usize): f64 {
  const tableEnd = table + (taps << 6);
  const end = window + (frames << 3);
  let most = f64x2.splat(0);
  while (window < end) {
    let p01 = f64x2.splat(0);
    let p23 = f64x2.splat(0);
    let p45 = f64x2.splat(0);
    let p67 = f64x2.splat(0);
    let at = window;
    for (let h = table; h < tableEnd; h += 64) {
      const x = v128.load64_splat(at);
      p01 = f64x2.add(p01, f64x2.mul(v128.load(h), x));
      p23 = f64x2.add(p23, f64x2.mul(v128.load(h, 16), x));
      p45 = f64x2.add(p45, f64x2.mul(v128.load(h, 32), x));
      p67 = f64x2.add(p67, f64x2.mul(v128.load(h, 48), x));
      at += 8;
    }
    const low = f64x2.pmax(f64x2.abs(p01), f64x2.abs(p23));
    const high = f64x2.pmax(f64x2.abs(p45), f64x2.abs(p67));
    most = f64x2.pmax(most, f64x2.pmax(low, high));
    window += 8;
  }
  return Math.max(f64x2.extract_lane(most, 0), f64x2.extract_lane(most, 1));
}
