import { FLOOR_DB } from "@headroom/dsp";
import { MASTER_ID, TRIM_RANGE_DB, type Session } from "@headroom/session";
import type { BoundaryLevels, SessionAnalysis } from "../analysis.js";
import { withChanges, type StripChanges } from "../edit.js";
import type { GainMeasure, GainProposal, GainTargets, TrimProposal } from "./proposal-types.js";

/** −18 dBFS RMS, which is 0 VU, peaks at or below −6 dBFS, and a master of −6 dBTP. */
export const DEFAULT_GAIN_TARGETS: GainTargets = { measure: "rms", level: -18, mostPeakDbfs: -6, masterTruePeakDbtp: -6 };

/** Differences smaller than this are no reason to move a trim, dB. */
const LEAST_CHANGE_DB = 0.05;
/** What the master is kept below its target, so that rounding does not cross it, dB. */
const MARGIN_DB = 0.05;

/**
 * Trims that bring each channel's source to the target while it sounds; peaks come first where both cannot be. The master is
 * left as it is: see {@link proposeMasterTrim}. Nothing is proposed for channels at which nothing sounds.
 */
export function proposeTrims(session: Session, analysis: SessionAnalysis, targets: GainTargets = DEFAULT_GAIN_TARGETS): GainProposal {
  const trims: TrimProposal[] = [];
  const silent: string[] = [];
  for (const { strip: id, sounds, boundaries } of analysis.strips) {
    const strip = session.strips[id];
    const [source] = boundaries;
    if (strip?.kind !== "channel" || !source) continue;
    if (!sounds || source.peakDbfs <= FLOOR_DB) silent.push(id);
    else trims.push(trimOf(id, strip.trimDb, source, targets));
  }
  const changed = trims.filter(({ trimDb }) => Math.abs(trimDb.after - trimDb.before) >= LEAST_CHANGE_DB);
  const trimDb = session.strips[MASTER_ID]?.trimDb ?? 0;
  const truePeak = analysis.strips.find(({ strip }) => strip === MASTER_ID)?.boundaries.at(-1)?.truePeakDbtp ?? FLOOR_DB;
  return {
    targets, trims: changed, silent,
    master: { trimDb: { before: trimDb, after: trimDb }, truePeakDbtp: { before: truePeak, after: truePeak } },
    changes: Object.fromEntries(changed.map(({ strip, trimDb: { after } }) => [strip, { trimDb: after }])),
  };
}

/**
 * The master's trim that holds its true peak at the target, if it is above. @param analysis - of the session with the
 * channels' trims made. @returns dB; the trim that it has where there is room.
 */
export function proposeMasterTrim(session: Session, analysis: SessionAnalysis, targets: GainTargets = DEFAULT_GAIN_TARGETS): number {
  const trimDb = session.strips[MASTER_ID]?.trimDb ?? 0;
  const truePeak = analysis.strips.find(({ strip }) => strip === MASTER_ID)?.boundaries.at(-1)?.truePeakDbtp ?? FLOOR_DB;
  const over = truePeak - targets.masterTruePeakDbtp;
  return over <= 0 ? trimDb : Math.max(-TRIM_RANGE_DB, trimDb - over - MARGIN_DB);
}

/**
 * Stages the gain of a whole session: trims of channels, then of the master by what it measures with them. The changes are
 * one edit; what they lead to was measured, not foretold.
 * @param analyze - measures a session; called once for the trims and as often as the master's trim needs, twice at most.
 */
export async function stageGains(session: Session, analysis: SessionAnalysis, analyze: (session: Session) => Promise<SessionAnalysis>, targets: GainTargets = DEFAULT_GAIN_TARGETS): Promise<GainProposal> {
  const proposal = proposeTrims(session, analysis, targets);
  const outputOf = ({ strips }: SessionAnalysis) => strips.find(({ strip }) => strip === MASTER_ID)?.boundaries.at(-1)?.truePeakDbtp ?? FLOOR_DB;
  const before = session.strips[MASTER_ID]?.trimDb ?? 0;
  let changes: StripChanges = proposal.changes;
  let measured = proposal.trims.length === 0 ? analysis : await analyze(withChanges(session, changes));
  let after = before;
  // Where the master has no dynamics of its own, the first answer is the last.
  for (let round = 0; round < 2 && outputOf(measured) > targets.masterTruePeakDbtp && after > -TRIM_RANGE_DB; round++) {
    const changed = withChanges(session, changes);
    after = proposeMasterTrim(changed, measured, targets);
    changes = { ...changes, [MASTER_ID]: { trimDb: after } };
    measured = await analyze(withChanges(session, changes));
  }
  return { ...proposal, changes, master: { trimDb: { before, after }, truePeakDbtp: { before: outputOf(analysis), after: outputOf(measured) } } };
}

function trimOf(strip: string, before: number, source: BoundaryLevels, targets: GainTargets): TrimProposal {
  const level = sourceLevel(source, targets.measure);
  const wanted = targets.level - level;
  const allowed = targets.mostPeakDbfs - source.peakDbfs;
  const byPeak = Math.min(wanted, allowed);
  const after = Math.max(-TRIM_RANGE_DB, Math.min(TRIM_RANGE_DB, byPeak));
  const limit = after !== byPeak ? "range" : byPeak < wanted ? "peak" : undefined;
  return {
    strip,
    trimDb: { before, after },
    level: { before: level + before, after: level + after },
    peakDbfs: { before: source.peakDbfs + before, after: source.peakDbfs + after },
    ...(limit && { limit }),
  };
}

/** A source's level in the unit of a measure. */
function sourceLevel(source: BoundaryLevels, measure: GainMeasure): number {
  switch (measure) {
    case "rms":
      return source.rmsDbfs;
    case "vu":
      return source.mostVu;
    case "peak":
      return source.peakDbfs;
    case "lufs":
      return source.integratedLufs;
  }
}
