import { fftTables, type FftTables } from "./fft-tables.js";
import { computeRealTransform } from "./real-transform.js";

/**
 * Discrete Fourier transform of real signals whose length is a power of two, in float64: a complex transform of half
 * the length (decimation in time, radix 4) and one pass to part the two halves. Runs in WebAssembly where there is one
 * (see `preferKernels`). Transforms of one length share their tables; {@link forward} and {@link inverse} allocate nothing
 * (`@audioThread`).
 */
export class RealFft {
  /** Frames of a transform. */
  readonly size: number;
  /** Bins that it gives: size / 2 + 1, from 0 to half the sample rate. */
  readonly bins: number;

  private readonly half: number;
  private readonly tables: FftTables;

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
    this.tables = fftTables(size);
  }

  /**
   * X[k] = Σ x[n]·e^(−2πi·k·n/size), unscaled.
   * @param input - `size` frames; not changed.
   * @param real - receives `bins` real parts.
   * @param imaginary - receives `bins` imaginary parts.
   */
  forward(input: ArrayLike<number>, real: Float64Array, imaginary: Float64Array): void {
    const { half } = this;
    const { reversed, real: re, imaginary: im } = this.tables;
    for (let i = 0; i < half; i++) {
      const r = reversed[i]!;
      re[r] = input[2 * i]!;
      im[r] = input[2 * i + 1]!;
    }
    this.compute();
    real.set(re);
    imaginary.set(im);
  }

  /**
   * x[n] = Σ X[k]·e^(2πi·k·n/size) / size over the whole circle: gives back what {@link forward} took.
   * @param real - `bins` real parts; not changed.
   * @param imaginary - `bins` imaginary parts; those of the first and last bin count as 0.
   * @param output - receives `size` frames. May not be `real` or `imaginary`.
   */
  inverse(real: Float64Array, imaginary: Float64Array, output: Float32Array | Float64Array): void {
    const { half, size } = this;
    const { reversed, real: re, imaginary: im } = this.tables;
    // The Hartley sum of the spectrum, real − imaginary over the whole circle, is transformed as if it were a signal:
    // its own Hartley sum is the signal.
    for (let i = 0; i < half; i++) {
      const r = reversed[i]!;
      re[r] = hartley(real, imaginary, 2 * i, half);
      im[r] = hartley(real, imaginary, 2 * i + 1, half);
    }
    this.compute();
    output[0] = re[0]! / size;
    output[half] = re[half]! / size;
    for (let n = 1; n < half; n++) {
      output[n] = (re[n]! - im[n]!) / size;
      output[size - n] = (re[n]! + im[n]!) / size;
    }
  }

  private compute(): void {
    const { half } = this;
    const { kernels, real, imaginary, turns, split } = this.tables;
    if (kernels === undefined) computeRealTransform(real, imaginary, turns, split, half);
    else kernels.transform(real.byteOffset, imaginary.byteOffset, turns.byteOffset, split.byteOffset, half);
  }
}

/** Re X[k] − Im X[k] for any bin of the circle. */
function hartley(real: Float64Array, imaginary: Float64Array, k: number, half: number): number {
  if (k === 0 || k === half) return real[k]!;
  return k < half ? real[k]! - imaginary[k]! : real[2 * half - k]! + imaginary[2 * half - k]!;
}
