import { FLOOR_DB, powerToDb } from "@headroom/dsp";
import type { Session } from "@headroom/session";
import type { SessionAnalysis, StripAnalysis } from "../analysis.js";
import { channelLevels, type Roles } from "../level/channel-levels.js";
import type { Role } from "../level/level-types.js";
import { hertzText } from "../text.js";
import { audibility, audible } from "./audible.js";
import { eqResponse } from "./eq-response.js";
import { weighLoss } from "./find-collisions.js";
import { kWeighting } from "./k-weighting.js";
import { lossTo } from "./masking.js";
import { ROLE_RANGE_HZ } from "./role-range.js";
import type { Collision, EqBand, EqChange, EqSuggestion } from "./space-types.js";

/** A suggestion takes away at least this share of the collision, if anything tried does. */
const WANTED = 0.5;
/** No more than this is given back to a channel that was cut, dB. */
const MOST_OUTPUT_DB = 9;
/** No channel becomes louder or quieter by more than this, LU. */
const MOST_CHANGE_LU = 1;
const CUTS_DB = [-3, -6, -9, -12, -15] as const;
const ANSWERS_DB = [0, 3, 6] as const;
/** Below this, what is not needed is cut off whole. */
const LOW_HZ = 1000;
const BUTTERWORTH_Q = Math.SQRT1_2;

interface Attempt {
  readonly masker: readonly EqBand[];
  readonly victim: readonly EqBand[];
}

/**
 * EQ that makes room between two channels: the mildest of a few usual moves that takes half of the collision away, or the one
 * that takes most. What the masker can spare for its role is cut off; what both need is cut on one and, where that is too
 * little, raised on the other. Each channel keeps its loudness by its EQ's output.
 * @returns `undefined` where nothing that was tried helps.
 */
export function suggestEq(session: Session, analysis: SessionAnalysis, collision: Collision, { roles = {} }: { readonly roles?: Roles } = {}): EqSuggestion | undefined {
  const [{ victim: victimId, masker: maskerId }] = collision.masking;
  const role = new Map(channelLevels(session, analysis, { roles }).map((level) => [level.strip, level.role]));
  const strip = (id: string) => analysis.strips.find((one) => one.strip === id);
  const [victim, masker] = [strip(victimId), strip(maskerId)];
  if (!victim || !masker) return undefined;
  const trial = new Trial(analysis, victim, masker, [role.get(victimId) ?? "other", role.get(maskerId) ?? "other"]);
  const before = trial.score({ masker: [], victim: [] });
  let best: { readonly attempt: Attempt; readonly after: number } | undefined;
  for (const attempt of attempts(collision.rangeHz, role.get(maskerId) ?? "other")) {
    const after = trial.score(attempt);
    if (after >= before || (best && after >= best.after) || !trial.keepsLoudness(attempt)) continue;
    best = { attempt, after };
    if (after <= WANTED * before) break;
  }
  if (!best) return undefined;
  const name = (id: string) => session.strips[id]?.name ?? id;
  const where = `${hertzText(collision.rangeHz[0])} to ${hertzText(collision.rangeHz[1])}`;
  const { attempt, after } = best;
  return {
    strips: collision.strips, before, after,
    changes: [
      trial.change(masker, attempt.masker, `${name(maskerId)} hides ${name(victimId)} from ${where}: ${inWords(attempt.masker)} makes room for it.`),
      ...(attempt.victim.length > 0 ? [trial.change(victim, attempt.victim, `${name(victimId)} comes forward where ${name(maskerId)} made room, from ${where}.`)] : []),
    ],
  };
}

/** Tries EQs on two channels by what was measured of them. */
class Trial {
  readonly #analysis: SessionAnalysis;
  readonly #victim: StripAnalysis;
  readonly #masker: StripAnalysis;
  readonly #roles: readonly [victim: Role, masker: Role];
  readonly #factors: Float64Array;

  constructor(analysis: SessionAnalysis, victim: StripAnalysis, masker: StripAnalysis, roles: readonly [Role, Role]) {
    this.#analysis = analysis;
    this.#victim = victim;
    this.#masker = masker;
    this.#roles = roles;
    this.#factors = audibility(analysis);
  }

