/** Word lengths of fixed-point files. */
export type BitDepth = 16 | 24;

/**
 * Rounds one channel to the steps of a fixed-point file, with triangular dither of two steps' width: the error is then
 * noise of constant power, free of distortion (S. P. Lipshitz et al., "Quantization and Dither", JAES 1992). The
 * noise comes from the seed alone: give each channel its own. `@audioThread`
 */
export class Ditherer {
  private readonly scale: number;
  private readonly seed: number;
  private state: number;

  /**
   * @param bits - of the file's words.
   * @param seed - any number; as a 32-bit integer.
   */
  constructor(bits: BitDepth, seed: number) {
    this.scale = 2 ** (bits - 1);
    this.seed = this.state = seed | 0;
  }

  /**
   * Rounds frames `start`…`end − 1` in place. They become multiples of 2^(1 − bits), from −1 to the highest below 1; a
   * frame that is not a number counts as silence.
   */
  process(buffer: Float32Array, start: number, end: number): void {
    const { scale } = this;
    let { state } = this;
    for (let i = start; i < end; i++) {
      // Two numbers of a Weyl sequence through an integer hash.
      state = (state + 0x9e3779b9) | 0;
      const first = hash(state);
      state = (state + 0x9e3779b9) | 0;
      const dither = (first - hash(state)) / 4294967296;
      const x = buffer[i]!;
      const step = Math.floor((x === x ? x : 0) * scale + dither + 0.5);
      buffer[i] = Math.max(-scale, Math.min(scale - 1, step)) / scale;
    }
    this.state = state;
  }

  /** Starts the noise anew. */
  reset(): void {
    this.state = this.seed;
  }
}

/** Spreads the bits of a 32-bit integer evenly (C. Wellons, "Prospecting for Hash Functions", 2018: lowbias32). */
function hash(value: number): number {
  let x = value ^ (value >>> 16);
  x = Math.imul(x, 0x7feb352d);
  x ^= x >>> 15;
  x = Math.imul(x, 0x846ca68b);
  return (x ^ (x >>> 16)) >>> 0;
}
