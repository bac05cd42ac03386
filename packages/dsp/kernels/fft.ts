/**
 * Turns frames in bit-reversed order into the bins of a real transform: the arithmetic of `RealFft`, step by step, two
 * neighbours in each vector.
 * @param real - float64, half + 1 of them; the even frames go in.
 * @param imaginary - likewise; the odd frames go in.
 * @param turns - float64, as `RealFft` lays them out.
 * @param split - float64: half cosines, then half sines.
 * @param half - half the frames of the transform: a power of two, 2 or more.
 */
export function transform(real: usize, imaginary: usize, turns: usize, split: usize, half: usize): void {
  let span: usize;
  if ((ctz(half) & 1) !== 0) {
    pairs(real, imaginary, half);
    span = 2;
  } else {
    fours(real, imaginary, half);
    span = 4;
  }
  for (; span < half; span <<= 2) {
    twoStages(real, imaginary, turns, span << 3, half << 3);
    turns += span << 5;
  }
  part(real, imaginary, split, split + (half << 3), half);
}

function pairs(real: usize, imaginary: usize, half: usize): void {
  for (let i: usize = 0; i < half; i += 2) {
    addAndSubtract(real);
    addAndSubtract(imaginary);
    real += 16;
    imaginary += 16;
  }
}

function addAndSubtract(pointer: usize): void {
  const a = load<f64>(pointer);
  const b = load<f64>(pointer, 8);
  store<f64>(pointer, a + b);
  store<f64>(pointer, a - b, 8);
}

function fours(real: usize, imaginary: usize, half: usize): void {
  for (let i: usize = 0; i < half; i += 4) {
    const r0 = load<f64>(real);
    const r1 = load<f64>(real, 8);
    const r2 = load<f64>(real, 16);
    const r3 = load<f64>(real, 24);
    const i0 = load<f64>(imaginary);
    const i1 = load<f64>(imaginary, 8);
    const i2 = load<f64>(imaginary, 16);
    const i3 = load<f64>(imaginary, 24);
    const br0 = r0 + r1;
    const br1 = r0 - r1;
    const br2 = r2 + r3;
    const br3 = r2 - r3;
    const bi0 = i0 + i1;
    const bi1 = i0 - i1;
    const bi2 = i2 + i3;
    const bi3 = i2 - i3;
    store<f64>(real, br0 + br2);
    store<f64>(real, br1 + bi3, 8);
    store<f64>(real, br0 - br2, 16);
    store<f64>(real, br1 - bi3, 24);
    store<f64>(imaginary, bi0 + bi2);
    store<f64>(imaginary, bi1 - br3, 8);
    store<f64>(imaginary, bi0 - bi2, 16);
    store<f64>(imaginary, bi1 + br3, 24);
    real += 32;
    imaginary += 32;
  }
}

/** Two stages at once. @param span - in bytes. @param size - of the whole, in bytes. */
function twoStages(real: usize, imaginary: usize, turns: usize, span: usize, size: usize): void {
  for (let block: usize = 0; block < size; block += span << 2) {
    for (let k: usize = 0; k < span; k += 16) {
      const c1 = v128.load(turns + k);
      const s1 = v128.load(turns + span + k);
      const c2 = v128.load(turns + (span << 1) + k);
      const s2 = v128.load(turns + (span << 1) + span + k);
      const p0 = block + k;
      const p1 = p0 + span;
      const p2 = p1 + span;
      const p3 = p2 + span;
      const r1 = v128.load(real + p1);
      const i1 = v128.load(imaginary + p1);
      const r3 = v128.load(real + p3);
      const i3 = v128.load(imaginary + p3);
      const t1r = f64x2.add(f64x2.mul(r1, c1), f64x2.mul(i1, s1));
      const t1i = f64x2.sub(f64x2.mul(i1, c1), f64x2.mul(r1, s1));
      const t3r = f64x2.add(f64x2.mul(r3, c1), f64x2.mul(i3, s1));
      const t3i = f64x2.sub(f64x2.mul(i3, c1), f64x2.mul(r3, s1));
      const r0 = v128.load(real + p0);
      const i0 = v128.load(imaginary + p0);
      const r2 = v128.load(real + p2);
      const i2 = v128.load(imaginary + p2);
      const br0 = f64x2.add(r0, t1r);
      const bi0 = f64x2.add(i0, t1i);
      const br1 = f64x2.sub(r0, t1r);
      const bi1 = f64x2.sub(i0, t1i);
      const br2 = f64x2.add(r2, t3r);
      const bi2 = f64x2.add(i2, t3i);
      const br3 = f64x2.sub(r2, t3r);
      const bi3 = f64x2.sub(i2, t3i);
      const u2r = f64x2.add(f64x2.mul(br2, c2), f64x2.mul(bi2, s2));
      const u2i = f64x2.sub(f64x2.mul(bi2, c2), f64x2.mul(br2, s2));
      const u3r = f64x2.add(f64x2.mul(br3, c2), f64x2.mul(bi3, s2));
      const u3i = f64x2.sub(f64x2.mul(bi3, c2), f64x2.mul(br3, s2));
      v128.store(real + p0, f64x2.add(br0, u2r));
      v128.store(imaginary + p0, f64x2.add(bi0, u2i));
      v128.store(real + p1, f64x2.add(br1, u3i));
      v128.store(imaginary + p1, f64x2.sub(bi1, u3r));
      v128.store(real + p2, f64x2.sub(br0, u2r));
      v128.store(imaginary + p2, f64x2.sub(bi0, u2i));
      v128.store(real + p3, f64x2.sub(br1, u3i));
      v128.store(imaginary + p3, f64x2.add(bi1, u3r));
    }
  }
}

/** Parts the transforms of the even and the odd frames, which came as one. */
function part(real: usize, imaginary: usize, cosines: usize, sines: usize, half: usize): void {
  const last = half << 3;
  const r0 = load<f64>(real);
  const i0 = load<f64>(imaginary);
  store<f64>(real, r0 + i0);
  store<f64>(imaginary, 0);
  store<f64>(real + last, r0 - i0);
  store<f64>(imaginary + last, 0);
  for (let k: usize = 8; k <= last >> 1; k += 8) {
    const m = last - k;
    const rk = load<f64>(real + k);
    const rm = load<f64>(real + m);
    const ik = load<f64>(imaginary + k);
    const im = load<f64>(imaginary + m);
    const evenR = 0.5 * (rk + rm);
    const evenI = 0.5 * (ik - im);
    const oddR = 0.5 * (ik + im);
    const oddI = 0.5 * (rm - rk);
    const c = load<f64>(cosines + k);
    const s = load<f64>(sines + k);
    const turnedR = oddR * c + oddI * s;
    const turnedI = oddI * c - oddR * s;
    store<f64>(real + k, evenR + turnedR);
    store<f64>(imaginary + k, evenI + turnedI);
    store<f64>(real + m, evenR - turnedR);
    store<f64>(imaginary + m, turnedI - evenI);
  }
}
