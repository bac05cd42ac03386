import { loadPair, splat, storePair } from "./planar";

/**
 * Biquads in series over two channels, in place: the arithmetic of `BiquadCascade`, step by step, with a channel in
 * each lane. Four sections share one loop, which hides the time that each waits for its own last result; a loop takes two
 * frames, which halves what is loaded and stored.
 * @param list - for each section the pointers of its five coefficients and of its state `l1 l2 r1 r2`.
 * @param left - float64 frames.
 */
export function cascade(list: usize, sections: usize, left: usize, right: usize, frames: usize): void {
  if ((frames & 1) !== 0) {
    for (let n: usize = 0; n < sections; n++) runOne(list + (n << 3), left, right, 1);
    left += 8;
    right += 8;
    frames--;
  }
  let at = list;
  let rest = sections;
  for (; rest >= 4; rest -= 4) {
    runFour(at, left, right, frames);
    at += 32;
  }
  if (rest >= 2) {
    runTwo(at, left, right, frames);
    at += 16;
  }
  if ((rest & 1) !== 0) runOne(at, left, right, frames);
}

function runFour(list: usize, left: usize, right: usize, frames: usize): void {
  const coefficients0 = load<u32>(list, 0);
  const state0 = load<u32>(list, 4);
  const b00 = splat(coefficients0, 0);
  const b10 = splat(coefficients0, 1);
  const b20 = splat(coefficients0, 2);
  const a10 = splat(coefficients0, 3);
  const a20 = splat(coefficients0, 4);
  let s10 = loadPair(state0, state0 + 16);
  let s20 = loadPair(state0 + 8, state0 + 24);
  const coefficients1 = load<u32>(list, 8);
  const state1 = load<u32>(list, 12);
  const b01 = splat(coefficients1, 0);
  const b11 = splat(coefficients1, 1);
  const b21 = splat(coefficients1, 2);
  const a11 = splat(coefficients1, 3);
  const a21 = splat(coefficients1, 4);
  let s11 = loadPair(state1, state1 + 16);
  let s21 = loadPair(state1 + 8, state1 + 24);
  const coefficients2 = load<u32>(list, 16);
  const state2 = load<u32>(list, 20);
  const b02 = splat(coefficients2, 0);
  const b12 = splat(coefficients2, 1);
  const b22 = splat(coefficients2, 2);
  const a12 = splat(coefficients2, 3);
  const a22 = splat(coefficients2, 4);
  let s12 = loadPair(state2, state2 + 16);
  let s22 = loadPair(state2 + 8, state2 + 24);
  const coefficients3 = load<u32>(list, 24);
  const state3 = load<u32>(list, 28);
  const b03 = splat(coefficients3, 0);
  const b13 = splat(coefficients3, 1);
  const b23 = splat(coefficients3, 2);
  const a13 = splat(coefficients3, 3);
  const a23 = splat(coefficients3, 4);
  let s13 = loadPair(state3, state3 + 16);
  let s23 = loadPair(state3 + 8, state3 + 24);
  const end = left + (frames << 3);
  while (left < end) {
    const l = v128.load(left);
    const r = v128.load(right);
    const x0 = v128.shuffle<f64>(l, r, 0, 2);
    const z0 = v128.shuffle<f64>(l, r, 1, 3);
    const x1 = f64x2.add(f64x2.mul(b00, x0), s10);
    s10 = f64x2.sub(f64x2.add(f64x2.mul(b10, x0), s20), f64x2.mul(a10, x1));
    s20 = f64x2.sub(f64x2.mul(b20, x0), f64x2.mul(a20, x1));
    const x2 = f64x2.add(f64x2.mul(b01, x1), s11);
    s11 = f64x2.sub(f64x2.add(f64x2.mul(b11, x1), s21), f64x2.mul(a11, x2));
    s21 = f64x2.sub(f64x2.mul(b21, x1), f64x2.mul(a21, x2));
    const x3 = f64x2.add(f64x2.mul(b02, x2), s12);
    s12 = f64x2.sub(f64x2.add(f64x2.mul(b12, x2), s22), f64x2.mul(a12, x3));
    s22 = f64x2.sub(f64x2.mul(b22, x2), f64x2.mul(a22, x3));
    const x4 = f64x2.add(f64x2.mul(b03, x3), s13);
    s13 = f64x2.sub(f64x2.add(f64x2.mul(b13, x3), s23), f64x2.mul(a13, x4));
    s23 = f64x2.sub(f64x2.mul(b23, x3), f64x2.mul(a23, x4));
    const z1 = f64x2.add(f64x2.mul(b00, z0), s10);
    s10 = f64x2.sub(f64x2.add(f64x2.mul(b10, z0), s20), f64x2.mul(a10, z1));
    s20 = f64x2.sub(f64x2.mul(b20, z0), f64x2.mul(a20, z1));
    const z2 = f64x2.add(f64x2.mul(b01, z1), s11);
    s11 = f64x2.sub(f64x2.add(f64x2.mul(b11, z1), s21), f64x2.mul(a11, z2));
    s21 = f64x2.sub(f64x2.mul(b21, z1), f64x2.mul(a21, z2));
    const z3 = f64x2.add(f64x2.mul(b02, z2), s12);
    s12 = f64x2.sub(f64x2.add(f64x2.mul(b12, z2), s22), f64x2.mul(a12, z3));
    s22 = f64x2.sub(f64x2.mul(b22, z2), f64x2.mul(a22, z3));
    const z4 = f64x2.add(f64x2.mul(b03, z3), s13);
    s13 = f64x2.sub(f64x2.add(f64x2.mul(b13, z3), s23), f64x2.mul(a13, z4));
    s23 = f64x2.sub(f64x2.mul(b23, z3), f64x2.mul(a23, z4));
    v128.store(left, v128.shuffle<f64>(x4, z4, 0, 2));
    v128.store(right, v128.shuffle<f64>(x4, z4, 1, 3));
    left += 16;
    right += 16;
  }
  storePair(state0, state0 + 16, s10);
  storePair(state0 + 8, state0 + 24, s20);
  storePair(state1, state1 + 16, s11);
  storePair(state1 + 8, state1 + 24, s21);
  storePair(state2, state2 + 16, s12);
  storePair(state2 + 8, state2 + 24, s22);
  storePair(state3, state3 + 16, s13);
  storePair(state3 + 8, state3 + 24, s23);
}

