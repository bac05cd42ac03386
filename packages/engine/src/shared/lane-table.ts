import type { ParameterSpec } from "@headroom/sdk";

/**
 * A lane in frames of the song, as threads share it: nodes in order of their frame, and between two of them a way that is
 * bent by the first one's curve (see `bend` of `@headroom/session/curves`). Where the value steps, two nodes have one frame.
 */
export interface LaneTable {
  /** Told apart by it: the same number is the same content. */
  readonly id: number;
  readonly frames: Float64Array;
  /** Of a plugin's number on its travel (0…1); of everything else in its unit. */
  readonly values: Float64Array;
  readonly curves: Float64Array;
}

/** A lane of a strip: the index of its control in the strip's row. */
export interface StripLane {
  readonly control: number;
  readonly table: LaneTable;
}

/** A lane of an insert. */
export interface InsertLane {
  /** Index of the parameter, or one of `InsertTarget`. */
  readonly target: number;
  readonly table: LaneTable;
  /** Of a parameter: what its travel is. */
  readonly spec?: ParameterSpec;
  /** Frames in which the value comes back to the lane after a jump; 0: at once. */
  readonly rampFrames: number;
}

/**
 * A lane is evaluated at its nodes and at each multiple of this song frame; between them what it moves goes straight. So
 * the samples depend on the place in the song alone, wherever rendering began and however it is cut.
 */
export const LANE_GRID = 128;
