import { KernelSpace } from "../wasm/kernel-space.js";

/** Outputs that are computed at once. */
const STRIDE = 4;

/**
 * Filters one channel with taps of which the second half mirrors the first. Runs in WebAssembly where there is one (see
 * `preferKernels`). Nothing but the constructor allocates (`@audioThread`).
 */
export class MirroredFilter {
  /** What {@link run} gave, one number a frame. */
  readonly sums: Float64Array;
  /** Frames to filter, from {@link history}; those before are the ones that came before. */
  readonly window: Float64Array;
  /** Frames that the filter looks back. */
  readonly history: number;

  private readonly space: KernelSpace;
  private readonly taps: Float64Array;

  /** @param half - the first half of the taps. @param mostFrames - the most of a call of {@link run}. */
  constructor(half: Float64Array, mostFrames: number) {
    this.history = 2 * half.length - 1;
    const windowLength = this.history + mostFrames + STRIDE;
    this.space = new KernelSpace([half.length, windowLength, mostFrames + STRIDE]);
    this.taps = this.space.take(half.length);
    this.window = this.space.take(windowLength);
    this.sums = this.space.take(mostFrames + STRIDE);
    this.taps.set(half);
  }

  /** Filters the first `frames` of the window, which then become history. */
  run(frames: number): void {
    const { window, taps, sums, history } = this;
    const { kernels } = this.space;
    if (kernels === undefined) mirroredSums(window, taps, sums, frames);
    else kernels.mirroredSums(window.byteOffset, taps.byteOffset, taps.length, sums.byteOffset, frames);
    window.copyWithin(0, frames, frames + history);
  }

  reset(): void {
    this.window.fill(0);
  }
}

/** The twin of the kernel of this name, operation by operation. */
function mirroredSums(window: Float64Array, taps: Float64Array, sums: Float64Array, frames: number): void {
  const pairs = taps.length;
  for (let i = 0; i < frames; i += STRIDE) {
    let s0 = 0;
    let s1 = 0;
    let s2 = 0;
    let s3 = 0;
    for (let k = 0, above = i + 2 * pairs - 1, below = i; k < pairs; k++, above--, below++) {
      const weight = taps[k]!;
      s0 += weight * (window[above]! + window[below]!);
      s1 += weight * (window[above + 1]! + window[below + 1]!);
      s2 += weight * (window[above + 2]! + window[below + 2]!);
      s3 += weight * (window[above + 3]! + window[below + 3]!);
    }
    sums[i] = s0;
    sums[i + 1] = s1;
    sums[i + 2] = s2;
    sums[i + 3] = s3;
  }
}
