import type { ChoiceSpec, NumberSpec, Taper, ToggleSpec, Unit } from "./spec.js";

interface Presentation {
  readonly label?: string;
  readonly group?: string;
  readonly hidden?: boolean;
  readonly automatable?: boolean;
  readonly transient?: boolean;
}

interface Range extends Presentation {
  readonly min: number;
  readonly max: number;
  readonly default: number;
  /** Milliseconds to reach a new target. Default 20. */
  readonly smoothMs?: number;
  readonly taper?: Taper;
}

const DEFAULT_SMOOTH_MS = 20;

function number<Kind extends NumberSpec["kind"]>(
  kind: Kind,
  unit: Unit,
  taper: Taper,
  range: Range,
): NumberSpec & { readonly kind: Kind } {
  return { taper, smoothMs: DEFAULT_SMOOTH_MS, ...range, kind, unit };
}

/** A gain or level in decibels. In the processor it also has `gain` and `gains`, as linear amplitude. */
export function decibels(range: Range): NumberSpec & { readonly kind: "decibels" } {
  return number("decibels", "dB", "linear", range);
}

/** A frequency in hertz, on a logarithmic travel, smoothed in octaves. */
export function frequency(range: Range): NumberSpec & { readonly kind: "float" } {
  return number("float", "Hz", "log", range);
}

/** A time in milliseconds. */
export function milliseconds(range: Range): NumberSpec & { readonly kind: "float" } {
  return number("float", "ms", "linear", range);
}

/** A share in percent: 100 is all. */
export function percent(range: Range): NumberSpec & { readonly kind: "float" } {
  return number("float", "%", "linear", range);
}

/** A number in any unit; without one it is a plain ratio. */
export function float(range: Range & { readonly unit?: Unit }): NumberSpec & { readonly kind: "float" } {
  const { unit = "", ...rest } = range;
  return number("float", unit, "linear", rest);
}

/** A whole number. It changes at once: whole numbers are not smoothed. */
export function integer(
  range: Omit<Range, "smoothMs" | "taper"> & { readonly unit?: Unit },
): NumberSpec & { readonly kind: "integer" } {
  const { unit = "", ...rest } = range;
  return number("integer", unit, "linear", { ...rest, smoothMs: 0 });
}

/** One of the options. Options are named for ever too, but may be added at the end. */
export function choice<const Option extends string>(
  options: readonly Option[],
  settings: Presentation & { readonly default: NoInfer<Option>; readonly labels?: Readonly<Partial<Record<NoInfer<Option>, string>>> },
): ChoiceSpec<Option> {
  return { ...settings, kind: "choice", options };
}

/**
 * The plugin's own bypass, off unless the person bypasses the insert. A plugin that states one passes its input on, as
 * late as it says, and goes over smoothly; of one that states none the host crossfades to the dry signal. One a plugin:
 * the host sets it, draws it, and keeps its value with the insert.
 */
export function bypass(settings: Omit<Presentation, "hidden"> = {}): ToggleSpec & { readonly bypass: true } {
  return { ...settings, kind: "toggle", default: false, bypass: true };
}

/** On or off. */
export function toggle(initial: boolean, settings: Presentation = {}): ToggleSpec {
  return { ...settings, kind: "toggle", default: initial };
}
