import type { LoudnessTarget } from "../targets.js";
import { levelNumber } from "./levelNumber.js";

/** What is held against a target. */
export interface Measured {
  /** LUFS; −70 or less for nothing yet. */
  readonly integrated: number;
  /** dBTP, the highest of both sides. */
  readonly truePeak: number;
}

/** Where a reading lies: in what the target allows, above or below it, or not to be told. */
export type Standing = "on" | "above" | "below" | "unknown";

export interface TargetWords {
  readonly loudness: Standing;
  readonly truePeak: Standing;
  /** How far off its loudness is: "3.2 LU above −14.0 LUFS". */
  readonly loudnessDistance: string;
  /** How far off its true peak is: "True peak 0.4 dB over −1.0 dBTP". */
  readonly peakDistance: string;
  /** What that means, in a sentence or two. */
  readonly meaning: string;
}

const NOTHING_BELOW_LUFS = -70;

/** Says how far off a target a programme is, and what that leads to. It judges nothing. */
export function targetWords(measured: Measured, target: LoudnessTarget | undefined, limitDbtp: number): TargetWords {
  const heard = measured.integrated > NOTHING_BELOW_LUFS;
  const peakOver = tenth(measured.truePeak - limitDbtp);
  const truePeak: Standing = !heard ? "unknown" : peakOver > 0 ? "above" : "on";
  if (!heard) {
    return {
      loudness: "unknown", truePeak, loudnessDistance: "Nothing measured yet", peakDistance: "",
      meaning: "Integrated loudness needs 0.4 s of sound above −70 LUFS.",
    };
  }
  const off = target ? tenth(measured.integrated - target.lufs) : 0;
  const loudness: Standing = !target ? "unknown" : Math.abs(off) <= target.toleranceLu ? "on" : off > 0 ? "above" : "below";
  return {
    loudness,
    truePeak,
    loudnessDistance: target ? loudnessDistance(off, loudness, target) : "No target is chosen",
    peakDistance: peakDistance(peakOver, limitDbtp),
    meaning: [target ? loudnessMeaning(off, loudness, target) : "", peakOver > 0 ? "Lossy encoders and converters may clip." : ""]
      .filter(Boolean)
      .join(" "),
  };
}

function loudnessDistance(off: number, standing: Standing, { lufs }: LoudnessTarget): string {
  const where = off === 0 ? `exactly ${levelNumber(lufs)} LUFS` : `${amount(off)} LU ${off > 0 ? "above" : "below"} ${levelNumber(lufs)} LUFS`;
  return standing === "on" ? `On target, ${where}` : where;
}

function peakDistance(over: number, limitDbtp: number): string {
  const limit = `${levelNumber(limitDbtp)} dBTP`;
  if (over === 0) return `True peak at ${limit}`;
  return `True peak ${amount(over)} dB ${over > 0 ? "over" : "under"} ${limit}`;
}

function loudnessMeaning(off: number, standing: Standing, { lufs, toleranceLu, use }: LoudnessTarget): string {
  const service = `Services that play at ${levelNumber(lufs)} LUFS`;
  switch (use) {
    case "broadcast":
      return `EBU R 128 allows ${amount(toleranceLu)} LU either way.`;
    case "own":
      return "";
    case "normalized":
      if (standing === "on") return `${service} leave it about as it is.`;
      return off > 0 ? `${service} turn it down by ${amount(off)} dB.` : `${service} turn it up by ${amount(off)} dB, or leave it.`;
  }
}

/** As it is shown: what rounds to nothing is nothing. */
function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}

function amount(value: number): string {
  return Math.abs(value).toFixed(1);
}
