/** A loudness that a programme is to reach. */
export interface LoudnessTarget {
  /** As people call it. */
  readonly name: string;
  readonly lufs: number;
  /** How far off integrated loudness may be and still count as on target, in LU. */
  readonly toleranceLu: number;
  /** Who plays what misses it, and what they do. */
  readonly use: "broadcast" | "normalized" | "own";
}

/** Options of the parameter `target`. */
export const TARGET_OPTIONS = ["EBU R 128", "-14 LUFS", "-16 LUFS", "custom", "none"] as const;
export type TargetOption = (typeof TARGET_OPTIONS)[number];

/** EBU R 128 (2023) allows 0.5 LU; services that normalise state none, so 1 LU is what is hardly heard. */
const FIXED: Readonly<Partial<Record<TargetOption, LoudnessTarget>>> = {
  "EBU R 128": { name: "EBU R 128", lufs: -23, toleranceLu: 0.5, use: "broadcast" },
  "-14 LUFS": { name: "Streaming", lufs: -14, toleranceLu: 1, use: "normalized" },
  "-16 LUFS": { name: "Streaming, podcasts", lufs: -16, toleranceLu: 1, use: "normalized" },
};

/**
 * The target that an option stands for.
 * @param customLufs - of the option "custom".
 * @returns nothing for "none".
 */
export function targetOf(option: TargetOption, customLufs: number): LoudnessTarget | undefined {
  if (option === "custom") return { name: "Custom", lufs: customLufs, toleranceLu: 0.5, use: "own" };
  return FIXED[option];
}
