import { fromNumber, toNumber } from "./number.js";
import { parseQuantity } from "./quantity.js";
import type { ChoiceSpec, ParameterSpec, Unit } from "./spec.js";

/**
 * A parameter's number as text with its unit: "−6.0 dB", "1.25 kHz", "Low shelf", "On".
 * {@link parseParameter} reads it back to within the digits shown. `@anyThread`
 */
export function formatParameter(spec: ParameterSpec, number: number): string {
  if (spec.kind === "toggle") return number >= 0.5 ? "On" : "Off";
  if (spec.kind === "choice") return optionText(spec, String(fromNumber(spec, number)));
  if (spec.kind === "integer") return withUnit(String(Math.round(number)), spec.unit);
  return formatQuantity(number, spec.unit);
}

/** What values a parameter takes, as text: "−60.0 dB … 24.0 dB", "Bell, Low shelf", "off, on". `@anyThread` */
export function formatRange(spec: ParameterSpec): string {
  switch (spec.kind) {
    case "toggle":
      return "off, on";
    case "choice":
      return spec.options.map((option) => optionText(spec, option)).join(", ");
    default:
      return `${formatParameter(spec, spec.min)} … ${formatParameter(spec, spec.max)}`;
  }
}

/** A quantity as text with its unit, with the digits that the field uses for it. −∞ is written as such. `@anyThread` */
export function formatQuantity(value: number, unit: Unit): string {
  if (value === -Infinity) return withUnit("−∞", unit);
  if (!Number.isFinite(value)) return withUnit("–", unit);
  switch (unit) {
    case "Hz":
      return Math.abs(value) >= 999.5
        ? withUnit(fixed(value / 1000, Math.abs(value) >= 9995 ? 1 : 2), "kHz")
        : withUnit(fixed(value, Math.abs(value) >= 99.95 ? 0 : 1), "Hz");
    case "ms":
      return Math.abs(value) >= 999.5
        ? withUnit(fixed(value / 1000, 2), "s")
        : withUnit(fixed(value, Math.abs(value) >= 99.95 ? 0 : 1), "ms");
    case "dB":
    case "dBFS":
    case "dBTP":
    case "LU":
    case "LUFS":
    case "VU":
      return withUnit(fixed(value, 1), unit);
    case "%":
      return withUnit(fixed(value, 0), unit);
    case "":
      return fixed(value, 2);
    default:
      return withUnit(fixed(value, 2), unit);
  }
}

/**
 * Reads what a person typed: "-6", "−6 dB", "1k2", "1.2 kHz", "C#4" or "A4 +20 ct" (for frequencies), "150 ms", "30 %", "L30" (for a share
 * that goes to either side), "low shelf", "on". A gain takes a share of amplitude too ("50 %" is −6.0 dB), a share a gain. `@anyThread`
 * @returns the parameter's number, clamped to its range, or `undefined` where the text says no value.
 */
export function parseParameter(spec: ParameterSpec, text: string): number | undefined {
  const typed = text.trim().toLowerCase().replaceAll("−", "-").replace(",", ".");
  if (typed === "") return undefined;
  if (spec.kind === "toggle") {
    if (["on", "true", "yes", "1"].includes(typed)) return 1;
    return ["off", "false", "no", "0"].includes(typed) ? 0 : undefined;
  }
  if (spec.kind === "choice") {
    // Whatever is shown of an option must be read back as that option.
    const plain = (s: string) => s.toLowerCase().replaceAll(/[\s._-]/g, "");
    const labelled = spec.options.findIndex((option) => plain(optionText(spec, option)) === plain(text));
    const index = labelled >= 0 ? labelled : spec.options.findIndex((option) => plain(option) === plain(text));
    return index >= 0 ? index : undefined;
  }
  const quantity = parseQuantity(typed, spec);
  return quantity === undefined ? undefined : toNumber(spec, quantity);
}

function fixed(value: number, digits: number): string {
  const text = value.toFixed(digits);
  const unsigned = text.startsWith("-") ? text.slice(1) : text;
  return Number(text) < 0 ? `−${unsigned}` : unsigned;
}

function withUnit(text: string, unit: string): string {
  return unit === "" ? text : `${text} ${unit}`;
}

/** A choice's option as people see it: its label, else the option in words. `@anyThread` */
export function optionText(spec: ChoiceSpec, option: string): string {
  return spec.labels?.[option] ?? inWords(option);
}

/** "lowCut" and "low-cut" as a person reads them: "Low cut". `@anyThread` */
export function inWords(id: string): string {
  const words = id
    .replaceAll(/[-_.]/g, " ")
    .replaceAll(/([a-z0-9])([A-Z])/g, (_, a: string, b: string) => `${a} ${b.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
