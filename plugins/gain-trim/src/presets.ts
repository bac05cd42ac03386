import type { Preset } from "@headroom/sdk";
import type { GainTrimParams } from "./params.js";

/** Factory presets: what to measure and to which target, and common corrections. */
export const GAIN_TRIM_PRESETS: readonly Preset<GainTrimParams>[] = [
  { name: "Trim to −18 dBFS RMS (0 VU)", values: { measure: "RMS", target: -18 } },
  { name: "Trim to −23 LUFS (EBU R 128)", values: { measure: "LUFS", target: -23 } },
  { name: "Trim to −14 LUFS (streaming)", values: { measure: "LUFS", target: -14 } },
  { name: "Trim peaks to −6 dBFS", values: { measure: "peak", target: -6 } },
  { name: "Trim true peak to −1 dBTP", values: { measure: "true-peak", target: -1 } },
  { name: "Mono check", values: { mono: true } },
  { name: "Polarity, both sides", values: { polarityLeft: true, polarityRight: true } },
  { name: "Left and right exchanged", values: { swap: true } },
  { name: "Offset removed", values: { dcBlock: true } },
  { name: "Narrow, 60 %", values: { width: 60 } },
  { name: "Wide, 140 %", values: { width: 140, gain: -1.5 } },
];
