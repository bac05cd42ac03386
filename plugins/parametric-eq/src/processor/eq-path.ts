import type { BandReaders, EqReaders } from "./band-readers.js";

/** One way of computing all bands: the processor's quality. `@audioThread` after construction. */
export interface EqPath {
  /** Frames from input to output. */
  readonly latency: number;
  /**
   * Follows the parameters. To be called where the stream position is a multiple of the grid, and before the first frame.
   * @param frame - of the block.
   * @param dynamicsDb - what each band's dynamics add to its gain.
   * @returns whether nothing moves.
   */
  update(frame: number, params: EqReaders, bands: readonly BandReaders[], dynamicsDb: Float64Array): boolean;
  /** Filters frames in place. While something moves, no call reaches over a multiple of the grid. */
  process(buffers: readonly Float64Array[], start: number, end: number): void;
  /** See `BiquadCascade.settle`. */
  settle(): void;
  /** Forgets all audio heard; the next {@link update} takes the parameters at once. */
  reset(): void;
}
