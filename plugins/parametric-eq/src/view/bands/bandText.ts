import { formatParameter, parseParameter } from "@headroom/sdk";
import { noteName } from "@headroom/ui";
import { canBeDynamic, hasGain, hasSlope } from "../../band-types.js";
import { eqParams } from "../../params.js";
import type { BandValues } from "./band.js";

// All bands have the same ranges and units.
const FREQUENCY = eqParams["band1.frequency"];
const GAIN = eqParams["band1.gain"];
const Q = eqParams["band1.q"];

/** A slope as it is written: "24 dB/oct". */
export function slopeText(slope: string): string {
  return `${slope} dB/oct`;
}

/** A gain as the field writes it on a graph, boosts with their sign: "+3.5 dB". */
export function gainText(gainDb: number): string {
  const text = formatParameter(GAIN, gainDb);
  return gainDb >= 0.05 ? `+${text}` : text;
}

export function frequencyText(hz: number): string {
  return formatParameter(FREQUENCY, hz);
}

export function qText(q: number): string {
  return formatParameter(Q, q);
}

/** A ratio of dynamics as it is written: "2.0:1". */
export function ratioText(ratio: number): string {
  return `${ratio.toFixed(ratio < 9.95 ? 1 : 0)}:1`;
}

export function typeText(type: BandValues["type"]): string {
  const words = type.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A band in words: "Bell · 1.25 kHz (D♯6) · −3.5 dB · Q 1.40 · mid · dynamic · off". */
export function bandInWords(values: BandValues): string {
  const { type, frequency, gain, q, slope, channel, dynamic, enabled } = values;
  const words = [typeText(type), `${frequencyText(frequency)} (${noteName(frequency)})`];
  if (hasGain(type)) words.push(formatParameter(GAIN, gain));
  words.push(`Q ${qText(q)}`);
  if (hasSlope(type)) words.push(slopeText(slope));
  if (channel !== "stereo") words.push(channel);
  if (dynamic && canBeDynamic(type)) words.push("dynamic");
  if (!enabled) words.push("off");
  return words.join(" · ");
}

/** Values that a person typed for a band, as numbers. */
export interface TypedBand {
  frequency?: number;
  gain?: number;
  q?: number;
}

const Q_TEXT = /^q\s*=?\s*(\d*[.,]?\d+)$/i;
/** A bare number from here on is a frequency, below it a gain. */
const BARE_HZ = GAIN.max;

/**
 * Reads what a person typed for a band: a frequency ("1.2k", "440 Hz", "A4"), a gain ("-3", "+2 dB"), a Q ("q 2"), or
 * several of them after commas or spaces. A bare number up to 30 is a gain, above it a frequency.
 * @returns `undefined` where any part says nothing of a band.
 */
export function parseBand(text: string): TypedBand | undefined {
  const parts = text
    .trim()
    .replaceAll("−", "-")
    // A number and its unit belong together, as do "q" and its number.
    .replace(/(\d)\s+(k?hz|k|db)\b/gi, "$1$2")
    .replace(/\bq\s*=?\s*(?=\d)/gi, "q")
    .split(/[\s;]+|,\s+/)
    .filter((part) => part !== "");
  const typed: TypedBand = {};
  for (const part of parts) {
    const q = Q_TEXT.exec(part)?.[1];
    const number = Number(part.replace(",", "."));
    const isGain = /db$/i.test(part) || /^[+-]/.test(part) || (!Number.isNaN(number) && number <= BARE_HZ);
    const kind = q !== undefined ? "q" : isGain ? "gain" : "frequency";
    const value = q !== undefined ? parseParameter(Q, q) : parseParameter(isGain ? GAIN : FREQUENCY, part);
    if (value === undefined || typed[kind] !== undefined) return undefined;
    typed[kind] = value;
  }
  return parts.length === 0 ? undefined : typed;
}
