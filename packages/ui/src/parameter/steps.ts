import type { ParameterSpec } from "@headroom/sdk";
import { formatParameter, fromTravel, parseParameter, toNumber, toTravel } from "@headroom/sdk";

export type StepSize = "fine" | "normal" | "page";

const SEMITONE_OCTAVES = 1 / 12;
const OCTAVES: Readonly<Record<StepSize, number>> = { fine: SEMITONE_OCTAVES / 10, normal: SEMITONE_OCTAVES, page: 1 };
const DECIBELS: Readonly<Record<StepSize, number>> = { fine: 0.1, normal: 0.5, page: 6 };
const TRAVEL: Readonly<Record<StepSize, number>> = { fine: 0.001, normal: 0.01, page: 0.1 };

/**
 * The number one key press away: semitones and octaves for frequencies, half decibels for gains, round
 * numbers near a hundredth of the range for the rest.
 * @param steps - how many, negative for down.
 */
export function stepNumber(spec: ParameterSpec, number: number, steps: number, size: StepSize): number {
  if (spec.kind === "toggle" || spec.kind === "choice") return toNumber(spec, number + Math.sign(steps));
  if (spec.kind === "integer") {
    const step = size === "page" ? Math.max(1, Math.round((spec.max - spec.min) / 10)) : 1;
    return toNumber(spec, number + steps * step);
  }
  if (spec.taper === "log") {
    const next = spec.unit === "Hz" ? number * 2 ** (steps * OCTAVES[size]) : fromTravel(spec, toTravel(spec, number) + steps * TRAVEL[size]);
    return toNumber(spec, next);
  }
  const step = spec.unit === "dB" ? DECIBELS[size] : roundStep((spec.max - spec.min) * TRAVEL[size]);
  // On the step's own grid, so that tenths do not pile up into 0.30000000000000004.
  return toNumber(spec, Math.round((number + steps * step) / step) * step);
}

/** The 1, 2 or 5 times a power of ten that is nearest below `span`. */
export function roundStep(span: number): number {
  const power = 10 ** Math.floor(Math.log10(span));
  const lead = span / power;
  return power * (lead >= 5 ? 5 : lead >= 2 ? 2 : 1);
}

/**
 * The number at a position of the travel, as a drag sets it: rounded to the digits that are shown, so that
 * what is read is what is heard. A fine drag is not rounded.
 * @param travel - 0…1
 */
export function dragNumber(spec: ParameterSpec, travel: number, fine: boolean): number {
  const number = fromTravel(spec, travel);
  if (fine || travel <= 0 || travel >= 1) return number;
  return parseParameter(spec, formatParameter(spec, number)) ?? number;
}

/**
 * The travel after a pointer moved, clamped to 0…1.
 * @param pixels - moved since the last call, positive for up.
 * @param length - pixels for the whole travel.
 */
export function dragTravel(travel: number, pixels: number, length: number, fine: boolean): number {
  return Math.min(1, Math.max(0, travel + (pixels / length) * (fine ? FINE : 1)));
}

/** How much slower a control moves while Shift is held. */
export const FINE = 0.1;
