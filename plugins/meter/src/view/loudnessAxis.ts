import type { LoudnessTarget } from "../targets.js";

/** Where loudness lies on the graph and its bars, in LUFS. */
export interface LoudnessAxis {
  readonly top: number;
  readonly bottom: number;
}

const ABOVE_LU = 18;
const BELOW_LU = 27;
const HIGHEST_TOP = 3;
/** What the axis is laid around without a target: it then ends at 0 LUFS. */
const WITHOUT_TARGET_LUFS = -18;

/** The axis around a target. EBU Tech 3341's larger scale has as much above it. */
export function loudnessAxis(target: LoudnessTarget | undefined): LoudnessAxis {
  const middle = target?.lufs ?? WITHOUT_TARGET_LUFS;
  const top = Math.min(HIGHEST_TOP, middle + ABOVE_LU);
  return { top, bottom: top - ABOVE_LU - BELOW_LU };
}

/** Share of the height, 0 at the top…1 at the bottom, kept inside. */
export function loudnessShare({ top, bottom }: LoudnessAxis, lufs: number): number {
  return Math.min(1, Math.max(0, (top - lufs) / (top - bottom)));
}
