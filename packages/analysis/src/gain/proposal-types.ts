import type { StripChanges } from "../edit.js";

/** What sources are brought to. */
export type GainMeasure =
  /** RMS while it sounds, dBFS. */
  | "rms"
  /** Highest VU reading: 0 is a sine of −18 dBFS RMS. */
  | "vu"
  /** Sample peak, dBFS. */
  | "peak"
  /** Loudness while it sounds, LUFS. */
  | "lufs";

export interface GainTargets {
  readonly measure: GainMeasure;
  /** In the measure's unit. */
  readonly level: number;
  /** No source peaks above this, dBFS, whatever the target. */
  readonly mostPeakDbfs: number;
  /** The master's true peak stays at or below this, dBTP. */
  readonly masterTruePeakDbtp: number;
}

/** The trim proposed for one strip. Levels are those of its input: after the trim. */
export interface TrimProposal {
  readonly strip: string;
  readonly trimDb: { readonly before: number; readonly after: number };
  /** In the unit of the measure. */
  readonly level: { readonly before: number; readonly after: number };
  readonly peakDbfs: { readonly before: number; readonly after: number };
  /** Why the target is not met: its peaks forbid it, or the trim's range ends. */
  readonly limit?: "peak" | "range";
}

export interface GainProposal {
  readonly targets: GainTargets;
  /** Only strips whose trim changes. */
  readonly trims: readonly TrimProposal[];
  /** Channels at which nothing sounds. */
  readonly silent: readonly string[];
  readonly master: { readonly trimDb: { readonly before: number; readonly after: number }; readonly truePeakDbtp: { readonly before: number; readonly after: number } };
  readonly changes: StripChanges;
}
