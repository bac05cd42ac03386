import { powerToDb } from "@headroom/dsp";
import type { Session } from "@headroom/session";
import type { SessionAnalysis, StripAnalysis } from "../analysis.js";
import { channelLevels, type Roles } from "../level/channel-levels.js";
import type { Role } from "../level/level-types.js";
import { audibility, audible, type AudibleStrip } from "./audible.js";
import { lossTo } from "./masking.js";
import { lossWeight } from "./role-range.js";
import type { Collision, CollisionMatrix, Masking } from "./space-types.js";

/** Collisions that matter less than this are none. */
const LEAST_SCORE = 0.05;
/** Pairs that are looked at in every step, of those whose spectra overlap most: for sessions of many channels. */
const MOST_PAIRS = 600;
/** Share of a collision's loss that its range holds. */
const IN_RANGE = 0.7;
const MOST_STRETCHES = 5;
const STRETCH_SECONDS = 1;

export interface CollisionOptions {
  /** Roles that people have set, by strip. */
  readonly roles?: Roles;
  /** Called between pairs with the share done; what it throws ends the search. */
  readonly onProgress?: (done: number) => void;
}

/** How much all channels hide each other at their outputs. Needs an analysis of detail `all`; channels that are silent collide with none. */
export function findCollisions(session: Session, analysis: SessionAnalysis, { roles = {}, onProgress = () => undefined }: CollisionOptions = {}): CollisionMatrix {
  const bands = analysis.bandsHz.length;
  const role = new Map(channelLevels(session, analysis, { roles }).map((level) => [level.strip, level.role]));
  const found = analysis.strips.filter(({ strip, excitation }) => role.has(strip) && excitation.length > 0);
  const factors = audibility(analysis);
  const heard = found.map((strip) => audible(strip, factors));
  const matrix = found.map(() => found.map(() => 0));
  const pairs = overlapping(found, bands);
  const collisions: Collision[] = [];
  for (const [n, [a, b]] of pairs.entries()) {
    onProgress(n / pairs.length);
    const [one, other] = [heard[a], heard[b]];
    if (!one || !other) continue;
    const both = [weigh(one, other, analysis, role), weigh(other, one, analysis, role)] as const;
    const worse = both[0].score >= both[1].score ? both : ([both[1], both[0]] as const);
    const rowA = matrix[a];
    const rowB = matrix[b];
    if (rowA) rowA[b] = both[0].masking.share;
    if (rowB) rowB[a] = both[1].masking.share;
    if (worse[0].score < LEAST_SCORE) continue;
    collisions.push({
      strips: [one.strip, other.strip],
      score: worse[0].score,
      masking: [worse[0].masking, worse[1].masking],
      rangeHz: rangeOf(worse[0].weighted, analysis.bandsHz),
      when: stretches(worse[0].steps, analysis),
    });
  }
  return { strips: found.map(({ strip }) => strip), share: matrix, collisions: inOrder(collisions) };
}

/** Worst first. What a masker named before also hides comes later by half: one remedy often serves both. */
function inOrder(collisions: readonly Collision[]): Collision[] {
  const named = new Set<string>();
  const rest = [...collisions];
  const ordered: Collision[] = [];
  const weight = ({ score, masking: [{ masker }] }: Collision) => (named.has(masker) ? score / 2 : score);
  while (rest.length > 0) {
    const [worst] = rest.toSorted((x, y) => weight(y) - weight(x));
    if (!worst) break;
    rest.splice(rest.indexOf(worst), 1);
    ordered.push(worst);
    named.add(worst.masking[0].masker);
  }
  return ordered;
}

interface Weighed {
  readonly masking: Masking;
  /** Losses as they matter, by band. */
  readonly weighted: Float64Array;
  readonly score: number;
  readonly steps: Float64Array;
}

/** One direction of a collision: what the victim loses, and how much of it matters. */
function weigh(victim: AudibleStrip, masker: AudibleStrip, analysis: SessionAnalysis, roles: ReadonlyMap<string, Role>): Weighed {
  const { bandsHz } = analysis;
  const steps = new Float64Array(Math.ceil(victim.excitation.length / bandsHz.length));
  const { bands, share } = lossTo(victim, masker, bandsHz.length, steps);
  const weighted = weighLoss(bands, bandsHz, roles.get(victim.strip) ?? "other", roles.get(masker.strip) ?? "other");
  return {
    masking: { victim: victim.strip, masker: masker.strip, share, bands: [...bands] },
    weighted, steps,
    score: Math.min(1, weighted.reduce((sum, x) => sum + x, 0)),
  };
}

/** Losses of each band as they matter to a score. */
export function weighLoss(bands: Float64Array, bandsHz: readonly number[], victim: Role, masker: Role): Float64Array {
  return bands.map((loss, i) => loss * lossWeight(bandsHz[i] ?? 0, victim, masker));
}

/** Pairs of indices, those first whose spectra over the range lie most over each other. */
function overlapping(found: readonly StripAnalysis[], bands: number): readonly (readonly [number, number])[] {
  const pairs = found.flatMap((_, a) => found.slice(a + 1).map((_, i) => [a, a + 1 + i] as const));
  if (pairs.length <= MOST_PAIRS) return pairs;
  const levels = found.map(({ excitation }) => Array.from({ length: bands }, (_, band) => {
    let sum = 0;
    for (let i = band; i < excitation.length; i += bands) sum += excitation[i] ?? 0;
    return Math.max(-100, powerToDb(sum));
  }));
  const overlap = ([a, b]: readonly [number, number]) => (levels[a] ?? []).reduce((sum, level, band) => sum + Math.min(level, levels[b]?.[band] ?? -100) + 100, 0);
  return pairs.map((pair) => ({ pair, overlap: overlap(pair) })).sort((x, y) => y.overlap - x.overlap).slice(0, MOST_PAIRS).map(({ pair }) => pair);
}

/** The narrowest run of bands that holds most of the loss. */
function rangeOf(weighted: Float64Array, bandsHz: readonly number[]): readonly [number, number] {
  const wanted = IN_RANGE * weighted.reduce((sum, x) => sum + x, 0);
  let best: readonly [number, number] = [0, bandsHz.length - 1];
  for (let from = 0; from < weighted.length; from++) {
    let sum = 0;
    for (let to = from; to < weighted.length; to++) {
      sum += weighted[to] ?? 0;
      if (sum < wanted) continue;
      if (to - from < best[1] - best[0]) best = [from, to];
      break;
    }
  }
  return [bandsHz[best[0]] ?? 0, bandsHz[best[1]] ?? 0];
}

/** Seconds of the song in which most is lost. */
function stretches(steps: Float64Array, { spectralStepSeconds, startSeconds, endSeconds }: SessionAnalysis): Collision["when"] {
  const length = Math.max(1, Math.round(STRETCH_SECONDS / spectralStepSeconds));
  const total = steps.reduce((sum, x) => sum + x, 0);
  const all = Array.from({ length: Math.ceil(steps.length / length) }, (_, i) => ({
    startSeconds: startSeconds + i * length * spectralStepSeconds,
    endSeconds: Math.min(endSeconds, startSeconds + (i + 1) * length * spectralStepSeconds),
    share: total === 0 ? 0 : steps.subarray(i * length, (i + 1) * length).reduce((sum, x) => sum + x, 0) / total,
  }));
  return all.filter(({ share }) => share > 0).sort((x, y) => y.share - x.share).slice(0, MOST_STRETCHES);
}
