import type { ParameterSpec } from "./spec.js";

/** Exponent of the fader travel: −∞-like bottom, half the travel for the top quarter of the decibels. */
const FADER_EXPONENT = 0.4;

/**
 * Position of a parameter's number on its control's travel. `@anyThread`
 * @returns 0…1; numbers outside the range clamp.
 */
export function toTravel(spec: ParameterSpec, number: number): number {
  if (spec.kind === "toggle") return number >= 0.5 ? 1 : 0;
  if (spec.kind === "choice") return spec.options.length > 1 ? unit(number / (spec.options.length - 1)) : 0;
  const { min, max } = spec;
  if (max <= min) return 0;
  switch (spec.taper) {
    case "log":
      return unit(Math.log(Math.max(number, min) / min) / Math.log(max / min));
    case "fader":
      return unit(unit((number - min) / (max - min)) ** (1 / FADER_EXPONENT));
    default:
      return unit((number - min) / (max - min));
  }
}

/**
 * A parameter's number at a position of its control's travel: the inverse of {@link toTravel}. `@anyThread`
 * @param travel - 0…1; outside clamps.
 */
export function fromTravel(spec: ParameterSpec, travel: number): number {
  const t = unit(travel);
  if (spec.kind === "toggle") return t >= 0.5 ? 1 : 0;
  if (spec.kind === "choice") return Math.round(t * (spec.options.length - 1));
  const { min, max } = spec;
  const value =
    spec.taper === "log"
      ? min * (max / min) ** t
      : spec.taper === "fader"
        ? min + (max - min) * t ** FADER_EXPONENT
        : min + (max - min) * t;
  // The ends are exact: min·(max/min)¹ need not be max in floating point.
  const exact = t === 1 ? max : t === 0 ? min : value;
  return spec.kind === "integer" ? Math.round(exact) : exact;
}

function unit(x: number): number {
  return x > 0 ? Math.min(1, x) : 0;
}
