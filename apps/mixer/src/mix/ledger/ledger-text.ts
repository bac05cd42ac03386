import type { Session } from "@headroom/session";
import { peakText } from "../../strips/peak-text.js";
import type { Boundary } from "./boundaries.js";
import type { LevelFault } from "./first-fault.js";
import type { BoundaryLevels } from "./level-probe.js";

/** Below this nothing sounds. dBFS. */
const SILENT_DB = -90;
/** Rounds to 0.0 below. */
const LEAST_OVER_DB = 0.05;

/** What a boundary is called, within its strip. @param pluginName - the name of a plugin by its id. */
export function boundaryName({ kind, insert }: Boundary, pluginName: (id: string) => string): string {
  if (kind === "insert" && insert) return `behind ${pluginName(insert.plugin)}`;
  return { source: "at its source", input: "behind its trim", insert: "", fader: "behind its fader", output: "at its output" }[kind];
}

/** By how much something is over, in words: "by 3.2 dB". */
function byText(overDb: number): string {
  return overDb < LEAST_OVER_DB ? "by less than 0.1 dB" : `by ${overDb.toFixed(1)} dB`;
}

/** The first fault and what comes of it, in sentences. */
export function faultText(fault: LevelFault | undefined, session: Session, pluginName: (id: string) => string): string {
  if (!fault) return "Nothing has gone over full scale since the last reset.";
  const { first, overDb, harm } = fault;
  const where = (at: Boundary) => `${session.strips[at.stripId]?.name ?? "A strip"} ${boundaryName(at, pluginName)}`;
  const start = `First over full scale: ${where(first)}, ${byText(overDb)}.`;
  if (!harm) return `${start} Nothing is lost there, for the mixer computes in floating point, and all is below full scale again before it leaves.`;
  if (harm.kind === "driven") return `${start} It drives a plugin that answers to level: ${where(harm.at)}, ${byText(harm.overDb)}.`;
  if (harm.at.key === first.key) return `${start} Samples over 0 dBFS are cut off where the master leaves the mixer.`;
  return `${start} Nothing is lost there, but it stays over until the master's output, ${byText(harm.overDb)}, where what is over 0 dBFS is cut off.`;
}

/** What the levels at one boundary mean. */
export function meaningText({ kind, stripId }: Boundary, { maxDb, clips }: BoundaryLevels, session: Session): string {
  const strip = session.strips[stripId];
  if (!(maxDb > SILENT_DB)) return "Nothing has sounded here since the last reset.";
  if (maxDb > 0) {
    const counted = `${clips.toLocaleString("en")} ${clips === 1 ? "sample" : "samples"} over full scale.`;
    if (strip?.kind === "master" && kind === "output")
      return `${counted} Here they are cut off: a converter and a file of 16 or 24 bits hold nothing over 0 dBFS. Less level before this point, or at the master's fader, mends it.`;
    if (kind === "source" && strip?.kind !== "channel")
      return `${counted} What feeds this strip adds up to more than full scale. Floating point holds it without loss, but every plugin behind it works at this level.`;
    return `${counted} Floating point holds them without loss. They matter where a plugin that answers to level comes next, or if they stay over until the master's output.`;
  }
  return `${headroomText(maxDb)} dB of headroom are left between the highest peak and full scale.`;
}

/** Headroom above a peak, in dB: "6.2", or "−1.4" over full scale. */
export function headroomText(maxDb: number): string {
  return maxDb > SILENT_DB ? (0 - maxDb).toFixed(1).replace("-", "−") : "–";
}

export const levelText = peakText;
