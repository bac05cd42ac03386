/** Levels in the report; `null` is silence. */
export interface ReportLevels {
  readonly boundary: string;
  readonly peakDbfs: number | null;
  readonly truePeakDbtp: number | null;
  readonly rmsDbfs: number | null;
  readonly mostShortTermLufs: number | null;
  readonly integratedLufs: number | null;
  readonly headroomDb: number | null;
  readonly overs: number;
}

export interface ReportFinding {
  readonly step: "gain" | "levels" | "space" | "master";
  readonly severity: "error" | "warning" | "note";
  readonly strip: string;
  readonly seconds: number | null;
  readonly sentence: string;
}

/** Report of a session as JSON. Fields are only ever added within a `format`. */
export interface MixCheckReport {
  readonly format: "headroom mix check 1";
  readonly session: string;
  readonly startSeconds: number;
  readonly endSeconds: number;
  readonly sampleRate: number;
  readonly master: {
    readonly integratedLufs: number | null;
    readonly mostShortTermLufs: number | null;
    readonly truePeakDbtp: number | null;
    readonly peakDbfs: number | null;
    readonly correlation: number;
    readonly overs: number;
    /** Share of the power in each octave, by its centre in Hz. */
    readonly octaves: readonly { readonly hz: number; readonly share: number }[];
  };
  readonly strips: readonly {
    readonly strip: string;
    readonly name: string;
    readonly kind: "channel" | "bus" | "master";
    readonly role: string | null;
    readonly soundSeconds: number;
    readonly loudnessLufs: number | null;
    readonly toMixLu: number | null;
    readonly shareOfLoudness: number | null;
    readonly correlation: number;
    readonly ledger: readonly ReportLevels[];
  }[];
  readonly collisions: readonly {
    readonly strips: readonly [string, string];
    readonly score: number;
    readonly share: number;
    readonly lowHz: number;
    readonly highHz: number;
    readonly startSeconds: number | null;
  }[];
  readonly clips: readonly { readonly seconds: number; readonly endSeconds: number; readonly levelDbfs: number; readonly contributions: readonly { readonly strip: string; readonly levelDbfs: number; readonly share: number }[] }[];
  /** In the order of the signal, then of weight. */
  readonly findings: readonly ReportFinding[];
}