function runTwo(list: usize, left: usize, right: usize, frames: usize): void {
  const coefficients0 = load<u32>(list, 0);
  const state0 = load<u32>(list, 4);
  const b00 = splat(coefficients0, 0);
  const b10 = splat(coefficients0, 1);
  const b20 = splat(coefficients0, 2);
  const a10 = splat(coefficients0, 3);
  const a20 = splat(coefficients0, 4);
  let s10 = loadPair(state0, state0 + 16);
  let s20 = loadPair(state0 + 8, state0 + 24);
  const coefficients1 = load<u32>(list, 8);
  const state1 = load<u32>(list, 12);
  const b01 = splat(coefficients1, 0);
  const b11 = splat(coefficients1, 1);
  const b21 = splat(coefficients1, 2);
  const a11 = splat(coefficients1, 3);
  const a21 = splat(coefficients1, 4);
  let s11 = loadPair(state1, state1 + 16);
  let s21 = loadPair(state1 + 8, state1 + 24);
  const end = left + (frames << 3);
  while (left < end) {
    const l = v128.load(left);
    const r = v128.load(right);
    const x0 = v128.shuffle<f64>(l, r, 0, 2);
    const z0 = v128.shuffle<f64>(l, r, 1, 3);
    const x1 = f64x2.add(f64x2.mul(b00, x0), s10);
    s10 = f64x2.sub(f64x2.add(f64x2.mul(b10, x0), s20), f64x2.mul(a10, x1));
    s20 = f64x2.sub(f64x2.mul(b20, x0), f64x2.mul(a20, x1));
    const x2 = f64x2.add(f64x2.mul(b01, x1), s11);
    s11 = f64x2.sub(f64x2.add(f64x2.mul(b11, x1), s21), f64x2.mul(a11, x2));
    s21 = f64x2.sub(f64x2.mul(b21, x1), f64x2.mul(a21, x2));
    const z1 = f64x2.add(f64x2.mul(b00, z0), s10);
    s10 = f64x2.sub(f64x2.add(f64x2.mul(b10, z0), s20), f64x2.mul(a10, z1));
    s20 = f64x2.sub(f64x2.mul(b20, z0), f64x2.mul(a20, z1));
    const z2 = f64x2.add(f64x2.mul(b01, z1), s11);
    s11 = f64x2.sub(f64x2.add(f64x2.mul(b11, z1), s21), f64x2.mul(a11, z2));
    s21 = f64x2.sub(f64x2.mul(b21, z1), f64x2.mul(a21, z2));
    v128.store(left, v128.shuffle<f64>(x2, z2, 0, 2));
    v128.store(right, v128.shuffle<f64>(x2, z2, 1, 3));
    left += 16;
    right += 16;
  }
  storePair(state0, state0 + 16, s10);
  storePair(state0 + 8, state0 + 24, s20);
  storePair(state1, state1 + 16, s11);
  storePair(state1 + 8, state1 + 24, s21);
}

function runOne(list: usize, left: usize, right: usize, frames: usize): void {
  const coefficients0 = load<u32>(list, 0);
  const state0 = load<u32>(list, 4);
  const b00 = splat(coefficients0, 0);
  const b10 = splat(coefficients0, 1);
  const b20 = splat(coefficients0, 2);
  const a10 = splat(coefficients0, 3);
  const a20 = splat(coefficients0, 4);
  let s10 = loadPair(state0, state0 + 16);
  let s20 = loadPair(state0 + 8, state0 + 24);
  const end = left + (frames << 3);
  while (left < end) {
    const x0 = loadPair(left, right);
    const x1 = f64x2.add(f64x2.mul(b00, x0), s10);
    s10 = f64x2.sub(f64x2.add(f64x2.mul(b10, x0), s20), f64x2.mul(a10, x1));
    s20 = f64x2.sub(f64x2.mul(b20, x0), f64x2.mul(a20, x1));
    storePair(left, right, x1);
    left += 8;
    right += 8;
  }
  storePair(state0, state0 + 16, s10);
  storePair(state0 + 8, state0 + 24, s20);
}
