import { LIST_LENGTH, SCRATCH_FRAMES, type KernelSpace } from "../wasm/kernel-space.js";

/** Sections that one list holds. */
export const LIST_SECTIONS = LIST_LENGTH / 2;

/** Fewer sections than this cost less in TypeScript than copying the audio to the kernels' memory and back (measured). */
const LEAST_COPIED_SECTIONS = 5;

/** Whether the kernel is the faster way for so many sections over these buffers. `@audioThread` */
export function worthListing(space: KernelSpace, sections: number, left: Float64Array, right: Float64Array): boolean {
  if (space.kernels === undefined) return false;
  return sections >= LEAST_COPIED_SECTIONS || isInPlace(space, left, right);
}

/**
 * Runs the sections in the list of a memory over two channels, in place. Buffers of that memory are used where they
 * are; others are copied there and back. `@audioThread`
 * @param sections - how many are in the list.
 */
export function runListed(
  space: KernelSpace, sections: number, leftBuffer: Float64Array, rightBuffer: Float64Array, start: number, end: number,
): void {
  const { kernels, left, right, list } = space;
  if (kernels === undefined || sections === 0) return;
  if (isInPlace(space, leftBuffer, rightBuffer)) {
    const skip = start * Float64Array.BYTES_PER_ELEMENT;
    kernels.cascade(list.byteOffset, sections, leftBuffer.byteOffset + skip, rightBuffer.byteOffset + skip, end - start);
    return;
  }
  for (let from = start; from < end; from += SCRATCH_FRAMES) {
    const frames = Math.min(SCRATCH_FRAMES, end - from);
    for (let i = 0; i < frames; i++) {
      left[i] = leftBuffer[from + i]!;
      right[i] = rightBuffer[from + i]!;
    }
    kernels.cascade(list.byteOffset, sections, left.byteOffset, right.byteOffset, frames);
    for (let i = 0; i < frames; i++) {
      leftBuffer[from + i] = left[i]!;
      rightBuffer[from + i] = right[i]!;
    }
  }
}

function isInPlace({ list }: KernelSpace, left: Float64Array, right: Float64Array): boolean {
  return left.buffer === list.buffer && right.buffer === list.buffer;
}
