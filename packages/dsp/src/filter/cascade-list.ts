import { KernelSpace } from "../wasm/kernel-space.js";
import type { BiquadCascade } from "./biquad-cascade.js";
import { processCascades } from "./process-cascades.js";

/** Numbers that a section takes in the list: pointers of its coefficients and of its state. */
const ENTRY = 2;

/**
 * Runs several stereo cascades in a row, as `processCascades` does and with the same samples, but looks at them only when
 * it is told to: what does not change from block to block costs nothing but its filters. `@audioThread` after construction.
 */
export class CascadeList {
  private readonly space: KernelSpace;
  private readonly entries: Uint32Array;
  private readonly mostSections: number;
  private cascades: readonly BiquadCascade[] = [];
  private count = 0;
  /** Sections in the list; below 0 where the cascades cannot be listed. */
  private sections = 0;
  private left: Float64Array | undefined;
  private right: Float64Array | undefined;
  private leftPointer = 0;
  private rightPointer = 0;

  /** @param mostSections - of all cascades together. */
  constructor(mostSections: number) {
    const length = (mostSections * ENTRY) / 2;
    this.mostSections = mostSections;
    this.space = new KernelSpace([length]);
    const { buffer, byteOffset } = this.space.take(length);
    this.entries = new Uint32Array(buffer, byteOffset, mostSections * ENTRY);
  }

  /**
   * Takes cascades as they are. To be called again whenever one of them was set, sent on its way, settled or reset, or
   * others are to run.
   * @param count - how many of the cascades, from the first.
   */
  prepare(cascades: readonly BiquadCascade[], count: number): void {
    this.cascades = cascades;
    this.count = count;
    this.sections = 0;
    for (let n = 0; n < count; n++) {
      const cascade = cascades[n]!;
      const { kernels } = cascade.space;
      if (kernels === undefined || kernels !== this.space.kernels || cascade.channels !== 2 || cascade.ramping || this.sections + cascade.sections > this.mostSections) {
        this.sections = -1;
        return;
      }
      this.sections = cascade.writeList(this.entries, this.sections, 0);
    }
  }

  /** Filters in place. @param buffers - one a channel. */
  process(buffers: readonly Float64Array[], start: number, end: number): void {
    const { kernels } = this.space;
    if (this.sections < 0 || kernels === undefined || !this.holds(buffers[0]!, buffers[1])) {
      processCascades(this.cascades, buffers, start, end, this.count);
      return;
    }
    if (this.sections === 0 || start >= end) return;
    const skip = start * Float64Array.BYTES_PER_ELEMENT;
    kernels.cascade(this.entries.byteOffset, this.sections, this.leftPointer + skip, this.rightPointer + skip, end - start);
  }

  /** Whether the buffers lie in the list's memory. */
  private holds(left: Float64Array, right: Float64Array | undefined): boolean {
    if (left === this.left && right === this.right) return true;
    if (right === undefined || left.buffer !== this.entries.buffer || right.buffer !== this.entries.buffer) return false;
    this.left = left;
    this.right = right;
    this.leftPointer = left.byteOffset;
    this.rightPointer = right.byteOffset;
    return true;
  }
}
