import { KernelSpace } from "../wasm/kernel-space.js";

/**
 * One block of audio in float64, where the kernels are: in WebAssembly memory where there is one (see `preferKernels`).
 * What filters work on between a plugin's input and its output. Nothing but the constructor allocates (`@audioThread`).
 */
export class KernelBlock {
  /** One a channel. */
  readonly buffers: readonly Float64Array[];
  private readonly space: KernelSpace;

  /** @param frames - length of each buffer. */
  constructor(channels: number, frames: number) {
    this.space = new KernelSpace(Array.from({ length: channels }, () => frames));
    this.buffers = Array.from({ length: channels }, () => this.space.take(frames));
  }

  /** Takes the first frames of a signal. @param input - one array a channel. */
  read(input: readonly Float32Array[], frames: number): void {
    for (let c = 0; c < this.buffers.length; c++) copy(input[c]!, this.buffers[c]!, frames);
  }

  /** Gives its first frames to a signal. */
  write(output: readonly Float32Array[], frames: number): void {
    for (let c = 0; c < this.buffers.length; c++) copy(this.buffers[c]!, output[c]!, frames);
  }

  /** Multiplies frames `start`…`end − 1` of all channels by a linear gain. */
  scale(gain: number, start: number, end: number): void {
    const { kernels } = this.space;
    for (let c = 0; c < this.buffers.length; c++) {
      const buffer = this.buffers[c]!;
      if (kernels !== undefined) kernels.scale(buffer.byteOffset + start * Float64Array.BYTES_PER_ELEMENT, end - start, gain);
      else for (let i = start; i < end; i++) buffer[i] = buffer[i]! * gain;
    }
  }

  /** Highest amplitude in frames `start`…`end − 1` of a channel. Frames that are no number do not count. */
  highest(channel: number, start: number, end: number): number {
    const buffer = this.buffers[channel]!;
    const { kernels } = this.space;
    if (kernels !== undefined) return kernels.highest(buffer.byteOffset + start * Float64Array.BYTES_PER_ELEMENT, end - start);
    let top = 0;
    for (let i = start; i < end; i++) {
      const amplitude = Math.abs(buffer[i]!);
      if (amplitude > top) top = amplitude;
    }
    return top;
  }
}

function copy(from: Float32Array | Float64Array, to: Float32Array | Float64Array, frames: number): void {
  // Whole arrays are converted many times faster by the language's own copy than by a loop.
  if (frames === from.length && frames <= to.length) to.set(from);
  else for (let i = 0; i < frames; i++) to[i] = from[i]!;
}