  /** The collision's score with the bands at work, in the direction that was the worse. */
  score({ masker, victim }: Attempt): number {
    const { bandsHz } = this.#analysis;
    const one = audible(this.#victim, this.#factors, this.#response(this.#victim, victim));
    const other = audible(this.#masker, this.#factors, this.#response(this.#masker, masker));
    const [victimRole, maskerRole] = this.#roles;
    const sum = (losses: Float64Array) => losses.reduce((all, x) => all + x, 0);
    return Math.min(1, sum(weighLoss(lossTo(one, other, bandsHz.length).bands, bandsHz, victimRole, maskerRole)));
  }

  keepsLoudness({ masker, victim }: Attempt): boolean {
    return [this.#makeUp(this.#masker, masker), this.#makeUp(this.#victim, victim)].every(({ outputDb, lost }) => Math.abs(lost + outputDb) <= MOST_CHANGE_LU);
  }

  change(strip: StripAnalysis, bands: readonly EqBand[], reason: string): EqChange {
    const { outputDb, lost } = this.#makeUp(strip, bands);
    return { strip: strip.strip, bands, outputDb, loudnessChangeLu: lost + outputDb, reason };
  }

  #response(strip: StripAnalysis, bands: readonly EqBand[]): Float64Array {
    const { bandsHz, sampleRate } = this.#analysis;
    const output = 10 ** (this.#makeUp(strip, bands).outputDb / 10);
    return eqResponse(bands, bandsHz, sampleRate).map((gain) => gain * output);
  }

  /** What the bands take from a strip's loudness, and the output that gives it back, dB. */
  #makeUp({ excitation }: StripAnalysis, bands: readonly EqBand[]): { readonly outputDb: number; readonly lost: number } {
    const { bandsHz, sampleRate } = this.#analysis;
    const response = eqResponse(bands, bandsHz, sampleRate);
    const weights = kWeighting(bandsHz, sampleRate);
    let before = 0;
    let after = 0;
    for (let i = 0; i < excitation.length; i++) {
      const band = i % bandsHz.length;
      const power = (excitation[i] ?? 0) * (weights[band] ?? 0);
      before += power;
      after += power * (response[band] ?? 1);
    }
    const lost = before > 0 ? Math.max(FLOOR_DB, powerToDb(after / before)) : 0;
    return { lost, outputDb: Math.max(-MOST_OUTPUT_DB, Math.min(MOST_OUTPUT_DB, -lost)) };
  }
}

/** Moves to try, the mildest first. */
function attempts([lowHz, highHz]: readonly [number, number], masker: Role): Attempt[] {
  const [fromHz, toHz] = ROLE_RANGE_HZ[masker];
  const cut = (type: "low-cut" | "high-cut", frequencyHz: number, slope: EqBand["slope"]): EqBand => ({ type, frequencyHz, gainDb: 0, q: BUTTERWORTH_Q, slope });
  const spare = Math.sqrt(lowHz * highHz) > toHz ? cuts("high-cut", toHz) : Math.sqrt(lowHz * highHz) < fromHz ? cuts("low-cut", fromHz) : [];
  const centerHz = Math.sqrt(lowHz * highHz);
  const q = Math.max(0.4, Math.min(3, centerHz / Math.max(1, highHz - lowHz)));
  const bell = (gainDb: number): EqBand => ({ type: "bell", frequencyHz: centerHz, gainDb, q, slope: "12" });
  const shelf = (gainDb: number): EqBand => ({ type: "low-shelf", frequencyHz: highHz, gainDb, q: BUTTERWORTH_Q, slope: "12" });
  const low = highHz < LOW_HZ;
  const shared = CUTS_DB.flatMap((gainDb) => answered([bell(gainDb), ...(low ? [shelf(gainDb)] : [])]));
  // What has a low end of its own keeps it.
  const body = low && masker !== "kick" && masker !== "bass" ? answered([...cuts("low-cut", centerHz), ...cuts("low-cut", highHz)].flatMap((one) => one.masker)) : [];
  return [...spare, ...shared, ...body];

  /** Each cut by itself, and with the other raised there. */
  function answered(bands: readonly EqBand[]): Attempt[] {
    return ANSWERS_DB.flatMap((answerDb) => bands.map((band): Attempt => ({ masker: [band], victim: answerDb === 0 ? [] : [bell(answerDb)] })));
  }

  function cuts(type: "low-cut" | "high-cut", hz: number): Attempt[] {
    return (["12", "24"] as const).map((slope) => ({ masker: [cut(type, hz, slope)], victim: [] }));
  }
}

function inWords(bands: readonly EqBand[]): string {
  return bands.map(({ type, frequencyHz, gainDb }) => (gainDb === 0 ? `a ${type.replace("-", " ")} at ${hertzText(frequencyHz)}` : `${gainDb < 0 ? "a cut" : "a boost"} of ${Math.abs(gainDb)} dB around ${hertzText(frequencyHz)}`)).join(" and ");
}
