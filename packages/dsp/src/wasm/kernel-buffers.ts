import { KernelSpace } from "./kernel-space.js";

/**
 * Buffers for one channel each that cascades filter without copying: they lie in the kernels' memory where there is
 * one. Allocates; to be called once.
 * @param frames - length of each.
 */
export function createKernelBuffers(channels: number, frames: number): Float64Array[] {
  const space = new KernelSpace(Array.from({ length: channels }, () => frames));
  return Array.from({ length: channels }, () => space.take(frames));
}

/** As {@link createKernelBuffers}, for one channel. */
export function createKernelBuffer(frames: number): Float64Array {
  return new KernelSpace([frames]).take(frames);
}
