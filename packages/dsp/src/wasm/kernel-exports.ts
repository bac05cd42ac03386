/** What the WebAssembly module offers. Pointers are byte offsets into its memory; `kernels/` describes each. */
export interface KernelExports {
  readonly memory: KernelMemory;
  cascade(list: number, sections: number, left: number, right: number, frames: number): void;
  transform(real: number, imaginary: number, turns: number, split: number, half: number): void;
  kWeightedPower(coefficients: number, state: number, sums: number, left: number, right: number, frames: number): void;
  highest(buffer: number, frames: number): number;
  scale(buffer: number, frames: number, gain: number): void;
  mirroredSums(window: number, taps: number, pairs: number, sums: number, frames: number): void;
  truePeak(window: number, table: number, pairs: number, frames: number, floor: number, near: number, rest: number): number;
}

/** The part of WebAssembly.Memory that is used. */
export interface KernelMemory {
  readonly buffer: ArrayBuffer;
  /** @param pages - of 64 KiB. */
  grow(pages: number): number;
}

/** The part of WebAssembly that is used, synchronous as an AudioWorklet's constructor needs it. */
export interface WebAssemblyApi {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: object };
}
