import type { BypassSpec, ChoiceSpec, CommonSpec, DecibelsSpec, FloatSpec, IntegerSpec, NumberSpec, Taper, ToggleSpec, Unit } from "./spec.js";

/** What is stated of a number: its range, in the parameter's unit, and how it moves. */
export interface NumberRange extends CommonSpec {
  /** Smallest value, below `max`; above 0 with a log taper. */
  readonly min: number;
  /** Largest value. */
  readonly max: number;
  /** Within the range. */
  readonly default: number;
  /** Milliseconds to reach a new target, 0…10000. Default 20. */
  readonly smoothMs?: number;
  /** Default: `log` for a frequency, `linear` for all others. */
  readonly taper?: Taper;
}

const DEFAULT_SMOOTH_MS = 20;

function number<Kind extends NumberSpec["kind"]>(
  kind: Kind,
  unit: Unit,
  taper: Taper,
  range: NumberRange,
): NumberSpec & { readonly kind: Kind } {
  return { taper, smoothMs: DEFAULT_SMOOTH_MS, ...range, kind, unit };
}

/** A gain or level in decibels. In the processor it also has `gain` and `gains`, as linear amplitude. `@anyThread` */
export function decibels(range: NumberRange): DecibelsSpec {
  return number("decibels", "dB", "linear", range);
}

/** A frequency in hertz, on a logarithmic travel, smoothed in octaves. `@anyThread` */
export function frequency(range: NumberRange): FloatSpec {
  return number("float", "Hz", "log", range);
}

/** A time in milliseconds, smoothed on a straight line. `@anyThread` */
export function milliseconds(range: NumberRange): FloatSpec {
  return number("float", "ms", "linear", range);
}

/** A share in percent: 100 is all. `@anyThread` */
export function percent(range: NumberRange): FloatSpec {
  return number("float", "%", "linear", range);
}

/** A number in any unit; without one it is a plain ratio. `@anyThread` */
export function float(range: NumberRange & { readonly unit?: Unit }): FloatSpec {
  const { unit = "", ...rest } = range;
  return number("float", unit, "linear", rest);
}

/** A whole number. It changes at once: whole numbers are not smoothed. `@anyThread` */
export function integer(
  range: Omit<NumberRange, "smoothMs" | "taper"> & { readonly unit?: Unit },
): IntegerSpec {
  const { unit = "", ...rest } = range;
  return number("integer", unit, "linear", { ...rest, smoothMs: 0 });
}

/** One of the options. Options are named for ever too, but may be added at the end. `@anyThread` */
export function choice<const Option extends string>(
  options: readonly Option[],
  settings: CommonSpec & { readonly default: NoInfer<Option>; readonly labels?: Readonly<Partial<Record<NoInfer<Option>, string>>> },
): ChoiceSpec<Option> {
  return { ...settings, kind: "choice", options };
}

/**
 * The plugin's own bypass, off unless the person bypasses the insert. A plugin that states one passes its input on, as
 * late as it says, and goes over smoothly; of one that states none the host crossfades to the dry signal. One a plugin:
 * the host sets it, draws it, and keeps its value with the insert. `@anyThread`
 */
export function bypass(settings: Omit<CommonSpec, "hidden"> = {}): BypassSpec {
  return { ...settings, kind: "toggle", default: false, bypass: true };
}

/** On or off. `@anyThread` */
export function toggle(initial: boolean, settings: CommonSpec = {}): ToggleSpec {
  return { ...settings, kind: "toggle", default: initial };
}
