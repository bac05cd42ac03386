/** A place on a strip's way at which it is measured, in the order of the signal. */
export type Boundary =
  /** What the strip plays or is fed, before its trim. */
  | { readonly at: "source" }
  /** After trim, polarity and swap. */
  | { readonly at: "input" }
  /** After an insert. */
  | { readonly at: "insert"; readonly insert: string }
  /** What goes on from the strip: after fader, pan and width, and after inserts that follow the fader. */
  | { readonly at: "output" };

/** Levels at one boundary over the whole range. What is silent reads `FLOOR_DB` (−200), never NaN or infinity. */
export interface BoundaryLevels {
  readonly boundary: Boundary;
  /** Highest sample of either side, dBFS. */
  readonly peakDbfs: number;
  /** Where that sample is: seconds of the song. */
  readonly peakSeconds: number;
  /** Highest level between the samples too, dBTP (ITU-R BS.1770-5, annex 2). */
  readonly truePeakDbtp: number;
  /** RMS of both sides while it sounds, without the silence between phrases, dBFS. */
  readonly rmsDbfs: number;
  /** Highest reading of a VU meter (300 ms), in VU: 0 is a sine of −18 dBFS RMS. */
  readonly mostVu: number;
  /** Highest loudness of any 3 s, LUFS; of a shorter sound, padded with silence. */
  readonly mostShortTermLufs: number;
  /** Gated loudness of the range, LUFS (ITU-R BS.1770-5). */
  readonly integratedLufs: number;
  /** Decibels from the true peak up to full scale; below 0 over it. */
  readonly headroomDb: number;
  /** Samples over full scale, both sides. */
  readonly overs: number;
}

/** One strip over the whole range. */
export interface StripAnalysis {
  readonly strip: string;
  /** Source first, output last. */
  readonly boundaries: readonly BoundaryLevels[];
  /** Whether anything sounds at its source. */
  readonly sounds: boolean;
  /** Seconds that it sounds at its output. */
  readonly soundSeconds: number;
  /** Loudness of its output while it sounds, LUFS: gated as integrated loudness, so pauses do not count. */
  readonly loudnessLufs: number;
  /** K-weighted mean square of its output in each step of {@link SessionAnalysis.stepSeconds}, linear, both sides added. */
  readonly power: Float32Array;
  /** Sample peak of its output in each step, linear. */
  readonly peak: Float32Array;
  /** Mean correlation of left and right at its output, −1…1; 1 for mono and silence. */
  readonly correlation: number;
  /** Mean square of its output in each band of {@link SessionAnalysis.octavesHz} over the range, linear. */
  readonly octaves: Float32Array;
  /**
   * Power that the ear's filters take from its output: `bands` values for each spectral step, linear, full scale squared.
   * Empty where only levels were asked for.
   */
  readonly excitation: Float32Array;
}

/** How much one strip gives to the master at one frame. */
export interface Contribution {
  /** A strip that feeds the master. */
  readonly strip: string;
  /** Its sample there, linear, as it is added to the master's input. */
  readonly sample: number;
  /** `sample` as a level, dBFS. */
  readonly levelDbfs: number;
  /** Share of the master's sample: 1 is all of it; negative where it works against the peak. */
  readonly share: number;
}

/** A stretch over full scale at the master's input, or its highest peak where nothing is over. */
export interface MasterPeak {
  /** Of the highest sample: seconds of the song, and its side. */
  readonly seconds: number;
  readonly side: "left" | "right";
  /** The master's sample at its input, linear. */
  readonly sample: number;
  readonly levelDbfs: number;
  /** First and last second of the stretch. */
  readonly startSeconds: number;
  readonly endSeconds: number;
  /** Loudest first; their samples add up to `sample` within 1e-6. */
  readonly contributions: readonly Contribution[];
}

/** Everything measured of a range of a session. Plain data: it crosses threads as it is. */
export interface SessionAnalysis {
  readonly sampleRate: number;
  readonly startSeconds: number;
  readonly endSeconds: number;
  /** Channels, buses and the master (last). */
  readonly strips: readonly StripAnalysis[];
  /** Length of a step of the histories of power and peak. */
  readonly stepSeconds: number;
  /** Length of a step of the excitations. */
  readonly spectralStepSeconds: number;
  /** Centres of the ear's bands, one Cam apart. */
  readonly bandsHz: readonly number[];
  /** Centres of the octaves. */
  readonly octavesHz: readonly number[];
  /** Stretches over full scale at the master's input in the order of the song, at most 200; the highest peak if there are none. */
  readonly masterPeaks: readonly MasterPeak[];
  /** How much faster than real time it was measured. */
  readonly timesRealTime: number;
}

/** What to measure. `levels`: no excitations, for proposals of gain. */
export type AnalysisDetail = "levels" | "all";
