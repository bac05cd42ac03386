import { FLOOR_DB, lufsToPower, powerToLufs } from "@headroom/dsp";
import { FADER_FLOOR_DB, FADER_MAX_DB, type Session } from "@headroom/session";
import type { SessionAnalysis } from "../analysis.js";
import { channelLevels, mixLufs, type Roles } from "./channel-levels.js";
import type { ChannelLevel, LevelApproach, LevelChange, LevelProposal, Role } from "./level-types.js";

/**
 * Loudness of each role while it sounds, against the lead vocal, LU: a starting point in the manner of pop and dance mixes,
 * not a law. What sounds in short hits reads lower than it seems.
 */
export const ROLE_LEVELS_LU: Readonly<Record<Role, number>> = {
  vocal: 0, kick: 0, bass: -1, snare: -3, lead: -3, clap: -5, chords: -5, percussion: -8, pad: -8, hats: -9, effects: -10, other: -6,
};

/** Differences smaller than this are no reason to move a fader, LU. */
const LEAST_CHANGE_LU = 0.05;

/**
 * Faders that bring each channel to a target. `anchor`: the anchor stays, and the others take their roles' distances from it.
 * `roles`: the same, with the loudness of the mix kept as near as the channels' powers tell. `top-down`: the same again, for a
 * loudness of the master. `pink noise`: all channels equally loud, the mix's loudness kept, as when each is raised until
 * it is just heard beside pink noise.
 */
export function proposeLevels(session: Session, analysis: SessionAnalysis, approach: LevelApproach, { roles = {} }: { readonly roles?: Roles } = {}): LevelProposal {
  const all = channelLevels(session, analysis, { roles });
  const fadable = all.filter(({ strip }) => (session.strips[strip]?.faderDb ?? FADER_FLOOR_DB) > FADER_FLOOR_DB);
  const silent = Object.values(session.strips).flatMap(({ id, kind }) => (kind === "channel" && !all.some(({ strip }) => strip === id) ? [id] : []));
  const distances = new Map(fadable.map(({ strip, role }) => [strip, approach.kind === "pink noise" ? 0 : ROLE_LEVELS_LU[role]]));
  const zero = zeroLufs(fadable, distances, approach, mixLufs(analysis));
  const levels = fadable.map((level) => changeOf(session, level, zero + (distances.get(level.strip) ?? 0)));
  const changed = levels.filter(({ faderDb }) => Math.abs(faderDb.after - faderDb.before) >= LEAST_CHANGE_LU);
  return { approach, levels, silent, changes: Object.fromEntries(changed.map(({ strip, faderDb }) => [strip, { faderDb: faderDb.after }])) };
}

/** The loudness at which a distance of 0 lies. */
function zeroLufs(levels: readonly ChannelLevel[], distances: ReadonlyMap<string, number>, approach: LevelApproach, mix: number): number {
  if (approach.kind === "anchor") {
    const anchor = levels.find(({ strip }) => strip === approach.anchor);
    if (!anchor) throw new RangeError(`Nothing sounds on the anchor "${approach.anchor}"; choose a channel that sounds.`);
    return anchor.lufs - (distances.get(anchor.strip) ?? 0);
  }
  if (levels.length === 0) return FLOOR_DB;
  const power = (of: (level: ChannelLevel) => number) => powerToLufs(levels.reduce((sum, level) => sum + lufsToPower(of(level)), 0));
  const now = power(({ lufs }) => lufs);
  const then = power(({ strip }) => distances.get(strip) ?? 0);
  return now - then + (approach.kind === "top-down" && mix > FLOOR_DB ? approach.masterLufs - mix : 0);
}

function changeOf(session: Session, { strip, role, lufs }: ChannelLevel, targetLufs: number): LevelChange {
  const before = session.strips[strip]?.faderDb ?? 0;
  const wanted = before + targetLufs - lufs;
  const after = Math.max(FADER_FLOOR_DB, Math.min(FADER_MAX_DB, wanted));
  return { strip, role, faderDb: { before, after }, lufs: { before: lufs, after: lufs + after - before }, targetLufs, ...(after !== wanted && { limit: "range" as const }) };
}
