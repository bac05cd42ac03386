import type { BitDepth, BounceResult } from "@headroom/engine";
import { safeFileName } from "../files/file-name.js";

export const BIT_DEPTHS: readonly { readonly depth: BitDepth; readonly text: string }[] = [
  { depth: 16, text: "16 bit — for CDs and small files" },
  { depth: 24, text: "24 bit — for mastering and archives" },
  { depth: "32f", text: "32 bit float — nothing is ever clipped" },
];

/** A bounce's peak in dBFS: "−3.2 dBFS". */
export function peakDbText(peak: number): string {
  if (peak <= 0) return "silence";
  const db = 20 * Math.log10(peak);
  return `${db > 0 ? "+" : ""}${db.toFixed(1).replace("-", "−")} dBFS`;
}

/** Below this there is nothing to hear. LUFS. */
const SILENCE_LUFS = -120;

/** Integrated loudness: "−14.0 LUFS". */
export function loudnessText(lufs: number): string {
  return lufs < SILENCE_LUFS ? "silence" : `${lufs.toFixed(1).replace("-", "−")} LUFS`;
}

/** Whether a bounce clipped and what that means, in one or two sentences. */
export function clipText({ clipped, peak }: Pick<BounceResult, "clipped" | "peak">, depth: BitDepth): string {
  if (clipped === 0) return "Nothing clips.";
  const samples = `${clipped.toLocaleString("en")} ${clipped === 1 ? "sample is" : "samples are"} over full scale`;
  const remedy = `Pull the master fader down by ${(20 * Math.log10(peak)).toFixed(1)} dB and bounce again.`;
  return depth === "32f"
    ? `${samples}. In 32-bit float they are kept, but a player will cut them off. ${remedy}`
    : `${samples} and were cut off, which distorts. ${remedy}`;
}

/** A file name made from the session's name. */
export function fileName(sessionName: string, depth: BitDepth): string {
  return `${safeFileName(sessionName, "Bounce")} (${depth === "32f" ? "32-bit float" : `${depth}-bit`}).wav`;
}
