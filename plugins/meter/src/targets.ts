/** A loudness that a programme is to reach. */
export interface LoudnessTarget {
  readonly lufs: number;
  /** How far off integrated loudness may be and still count as on target, in LU. */
  readonly toleranceLu: number;
  /** Who plays what misses it, and what they do. */
  readonly use: "broadcast" | "normalized" | "own";
}

/** Options of the parameter `target`. */
export const TARGET_OPTIONS = ["ebu-r128", "streaming-14", "streaming-16", "custom", "none"] as const;
export type TargetOption = (typeof TARGET_OPTIONS)[number];

/** The options as people see them. */
export const TARGET_LABELS: Readonly<Record<TargetOption, string>> = {
  "ebu-r128": "EBU R 128 (−23 LUFS)",
  "streaming-14": "Streaming (−14 LUFS)",
  "streaming-16": "Podcasts (−16 LUFS)",
  custom: "Custom",
  none: "No target",
};

/** EBU R 128 (2023) allows 0.5 LU; services that normalise state none, so 1 LU is what is hardly heard. */
const FIXED: Readonly<Partial<Record<TargetOption, LoudnessTarget>>> = {
  "ebu-r128": { lufs: -23, toleranceLu: 0.5, use: "broadcast" },
  "streaming-14": { lufs: -14, toleranceLu: 1, use: "normalized" },
  "streaming-16": { lufs: -16, toleranceLu: 1, use: "normalized" },
};

/**
 * The target that an option stands for.
 * @param customLufs - of the option "custom".
 * @returns nothing for "none".
 */
export function targetOf(option: TargetOption, customLufs: number): LoudnessTarget | undefined {
  if (option === "custom") return { lufs: customLufs, toleranceLu: 0.5, use: "own" };
  return FIXED[option];
}
