import { FLOOR_DB } from "@headroom/dsp";
import { MASTER_ID, type Session } from "@headroom/session";
import type { SessionAnalysis } from "../analysis.js";
import type { ChannelLevel, Role } from "./level-types.js";
import { guessRole } from "./roles.js";

/** Roles that people have set, by strip. */
export type Roles = Readonly<Record<string, Role>>;

/** How loud each channel is while it sounds, against the mix and, where one is named, against an anchor. Silent ones are left out. */
export function channelLevels(session: Session, analysis: SessionAnalysis, { anchor, roles = {} }: { readonly anchor?: string; readonly roles?: Roles } = {}): ChannelLevel[] {
  const mix = mixLufs(analysis);
  const anchorLufs = analysis.strips.find(({ strip }) => strip === anchor)?.loudnessLufs;
  return analysis.strips.flatMap((found): ChannelLevel[] => {
    const strip = session.strips[found.strip];
    if (strip?.kind !== "channel" || found.loudnessLufs <= FLOOR_DB) return [];
    const role = roles[strip.id] ?? guessRole(strip.name, found, analysis.octavesHz, analysis.stepSeconds);
    const lufs = found.loudnessLufs;
    return [{ strip: strip.id, role, lufs, toMixLu: lufs - mix, ...(anchorLufs !== undefined && anchorLufs > FLOOR_DB && { toAnchorLu: lufs - anchorLufs }) }];
  });
}

/** Loudness of the master's output over the range, LUFS. */
export function mixLufs({ strips }: SessionAnalysis): number {
  return strips.find(({ strip }) => strip === MASTER_ID)?.loudnessLufs ?? FLOOR_DB;
}
