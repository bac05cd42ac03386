import { formatQuantity } from "@headroom/sdk";
import type { ValueOf } from "@headroom/sdk";
import { gainTrimParams } from "./params.js";
import type { GainTrimParams } from "./params.js";

export type Measure = ValueOf<GainTrimParams["measure"]>;

/** What was heard while listening, as the readouts say it. */
export interface Heard {
  /** Of the measure that was chosen, in its unit; at or below −70 is silence. */
  readonly levelDb: number;
  readonly heardSeconds: number;
  readonly soundSeconds: number;
  /** Whether it belongs to other settings than those of now. */
  readonly outdated: boolean;
  /** Whether it goes on. */
  readonly listening: boolean;
}

/** What a measured trim is going to do, or why it cannot say yet. */
export interface TrimPlan {
  /** The gain that brings what was heard to the target, within the range of `gain`. */
  readonly gainDb?: number;
  /** Whether that is the gain already. */
  readonly isSet: boolean;
  readonly sentence: string;
}

export const UNIT_OF: Readonly<Record<Measure, string>> = { RMS: "dBFS RMS", LUFS: "LUFS", peak: "dBFS peak", "true-peak": "dBTP" };

/** Less would follow one syllable; a single hit needs no more, with the silence after it. */
const LEAST_SECONDS = 1;
const SILENCE_DB = -70;
/** Half of the last digit that is shown. */
const SAME_DB = 0.05;

/**
 * Plans the gain of a measured trim: target − heard.
 * @param targetDb - in the unit of `measure`.
 * @param gainDb - the gain of now.
 */
export function planTrim(measure: Measure, targetDb: number, gainDb: number, heard: Heard): TrimPlan {
  const { levelDb, heardSeconds, listening } = heard;
  const nothing = (sentence: string): TrimPlan => ({ isSet: false, sentence });
  if (heardSeconds === 0 && !listening) return nothing("Press Listen and play the part that is to reach the target.");
  if (heardSeconds < LEAST_SECONDS) {
    const so = `${heardSeconds.toFixed(1)} s heard`;
    return nothing(listening ? `Listening: ${so} of at least ${LEAST_SECONDS} s.` : `${so} is too short: listen for at least ${LEAST_SECONDS} s.`);
  }
  if (!(levelDb > SILENCE_DB)) {
    const silence = `Nothing above −70 ${measure === "LUFS" ? "LUFS" : "dBFS"} in ${seconds(heardSeconds)}`;
    return nothing(listening ? `${silence}: start playback.` : `${silence}: press Listen, then start playback.`);
  }
  const level = inUnit(levelDb, measure);
  if (heard.outdated) return nothing(`${level} belongs to other settings than those of now: press Listen to hear again.`);

  const { min, max } = gainTrimParams.gain;
  const needed = targetDb - levelDb;
  const reached = Math.min(max, Math.max(min, needed));
  const isSet = Math.abs(reached - gainDb) < SAME_DB;
  const told = `${level} heard in ${seconds(heard.soundSeconds)} of sound`;
  if (reached !== needed) {
    const missed = `${formatQuantity(Math.abs(needed - reached), "dB")} ${needed > reached ? "below" : "above"} the target`;
    return { gainDb: reached, isSet, sentence: `${told} needs ${signed(needed)}; the gain ends at ${signed(reached)}, ${missed}.` };
  }
  return { gainDb: reached, isSet, sentence: isSet ? `${told}, ${inUnit(targetDb, measure)} after ${signed(gainDb)}.` : `${told} → gain ${signed(reached)}` };
}

/** A level with the unit of its measure: "−23.4 LUFS". */
export function inUnit(levelDb: number, measure: Measure): string {
  return formatQuantity(levelDb, "dB").replace("dB", UNIT_OF[measure]);
}

/** A gain with its sign: "+5.4 dB". */
export function signed(gainDb: number): string {
  const text = formatQuantity(gainDb, "dB");
  return gainDb > 0 ? `+${text}` : text;
}

function seconds(duration: number): string {
  return `${duration < 9.95 ? Math.max(0.1, duration).toFixed(1) : Math.round(duration)} s`;
}
