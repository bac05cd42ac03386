import type { ParameterSpec, ParameterValue } from "./spec.js";

/**
 * The number that stands for a value in events and shared memory: itself, an option's index, 1 or 0.
 * Numbers are clamped to the range; a value that is no such value gives the default. `@anyThread`
 */
export function toNumber(spec: ParameterSpec, value: unknown): number {
  switch (spec.kind) {
    case "toggle":
      return (typeof value === "boolean" ? value : typeof value === "number" && !Number.isNaN(value) ? value >= 0.5 : spec.default) ? 1 : 0;
    case "choice": {
      const index =
        typeof value === "number" ? clampIndex(value, spec.options.length) : typeof value === "string" ? spec.options.indexOf(value) : -1;
      return index >= 0 ? index : spec.options.indexOf(spec.default);
    }
    default: {
      if (typeof value !== "number" || Number.isNaN(value)) return spec.default;
      const clamped = Math.min(spec.max, Math.max(spec.min, value));
      return spec.kind === "integer" ? Math.round(clamped) : clamped;
    }
  }
}

/** The inverse of {@link toNumber}. Any number gives a valid value. `@anyThread` */
export function fromNumber(spec: ParameterSpec, number: number): ParameterValue {
  switch (spec.kind) {
    case "toggle":
      return number >= 0.5;
    case "choice":
      return spec.options[Math.max(0, clampIndex(number, spec.options.length))] ?? spec.default;
    default:
      return toNumber(spec, number);
  }
}

function clampIndex(value: number, length: number): number {
  if (Number.isNaN(value)) return -1;
  return Math.min(length - 1, Math.max(0, Math.round(value)));
}
