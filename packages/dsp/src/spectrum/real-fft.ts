/**
 * Discrete Fourier transform of real signals whose length is a power of two, in float64: a complex transform of
 * half the length (decimation in time, radix 2) and one pass to part the two halves. Tables are made once;
 * {@link forward} allocates nothing.
 */
export class RealFft {
  /** Frames of a transform. */
  readonly size: number;
  /** Bins that it gives: size / 2 + 1, from 0 to half the sample rate. */
  readonly bins: number;

  private readonly half: number;
  private readonly reversed: Uint32Array;
  private readonly cosines: Float64Array;
  private readonly sines: Float64Array;

  /**
   * @param size - a power of two, 4…2^24.
   * @throws RangeError for another size.
   */
  constructor(size: number) {
    if (!Number.isInteger(size) || size < 4 || size > 2 ** 24 || (size & (size - 1)) !== 0) {
      throw new RangeError(`A transform of ${size} frames was asked for; use a power of two from 4 to 16777216.`);
    }
    this.size = size;
    this.bins = size / 2 + 1;
    this.half = size / 2;
    const bits = Math.log2(this.half);
    this.reversed = new Uint32Array(this.half);
    for (let i = 0; i < this.half; i++) {
      let r = 0;
      for (let b = 0; b < bits; b++) if (i & (1 << b)) r |= 1 << (bits - 1 - b);
      this.reversed[i] = r >>> 0;
    }
    this.cosines = new Float64Array(this.half);
    this.sines = new Float64Array(this.half);
    for (let i = 0; i < this.half; i++) {
      this.cosines[i] = Math.cos((2 * Math.PI * i) / size);
      this.sines[i] = Math.sin((2 * Math.PI * i) / size);
    }
  }

  /**
   * X[k] = Σ x[n]·e^(−2πi·k·n/size), unscaled.
   * @param input - `size` frames; not changed.
   * @param real - receives `bins` real parts.
   * @param imaginary - receives `bins` imaginary parts.
   */
  forward(input: ArrayLike<number>, real: Float64Array, imaginary: Float64Array): void {
    const { half, reversed, cosines, sines } = this;
    for (let i = 0; i < half; i++) {
      const r = reversed[i]!;
      real[r] = input[2 * i]!;
      imaginary[r] = input[2 * i + 1]!;
    }
    for (let length = 2; length <= half; length *= 2) {
      const span = length / 2;
      // The tables turn once in `size`, twice as fine as this transform of `half` needs.
      const stride = (2 * half) / length;
      for (let block = 0; block < half; block += length) {
        for (let k = 0; k < span; k++) {
          const c = cosines[k * stride]!;
          const s = sines[k * stride]!;
          const p = block + k;
          const q = p + span;
          const qr = real[q]! * c + imaginary[q]! * s;
          const qi = imaginary[q]! * c - real[q]! * s;
          const pr = real[p]!;
          const pi = imaginary[p]!;
          real[p] = pr + qr;
          imaginary[p] = pi + qi;
          real[q] = pr - qr;
          imaginary[q] = pi - qi;
        }
      }
    }
    const r0 = real[0]!;
    const i0 = imaginary[0]!;
    real[0] = r0 + i0;
    imaginary[0] = 0;
    real[half] = r0 - i0;
    imaginary[half] = 0;
    for (let k = 1; k <= half / 2; k++) {
      const m = half - k;
      const evenR = 0.5 * (real[k]! + real[m]!);
      const evenI = 0.5 * (imaginary[k]! - imaginary[m]!);
      const oddR = 0.5 * (imaginary[k]! + imaginary[m]!);
      const oddI = 0.5 * (real[m]! - real[k]!);
      const c = cosines[k]!;
      const s = sines[k]!;
      const turnedR = oddR * c + oddI * s;
      const turnedI = oddI * c - oddR * s;
      real[k] = evenR + turnedR;
      imaginary[k] = evenI + turnedI;
      real[m] = evenR - turnedR;
      imaginary[m] = turnedI - evenI;
    }
  }
}
