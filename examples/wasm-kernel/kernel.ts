import { bytesOfBase64 } from "@headroom/dsp";
import shaper from "./shaper.wasm?url&inline";

interface Shaper {
  readonly memory: WebAssembly.Memory;
  shape(signal: number, gains: number, frames: number): void;
}

/** The compiler's own part at the start of the memory. */
const FIRST_BYTE = 1024;

/**
 * The kernel with room for one channel. The bytes are in the bundle, since a processor fetches nothing; a constructor may
 * compile them where it runs. Nothing but the constructor allocates (`@audioThread`).
 */
export class ShaperKernel {
  /** Frames to bend, in place. */
  readonly signal: Float32Array;
  /** Amplitudes, one a frame. */
  readonly gains: Float32Array;
  readonly #kernel: Shaper;

  constructor(maxFrames: number) {
    const module = new WebAssembly.Module(bytesOfBase64(shaper.slice(shaper.indexOf(",") + 1)) as Uint8Array<ArrayBuffer>);
    this.#kernel = new WebAssembly.Instance(module).exports as unknown as Shaper;
    const { buffer } = this.#kernel.memory;
    this.signal = new Float32Array(buffer, FIRST_BYTE, maxFrames);
    this.gains = new Float32Array(buffer, FIRST_BYTE + 4 * maxFrames, maxFrames);
  }

  /** Bends the first `frames` of `signal`. `@audioThread` */
  run(frames: number): void {
    this.#kernel.shape(this.signal.byteOffset, this.gains.byteOffset, frames);
  }
}
