import { FLOOR_DB } from "@headroom/dsp";
import { MASTER_ID, type Session } from "@headroom/session";
import type { BoundaryLevels, SessionAnalysis } from "../analysis.js";
import { boundaryLabel, gainLedger } from "../gain/ledger.js";
import { masterBudget } from "../level/budget.js";
import { channelLevels, type Roles } from "../level/channel-levels.js";
import { findCollisions } from "../space/find-collisions.js";
import { hertzText, inDecibels, timeText } from "../text.js";
import type { MixCheckReport, ReportFinding, ReportLevels } from "./report-types.js";

/** Collisions from this score on are findings; the report lists the others too. */
const NOTABLE_SCORE = 0.25;
const MOST_COLLISIONS = 20;
const MOST_CLIPS = 50;
/** Below this the sides cancel in mono. */
const LEAST_CORRELATION = 0;
/** Loudness that streaming services turn down to, LUFS. */
const STREAMING_LUFS = -14;

/** Everything that was measured and found of a session, as JSON. Silence is `null`. */
export function mixCheck(session: Session, analysis: SessionAnalysis, { roles = {} }: { readonly roles?: Roles } = {}): MixCheckReport {
  const levels = new Map(channelLevels(session, analysis, { roles }).map((level) => [level.strip, level]));
  const shares = new Map(masterBudget(session, analysis).map((share) => [share.strip, share]));
  const { collisions } = findCollisions(session, analysis, { roles });
  const master = analysis.strips.find(({ strip }) => strip === MASTER_ID);
  const out = master?.boundaries.at(-1);
  const octaves = master?.octaves ?? new Float32Array(0);
  const power = octaves.reduce((sum, x) => sum + x, 0);
  return {
    format: "headroom mix check 1",
    session: session.name,
    startSeconds: analysis.startSeconds, endSeconds: analysis.endSeconds, sampleRate: analysis.sampleRate,
    master: {
      integratedLufs: level(out?.integratedLufs), mostShortTermLufs: level(out?.mostShortTermLufs),
      truePeakDbtp: level(out?.truePeakDbtp), peakDbfs: level(out?.peakDbfs),
      correlation: master?.correlation ?? 1, overs: out?.overs ?? 0,
      octaves: analysis.octavesHz.map((hz, i) => ({ hz, share: power > 0 ? (octaves[i] ?? 0) / power : 0 })),
    },
    strips: analysis.strips.flatMap((found) => {
      const strip = session.strips[found.strip];
      if (!strip) return [];
      return [{
        strip: strip.id, name: strip.name, kind: strip.kind,
        role: levels.get(strip.id)?.role ?? null,
        soundSeconds: found.soundSeconds,
        loudnessLufs: level(found.loudnessLufs), toMixLu: levels.get(strip.id)?.toMixLu ?? null,
        shareOfLoudness: shares.get(strip.id)?.loudness ?? null,
        correlation: found.correlation,
        ledger: found.boundaries.map((one) => reportLevels(one, boundaryLabel(one.boundary, strip))),
      }];
    }),
    collisions: collisions.slice(0, MOST_COLLISIONS).map(({ strips, score, masking: [{ share }], rangeHz: [lowHz, highHz], when: [first] }) => ({ strips, score, share, lowHz, highHz, startSeconds: first?.startSeconds ?? null })),
    clips: analysis.masterPeaks.filter(({ levelDbfs }) => levelDbfs > 0).slice(0, MOST_CLIPS).map(({ seconds, endSeconds, levelDbfs, contributions }) => ({
      seconds, endSeconds, levelDbfs,
      contributions: contributions.map(({ strip, levelDbfs: db, share }) => ({ strip, levelDbfs: db, share })),
    })),
    findings: [...gainFindings(session, analysis), ...spaceFindings(session, collisions), ...masterFindings(out, master?.correlation)],
  };
}

function gainFindings(session: Session, analysis: SessionAnalysis): ReportFinding[] {
  return gainLedger(session, analysis).faults.map(({ strip, harm, seconds, sentence }) => ({ step: "gain", severity: harm === "destructive" ? "error" : "note", strip, seconds, sentence }));
}

function spaceFindings(session: Session, collisions: ReturnType<typeof findCollisions>["collisions"]): ReportFinding[] {
  const name = (id: string) => session.strips[id]?.name ?? id;
  return collisions.filter(({ score }) => score >= NOTABLE_SCORE).map(({ masking: [{ victim, masker, share }], rangeHz: [low, high], when: [first] }) => ({
    step: "space", severity: "warning", strip: victim, seconds: first?.startSeconds ?? null,
    sentence: `${name(masker)} hides ${Math.round(100 * share)} % of ${name(victim)}'s loudness, most of what matters from ${hertzText(low)} to ${hertzText(high)}${first ? `, worst at ${timeText(first.startSeconds)}` : ""}. Cut the one where the other needs room.`,
  }));
}

function masterFindings(out: BoundaryLevels | undefined, correlation = 1): ReportFinding[] {
  if (!out || out.peakDbfs <= FLOOR_DB) return [{ step: "master", severity: "note", strip: MASTER_ID, seconds: null, sentence: "Nothing sounds at the master." }];
  const findings: ReportFinding[] = [];
  if (correlation < LEAST_CORRELATION) {
    findings.push({ step: "master", severity: "warning", strip: MASTER_ID, seconds: null, sentence: `The master's sides correlate by ${correlation.toFixed(2).replace("-", "−")}: below 0 they cancel in mono. Narrow the width of the widest channels.` });
  }
  if (out.integratedLufs > STREAMING_LUFS) {
    findings.push({ step: "master", severity: "note", strip: MASTER_ID, seconds: null, sentence: `The master is at ${inDecibels(out.integratedLufs)} LUFS; streaming services turn down what is above ${inDecibels(STREAMING_LUFS)}.` });
  }
  return findings;
}

function reportLevels(levels: BoundaryLevels, boundary: string): ReportLevels {
  const { peakDbfs, truePeakDbtp, rmsDbfs, mostShortTermLufs, integratedLufs, headroomDb, overs } = levels;
  const silent = peakDbfs <= FLOOR_DB;
  return { boundary, peakDbfs: level(peakDbfs), truePeakDbtp: level(truePeakDbtp), rmsDbfs: level(rmsDbfs), mostShortTermLufs: level(mostShortTermLufs), integratedLufs: level(integratedLufs), headroomDb: silent ? null : headroomDb, overs };
}

function level(value: number | undefined): number | null {
  return value === undefined || value <= FLOOR_DB ? null : value;
}
