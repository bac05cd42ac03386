import { show } from "../show.js";
import { toNumber } from "./number.js";
import type { ChoiceSpec, NumberSpec, ParameterSpec } from "./spec.js";
import { formatParameter } from "./text.js";

/** A choice with more options than this is told by their count. */
const MOST_LISTED = 12;

/**
 * What to say of a value that a parameter does not take as it is, in one sentence with the value, the rule and what
 * {@link toNumber} uses instead. A number between whole ones is rounded, which is no fault. `@anyThread`
 * @param subject - the parameter in that sentence: "Band 3 gain of Parametric EQ on Bass".
 * @returns `undefined` for a value that is taken as it is, and for one that was left out.
 */
export function correctionOf(spec: ParameterSpec, value: unknown, subject: string): string | undefined {
  if (value === undefined) return undefined;
  const rule = brokenRule(spec, value);
  if (rule === undefined) return undefined;
  const used = formatParameter(spec, toNumber(spec, value));
  const isNumber = typeof value === "number" && !Number.isNaN(value);
  return `${subject} was set to ${shown(spec, value)}; ${rule}, so ${isNumber ? used : `its default, ${used},`} is used.`;
}

function brokenRule(spec: ParameterSpec, value: unknown): string | undefined {
  switch (spec.kind) {
    case "toggle":
      return typeof value === "boolean" || isWithin(value, 0, 1) ? undefined : "it is on or off";
    case "choice": {
      const last = spec.options.length - 1;
      if (isWithin(value, 0, last) || (typeof value === "string" && spec.options.includes(value))) return undefined;
      return typeof value === "number" && !Number.isNaN(value) ? `its options are numbered 0 to ${last}` : `it is ${optionsInWords(spec)}`;
    }
    default:
      if (isWithin(value, spec.min, spec.max)) return undefined;
      return typeof value === "number" && !Number.isNaN(value) ? `it goes from ${range(spec)}` : `it is a number from ${range(spec)}`;
  }
}

function isWithin(value: unknown, least: number, most: number): boolean {
  return typeof value === "number" && value >= least && value <= most;
}

function range(spec: NumberSpec): string {
  return `${formatParameter(spec, spec.min)} to ${formatParameter(spec, spec.max)}`;
}

function optionsInWords(spec: ChoiceSpec): string {
  const options = spec.options.map((_, index) => formatParameter(spec, index));
  if (options.length === 1) return `always ${options.join("")}`;
  if (options.length > MOST_LISTED) return `one of ${options.length} options`;
  return `${options.slice(0, -1).join(", ")} or ${options.slice(-1).join("")}`;
}

/** With all its digits: rounded as a control shows it, a value just out of range would read as one within. */
function shown(spec: ParameterSpec, value: unknown): string {
  if (typeof value !== "number" || Number.isNaN(value)) return show(value);
  const digits = String(value).replace("Infinity", "∞").replace("-", "−");
  return "unit" in spec && spec.unit !== "" ? `${digits} ${spec.unit}` : digits;
}
