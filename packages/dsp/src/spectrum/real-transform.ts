/**
 * Turns frames in bit-reversed order into the bins of a real transform, in place: the twin of the kernel `transform`,
 * operation by operation. `@audioThread`
 * @param real - half + 1 numbers; the even frames go in.
 * @param imaginary - likewise; the odd frames go in.
 * @param turns - see `RealFft`.
 * @param split - half cosines, then half sines, of the steps of a circle of twice `half`.
 * @param half - a power of two, 2 or more.
 */
export function computeRealTransform(
  real: Float64Array, imaginary: Float64Array, turns: Float64Array, split: Float64Array, half: number,
): void {
  let span: number;
  if ((31 - Math.clz32(half)) % 2 === 1) {
    pairs(real, half);
    pairs(imaginary, half);
    span = 2;
  } else {
    fours(real, imaginary, half);
    span = 4;
  }
  for (let at = 0; span < half; span *= 4) {
    twoStages(real, imaginary, turns, at, span, half);
    at += 4 * span;
  }
  part(real, imaginary, split, half);
}

function pairs(values: Float64Array, half: number): void {
  for (let i = 0; i < half; i += 2) {
    const a = values[i]!;
    const b = values[i + 1]!;
    values[i] = a + b;
    values[i + 1] = a - b;
  }
}

function fours(real: Float64Array, imaginary: Float64Array, half: number): void {
  for (let i = 0; i < half; i += 4) {
    const br0 = real[i]! + real[i + 1]!;
    const br1 = real[i]! - real[i + 1]!;
    const br2 = real[i + 2]! + real[i + 3]!;
    const br3 = real[i + 2]! - real[i + 3]!;
    const bi0 = imaginary[i]! + imaginary[i + 1]!;
    const bi1 = imaginary[i]! - imaginary[i + 1]!;
    const bi2 = imaginary[i + 2]! + imaginary[i + 3]!;
    const bi3 = imaginary[i + 2]! - imaginary[i + 3]!;
    real[i] = br0 + br2;
    real[i + 1] = br1 + bi3;
    real[i + 2] = br0 - br2;
    real[i + 3] = br1 - bi3;
    imaginary[i] = bi0 + bi2;
    imaginary[i + 1] = bi1 - br3;
    imaginary[i + 2] = bi0 - bi2;
    imaginary[i + 3] = bi1 + br3;
  }
}

function twoStages(real: Float64Array, imaginary: Float64Array, turns: Float64Array, at: number, span: number, half: number): void {
  for (let block = 0; block < half; block += 4 * span) {
    for (let k = 0; k < span; k++) {
      const c1 = turns[at + k]!;
      const s1 = turns[at + span + k]!;
      const c2 = turns[at + 2 * span + k]!;
      const s2 = turns[at + 3 * span + k]!;
      const p0 = block + k;
      const p1 = p0 + span;
      const p2 = p1 + span;
      const p3 = p2 + span;
      const r1 = real[p1]!;
      const i1 = imaginary[p1]!;
      const r3 = real[p3]!;
      const i3 = imaginary[p3]!;
      const t1r = r1 * c1 + i1 * s1;
      const t1i = i1 * c1 - r1 * s1;
      const t3r = r3 * c1 + i3 * s1;
      const t3i = i3 * c1 - r3 * s1;
      const r0 = real[p0]!;
      const i0 = imaginary[p0]!;
      const r2 = real[p2]!;
      const i2 = imaginary[p2]!;
      const br0 = r0 + t1r;
      const bi0 = i0 + t1i;
      const br1 = r0 - t1r;
      const bi1 = i0 - t1i;
      const br2 = r2 + t3r;
      const bi2 = i2 + t3i;
      const br3 = r2 - t3r;
      const bi3 = i2 - t3i;
      const u2r = br2 * c2 + bi2 * s2;
      const u2i = bi2 * c2 - br2 * s2;
      const u3r = br3 * c2 + bi3 * s2;
      const u3i = bi3 * c2 - br3 * s2;
      real[p0] = br0 + u2r;
      imaginary[p0] = bi0 + u2i;
      real[p1] = br1 + u3i;
      imaginary[p1] = bi1 - u3r;
      real[p2] = br0 - u2r;
      imaginary[p2] = bi0 - u2i;
      real[p3] = br1 - u3i;
      imaginary[p3] = bi1 + u3r;
    }
  }
}

/** Parts the transforms of the even and the odd frames, which came as one. */
function part(real: Float64Array, imaginary: Float64Array, split: Float64Array, half: number): void {
  const r0 = real[0]!;
  const i0 = imaginary[0]!;
  real[0] = r0 + i0;
  imaginary[0] = 0;
  real[half] = r0 - i0;
  imaginary[half] = 0;
  for (let k = 1; k <= half / 2; k++) {
    const m = half - k;
    const rk = real[k]!;
    const rm = real[m]!;
    const ik = imaginary[k]!;
    const im = imaginary[m]!;
    const evenR = 0.5 * (rk + rm);
    const evenI = 0.5 * (ik - im);
    const oddR = 0.5 * (ik + im);
    const oddI = 0.5 * (rm - rk);
    const c = split[k]!;
    const s = split[half + k]!;
    const turnedR = oddR * c + oddI * s;
    const turnedI = oddI * c - oddR * s;
    real[k] = evenR + turnedR;
    imaginary[k] = evenI + turnedI;
    real[m] = evenR - turnedR;
    imaginary[m] = turnedI - evenI;
  }
}
