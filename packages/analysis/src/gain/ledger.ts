import { MASTER_ID, type Session, type Strip } from "@headroom/session";
import type { Boundary, BoundaryLevels, SessionAnalysis, StripAnalysis } from "../analysis.js";
import { inDecibels, timeText } from "../text.js";
import type { GainFault, GainLedger, LedgerRow } from "./ledger-types.js";

/** Samples in a row at full scale that tell a recording that was clipped from one that is merely loud. */
const CLIPPED_SOURCE_OVERS = 1;
/** Sources quieter than this while they sound lie nearer to their noise than they must, dBFS RMS. */
const QUIET_RMS_DBFS = -40;
/** Plugins that bend what is loud are made for sources around −18 dBFS; this is 12 dB above, dBFS RMS. */
const HOT_RMS_DBFS = -6;

/** All boundaries of a session in the order of the signal, and what is wrong at them. */
export function gainLedger(session: Session, analysis: SessionAnalysis): GainLedger {
  const strips = signalOrder(session, analysis);
  return {
    rows: strips.flatMap(({ strip, found }) => found.boundaries.map((levels, i) => row(strip, levels, found.boundaries[i - 1]))),
    faults: strips.flatMap(({ strip, found }) => faultsOf(strip, found)),
  };
}

/** A boundary in words. */
export function boundaryLabel(boundary: Boundary, strip: Strip): string {
  switch (boundary.at) {
    case "source":
      return strip.kind === "channel" ? "Source" : "Sum";
    case "input":
      return "Trim";
    case "insert": {
      const slot = strip.inserts.findIndex((insert) => insert?.id === boundary.insert);
      return `Insert ${slot + 1}`;
    }
    case "output":
      return "Output";
  }
}

function row(strip: Strip, levels: BoundaryLevels, before: BoundaryLevels | undefined): LedgerRow {
  return { ...levels, strip: strip.id, label: boundaryLabel(levels.boundary, strip), changeDb: before ? levels.rmsDbfs - before.rmsDbfs : 0 };
}

/** Channels first, then buses so that what feeds comes before what is fed, the master last. */
function signalOrder(session: Session, { strips }: SessionAnalysis): readonly { readonly strip: Strip; readonly found: StripAnalysis }[] {
  const depth = (id: string, seen: ReadonlySet<string> = new Set()): number => {
    if (seen.has(id)) return 0;
    const feeders = Object.values(session.strips).filter(({ output, sends }) => output === id || sends.some(({ to }) => to === id));
    return feeders.length === 0 ? 0 : 1 + Math.max(...feeders.map((feeder) => depth(feeder.id, new Set([...seen, id]))));
  };
  const all = strips.flatMap((found) => {
    const strip = session.strips[found.strip];
    return strip ? [{ strip, found, depth: strip.kind === "channel" ? -1 : strip.id === MASTER_ID ? Infinity : depth(strip.id) }] : [];
  });
  return all.sort((a, b) => (a.depth === b.depth ? 0 : a.depth - b.depth));
}

function faultsOf(strip: Strip, found: StripAnalysis): GainFault[] {
  if (!found.sounds && found.boundaries.every(({ overs }) => overs === 0)) return [];
  const faults: GainFault[] = [];
  const name = strip.name || strip.id;
  for (const [i, levels] of found.boundaries.entries()) {
    const { boundary, overs, peakSeconds, truePeakDbtp, peakDbfs } = levels;
    const at = boundaryLabel(boundary, strip).toLowerCase();
    const add = (kind: GainFault["kind"], harm: GainFault["harm"], sentence: string) => faults.push({ strip: strip.id, boundary, kind, harm, seconds: peakSeconds, sentence });
    const next = found.boundaries[i + 1]?.boundary;
    const isOut = strip.id === MASTER_ID && boundary.at === "output";
    if (isOut && overs > 0) {
      add("clips at the output", "destructive", `The master leaves the mixer at ${inDecibels(peakDbfs)} dBFS at ${timeText(peakSeconds)}: the converter and a file of 16 or 24 bits cut off what is over 0, for good. Lower the master's trim by ${inDecibels(peakDbfs)} dB or more.`);
    } else if (isOut && truePeakDbtp > 0) {
      add("too little headroom", "destructive", `The master's true peak is ${inDecibels(truePeakDbtp)} dBTP at ${timeText(peakSeconds)}: converters and codecs clip between the samples. Lower the master's trim by ${inDecibels(truePeakDbtp)} dB or more.`);
    } else if (overs >= CLIPPED_SOURCE_OVERS) {
      if (next?.at === "insert") {
        add("over full scale", "destructive", `${name} reaches ${inDecibels(peakDbfs)} dBFS at its ${at}, at ${timeText(peakSeconds)}, and an insert comes next: a plugin that saturates, compresses or limits is driven beyond what it is made for. Lower the trim by ${inDecibels(peakDbfs + 6)} dB.`);
      } else {
        add("over full scale", "harmless", `${name} reaches ${inDecibels(peakDbfs)} dBFS at its ${at}, at ${timeText(peakSeconds)}: harmless by itself, for the mixer counts in floating point, but what it feeds must have room. Lower the trim by ${inDecibels(peakDbfs)} dB.`);
      }
    }
    if (boundary.at === "input" && next?.at === "insert" && overs === 0 && levels.rmsDbfs > HOT_RMS_DBFS) {
      add("hot into a plugin", "destructive", `${name} enters its first insert at ${inDecibels(levels.rmsDbfs)} dBFS RMS; plugins that saturate or compress are made for about −18. Lower the trim by ${inDecibels(levels.rmsDbfs + 18)} dB.`);
    }
    if (boundary.at === "source" && strip.kind === "channel" && found.sounds && levels.rmsDbfs < QUIET_RMS_DBFS) {
      add("too quiet", "harmless", `${name} sounds at ${inDecibels(levels.rmsDbfs)} dBFS RMS, below ${inDecibels(QUIET_RMS_DBFS)}: its fader has little way left, and a recording of 16 bits comes near its noise. Raise the trim by ${inDecibels(-18 - levels.rmsDbfs)} dB.`);
    }
  }
  return faults;
}
