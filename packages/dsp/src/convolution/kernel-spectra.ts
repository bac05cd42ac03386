import type { RealFft } from "../spectrum/real-fft.js";

/** Impulse responses from every input to every output, as the spectra of their partitions. `@audioThread` after construction. */
export class KernelSpectra {
  private readonly channels: number;
  private readonly partitions: number;
  private readonly fft: RealFft;
  private readonly there: Uint8Array;
  private readonly real: readonly Float64Array[];
  private readonly imaginary: readonly Float64Array[];
  private readonly padded: Float64Array;

  constructor(channels: number, partitions: number, fft: RealFft) {
    this.channels = channels;
    this.partitions = partitions;
    this.fft = fft;
    this.there = new Uint8Array(channels * channels);
    const spectra = () => Array.from({ length: channels * channels * partitions }, () => new Float64Array(fft.bins));
    this.real = spectra();
    this.imaginary = spectra();
    this.padded = new Float64Array(fft.size);
  }

  has(from: number, to: number): boolean {
    return this.there[from * this.channels + to] === 1;
  }

  set(from: number, to: number, response: Float64Array): void {
    const pair = from * this.channels + to;
    const block = this.fft.size / 2;
    this.there[pair] = 1;
    for (let p = 0; p < this.partitions; p++) {
      for (let i = 0; i < block; i++) this.padded[i] = response[p * block + i]!;
      this.fft.forward(this.padded, this.real[pair * this.partitions + p]!, this.imaginary[pair * this.partitions + p]!);
    }
  }

  clear(): void {
    this.there.fill(0);
  }

  /** Adds the product of an input's spectrum and one partition's. */
  accumulate(
    from: number, to: number, partition: number, real: Float64Array, imaginary: Float64Array, sumReal: Float64Array, sumImaginary: Float64Array,
  ): void {
    const index = (from * this.channels + to) * this.partitions + partition;
    const kernelReal = this.real[index]!;
    const kernelImaginary = this.imaginary[index]!;
    for (let k = 0; k < sumReal.length; k++) {
      const a = real[k]!;
      const b = imaginary[k]!;
      const c = kernelReal[k]!;
      const d = kernelImaginary[k]!;
      sumReal[k] = sumReal[k]! + a * c - b * d;
      sumImaginary[k] = sumImaginary[k]! + a * d + b * c;
    }
  }
}
