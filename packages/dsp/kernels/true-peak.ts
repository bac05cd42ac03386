/** Frames that are looked at, or left out, together. */
const GROUP: usize = 4;

/**
 * Highest amplitude between frames: the arithmetic of `TruePeakDetector`, two frames in each vector.
 * @param window - float64: `frames` and what precedes them, 2·`pairs` − 1 more.
 * @param table - float64, seven weights for each of `pairs` mirrored taps: even part of phases 1 to 4, odd part of 1 to 3.
 * @param frames - a multiple of four.
 * @param floor - a group of frames that cannot exceed this is left out.
 * @param near - the most that the two frames about a point can weigh in it. @param rest - what all others can add.
 */
export function truePeak(window: usize, table: usize, pairs: usize, frames: usize, floor: f64, near: f64, rest: f64): f64 {
  const tableEnd = table + pairs * 56;
  const last = ((pairs << 1) - 1) << 3;
  const middle = (pairs - 1) << 3;
  const end = window + (frames << 3);
  let most = f64x2.splat(0);
  for (; window < end; window += GROUP << 3) {
    const centre = window + middle;
    const a = v128.load(centre);
    const b = v128.load(centre, 16);
    const own = f64x2.pmax(f64x2.abs(a), f64x2.abs(b));
    const about = Math.max(Math.max(f64x2.extract_lane(own, 0), f64x2.extract_lane(own, 1)), Math.abs(load<f64>(centre, 32)));
    if (!(near * about + rest > floor)) continue;
    let e1 = f64x2.splat(0);
    let e2 = f64x2.splat(0);
    let e3 = f64x2.splat(0);
    let e4 = f64x2.splat(0);
    let o1 = f64x2.splat(0);
    let o2 = f64x2.splat(0);
    let o3 = f64x2.splat(0);
    let f1 = f64x2.splat(0);
    let f2 = f64x2.splat(0);
    let f3 = f64x2.splat(0);
    let f4 = f64x2.splat(0);
    let p1 = f64x2.splat(0);
    let p2 = f64x2.splat(0);
    let p3 = f64x2.splat(0);
    let low = window;
    let high = window + last;
    for (let h = table; h < tableEnd; h += 56) {
      const x = v128.load(low);
      const y = v128.load(high);
      const u = v128.load(low, 16);
      const v = v128.load(high, 16);
      const sum = f64x2.add(x, y);
      const difference = f64x2.sub(x, y);
      const sum2 = f64x2.add(u, v);
      const difference2 = f64x2.sub(u, v);
      let weight = v128.load64_splat(h);
      e1 = f64x2.add(e1, f64x2.mul(weight, sum));
      f1 = f64x2.add(f1, f64x2.mul(weight, sum2));
      weight = v128.load64_splat(h, 8);
      e2 = f64x2.add(e2, f64x2.mul(weight, sum));
      f2 = f64x2.add(f2, f64x2.mul(weight, sum2));
      weight = v128.load64_splat(h, 16);
      e3 = f64x2.add(e3, f64x2.mul(weight, sum));
      f3 = f64x2.add(f3, f64x2.mul(weight, sum2));
      weight = v128.load64_splat(h, 24);
      e4 = f64x2.add(e4, f64x2.mul(weight, sum));
      f4 = f64x2.add(f4, f64x2.mul(weight, sum2));
      weight = v128.load64_splat(h, 32);
      o1 = f64x2.add(o1, f64x2.mul(weight, difference));
      p1 = f64x2.add(p1, f64x2.mul(weight, difference2));
      weight = v128.load64_splat(h, 40);
      o2 = f64x2.add(o2, f64x2.mul(weight, difference));
      p2 = f64x2.add(p2, f64x2.mul(weight, difference2));
      weight = v128.load64_splat(h, 48);
      o3 = f64x2.add(o3, f64x2.mul(weight, difference));
      p3 = f64x2.add(p3, f64x2.mul(weight, difference2));
      low += 8;
      high -= 8;
    }
    const first = highest(e1, e2, e3, e4, o1, o2, o3);
    const second = highest(f1, f2, f3, f4, p1, p2, p3);
    most = f64x2.pmax(most, f64x2.pmax(own, f64x2.pmax(first, second)));
  }
  return Math.max(f64x2.extract_lane(most, 0), f64x2.extract_lane(most, 1));
}

/** Of mirrored phases, whose values are even ± odd, the higher amplitude is |even| + |odd|. */
function highest(e1: v128, e2: v128, e3: v128, e4: v128, o1: v128, o2: v128, o3: v128): v128 {
  const first = f64x2.pmax(f64x2.add(f64x2.abs(e1), f64x2.abs(o1)), f64x2.add(f64x2.abs(e2), f64x2.abs(o2)));
  return f64x2.pmax(first, f64x2.pmax(f64x2.add(f64x2.abs(e3), f64x2.abs(o3)), f64x2.abs(e4)));
}
