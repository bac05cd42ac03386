import type { NumberSpec, Unit } from "./spec.js";

const NOTE = /^([a-g])([#♯b♭]?)(-?\d)(?:\s*([+-]\s*\d+(?:\.\d+)?)\s*(?:ct|cents?)?)?$/;
const SEMITONE: Readonly<Record<string, number>> = { c: 0, d: 2, e: 4, f: 5, g: 7, a: 9, b: 11 };
const SIDE = /^(l|left|r|right)\s*(\d+(?:\.\d+)?)?\s*%?$|^(\d+(?:\.\d+)?)\s*%?\s*(l|left|r|right)$/;
const CENTRE = /^(c|centre|center|mid|middle)$/;
/** The number in a parameter's own unit for one in the unit that was typed. */
const CONVERSIONS: Readonly<Partial<Record<Unit, Readonly<Record<string, (value: number) => number>>>>> = {
  Hz: { k: kilo, khz: kilo },
  ms: { s: kilo, us: milli, µs: milli },
  s: { ms: milli, min: (minutes) => 60 * minutes },
  // A share of amplitude.
  dB: { "%": (percent) => 20 * Math.log10(percent / 100) },
  dBFS: { db: same },
  dBTP: { db: same },
};

/** Reads a quantity that was typed, in lower case and with "-" and "." for its signs. @returns the number in the parameter's unit, not clamped. */
export function parseQuantity(typed: string, spec: NumberSpec): number | undefined {
  const { unit } = spec;
  if (/^-\s*(∞|inf)/.test(typed)) return -Infinity;
  if (unit === "Hz") {
    const inside = /^(\d+)k(\d+)\s*(?:hz)?$/.exec(typed);
    const frequencyHz = inside ? Number(`${inside[1]}.${inside[2]}`) * 1000 : noteFrequencyHz(typed);
    if (frequencyHz !== undefined) return frequencyHz;
  }
  if (unit === "%") {
    const share = spec.min < 0 && spec.max > 0 ? sidePercent(typed, spec) : undefined;
    if (share !== undefined) return share;
  }
  const match = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)\s*([a-zµ%]*)$/.exec(typed);
  if (!match) return undefined;
  const value = Number(match[1]);
  const suffix = match[2] ?? "";
  if (suffix === "" || suffix === unit.toLowerCase()) return value;
  // To either side there is no gain.
  if (unit === "%" && suffix === "db" && spec.min >= 0) return 100 * 10 ** (value / 20);
  const converted = CONVERSIONS[unit]?.[suffix]?.(value);
  return Number.isNaN(converted) ? undefined : converted;
}

/** "C#4", "A4 +20 ct" in hertz: A4 is 440 Hz and MIDI's 69, C4 is 60. */
function noteFrequencyHz(typed: string): number | undefined {
  const note = NOTE.exec(typed);
  if (!note) return undefined;
  const [, letter = "c", accidental = "", octave = "4", cents = "0"] = note;
  const semitone = (SEMITONE[letter] ?? 0) + (accidental === "" ? 0 : /[#♯]/.test(accidental) ? 1 : -1);
  const midi = semitone + 12 * (Number(octave) + 1) + Number(cents.replaceAll(/\s/g, "")) / 100;
  return 440 * 2 ** ((midi - 69) / 12);
}

/** "L30", "30 R", "C" as a percentage whose negative side is the left; "L" alone is all the way. */
function sidePercent(typed: string, { min, max }: NumberSpec): number | undefined {
  if (CENTRE.test(typed)) return 0;
  const match = SIDE.exec(typed);
  const side = match?.[1] ?? match?.[4];
  if (match === null || side === undefined) return undefined;
  const isLeft = side.startsWith("l");
  const amount = match[2] ?? match[3];
  if (amount === undefined) return isLeft ? min : max;
  return isLeft ? -Number(amount) : Number(amount);
}

function kilo(value: number): number {
  return value * 1000;
}

function milli(value: number): number {
  return value / 1000;
}

function same(value: number): number {
  return value;
}
