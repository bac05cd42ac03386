import { RealFft } from "../spectrum/real-fft.js";
import { KernelSpectra } from "./kernel-spectra.js";

export interface ConvolverSettings {
  /** Inputs, and as many outputs. */
  readonly channels: number;
  /** Length of the impulse responses in frames: a multiple of `blockFrames`. */
  readonly taps: number;
  /** Frames that are computed at once: a power of two, 2 or more. */
  readonly blockFrames: number;
}

/**
 * Convolves channels with long impulse responses, one from any input to any output, by uniformly partitioned
 * overlap-save (T. G. Stockham, "High-speed convolution and correlation", 1966; partitions after G. Garcia, "Optimal
 * filter partition for efficient convolution with short input/output delay", AES 113, 2002). New responses take the place
 * of the old together, crossfaded over a block. Nothing but the constructor allocates (`@audioThread`).
 *
 * A call of {@link process} that ends a block does the work of the whole block: about every `blockFrames` frames one call
 * takes long.
 */
export class Convolver {
  /** Frames from input to output, beside those of the impulse responses: `blockFrames`. */
  readonly latency: number;

  private readonly channels: number;
  private readonly fft: RealFft;
  private readonly partitions: number;
  /** For each channel its last block, then the present one. */
  private readonly heard: readonly Float64Array[];
  private readonly ready: readonly Float64Array[];
  /** Spectra of each channel's last windows, one for each partition, in turn. */
  private readonly real: readonly (readonly Float64Array[])[];
  private readonly imaginary: readonly (readonly Float64Array[])[];
  private readonly sumReal: Float64Array;
  private readonly sumImaginary: Float64Array;
  private readonly output: Float64Array;
  /** Rises over a block without a corner at either end. */
  private readonly fade: Float64Array;
  private current: KernelSpectra;
  private next: KernelSpectra;
  private waiting = false;
  private newest = 0;
  private at = 0;

  /** @throws RangeError where `taps` is no multiple of `blockFrames`, or that no power of two. */
  constructor({ channels, taps, blockFrames }: ConvolverSettings) {
    if (!Number.isInteger(taps / blockFrames)) {
      throw new RangeError(`Responses of ${taps} frames do not divide into blocks of ${blockFrames}; use a multiple.`);
    }
    this.channels = channels;
    this.latency = blockFrames;
    this.partitions = taps / blockFrames;
    this.fft = new RealFft(2 * blockFrames);
    const { bins } = this.fft;
    const perChannel = (length: number) => Array.from({ length: channels }, () => new Float64Array(length));
    const spectra = () => Array.from({ length: channels }, () => Array.from({ length: this.partitions }, () => new Float64Array(bins)));
    this.heard = perChannel(2 * blockFrames);
    this.ready = perChannel(blockFrames);
    this.real = spectra();
    this.imaginary = spectra();
    this.sumReal = new Float64Array(bins);
    this.sumImaginary = new Float64Array(bins);
    this.output = new Float64Array(2 * blockFrames);
    this.fade = Float64Array.from({ length: blockFrames }, (_, n) => Math.sin((Math.PI * (n + 0.5)) / (2 * blockFrames)) ** 2);
    this.current = new KernelSpectra(channels, this.partitions, this.fft);
    this.next = new KernelSpectra(channels, this.partitions, this.fft);
  }

  /**
   * States an impulse response of the next set. What is not stated since the last {@link exchange} is silent.
   * @param from - input channel.
   * @param to - output channel.
   * @param response - `taps` frames, read at once.
   */
  state(from: number, to: number, response: Float64Array): void {
    this.next.set(from, to, response);
  }

  /** Lets the responses stated since the last call take over when the next block is computed. */
  exchange(): void {
    this.waiting = true;
  }

  /** Whether responses wait to take over: what is stated meanwhile goes into the same set. */
  get exchanging(): boolean {
    return this.waiting;
  }

  /** Convolves in place. @param buffers - one a channel. */
  process(buffers: readonly Float64Array[], start: number, end: number): void {
    const block = this.latency;
    let from = start;
    while (from < end) {
      const frames = Math.min(end - from, block - this.at);
      for (let c = 0; c < this.channels; c++) {
        const buffer = buffers[c]!;
        const heard = this.heard[c]!;
        const ready = this.ready[c]!;
        const at = this.at;
        for (let i = 0; i < frames; i++) {
          heard[block + at + i] = buffer[from + i]!;
          buffer[from + i] = ready[at + i]!;
        }
      }
      this.at += frames;
      from += frames;
      if (this.at === block) this.compute();
    }
  }

  /** Forgets all audio heard. Responses that wait take over at once. */
  reset(): void {
    for (let c = 0; c < this.channels; c++) {
      this.heard[c]!.fill(0);
      this.ready[c]!.fill(0);
      for (let p = 0; p < this.partitions; p++) {
        this.real[c]![p]!.fill(0);
        this.imaginary[c]![p]!.fill(0);
      }
    }
    this.at = 0;
    if (this.waiting) this.swap();
  }

  private compute(): void {
    const block = this.latency;
    this.newest = (this.newest + 1) % this.partitions;
    for (let c = 0; c < this.channels; c++) {
      const heard = this.heard[c]!;
      this.fft.forward(heard, this.real[c]![this.newest]!, this.imaginary[c]![this.newest]!);
      heard.copyWithin(0, block, 2 * block);
    }
    for (let to = 0; to < this.channels; to++) {
      const ready = this.ready[to]!;
      this.sum(this.current, to);
      for (let i = 0; i < block; i++) ready[i] = this.output[block + i]!;
    }
    this.at = 0;
    if (!this.waiting) return;
    for (let to = 0; to < this.channels; to++) {
      const ready = this.ready[to]!;
      this.sum(this.next, to);
      for (let i = 0; i < block; i++) ready[i] = ready[i]! + this.fade[i]! * (this.output[block + i]! - ready[i]!);
    }
    this.swap();
  }

  private swap(): void {
    const former = this.current;
    this.current = this.next;
    this.next = former;
    former.clear();
    this.waiting = false;
  }

  /** All that reaches an output through a set of responses, in the second half of `output`. */
  private sum(kernels: KernelSpectra, to: number): void {
    const { sumReal, sumImaginary, partitions } = this;
    sumReal.fill(0);
    sumImaginary.fill(0);
    for (let from = 0; from < this.channels; from++) {
      if (!kernels.has(from, to)) continue;
      for (let p = 0; p < partitions; p++) {
        const slot = (this.newest - p + partitions) % partitions;
        kernels.accumulate(from, to, p, this.real[from]![slot]!, this.imaginary[from]![slot]!, sumReal, sumImaginary);
      }
    }
    this.fft.inverse(sumReal, sumImaginary, this.output);
  }
}
