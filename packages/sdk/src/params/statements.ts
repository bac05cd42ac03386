import type { IsBelow } from "./compare-literals.js";
import type { BypassSpec, ChoiceSpec, CommonSpec, DecibelsSpec, FloatSpec, IntegerSpec, NumberSpec, Taper, ToggleSpec, Unit } from "./spec.js";

/** A maximum as the compiler takes it: not one that it knows to be no more than the minimum. */
export type AboveMin<Min extends number, Max extends number> =
  IsBelow<Min, Max> extends false
    ? {
        /** What the compiler says. */
        readonly "max must be above min": never;
      }
    : unknown;

/** A default as the compiler takes it: not one that it knows to be outside the range. */
export type InRange<Min extends number, Max extends number, Default extends number> =
  IsBelow<Default, Min> extends true
    ? {
        /** What the compiler says. */
        readonly "default must not be below min": never;
      }
    : IsBelow<Max, Default> extends true
      ? {
          /** What the compiler says. */
          readonly "default must not be above max": never;
        }
      : unknown;

/**
 * What is stated of a number: its range, in the parameter's unit, and how it moves. Numbers that are written out are
 * compared by the compiler, others when a host loads the plugin.
 */
export interface NumberRange<Min extends number = number, Max extends number = number, Default extends number = number> extends CommonSpec {
  /** Smallest value, below `max`; above 0 with a log taper. */
  readonly min: Min;
  /** Largest value. */
  readonly max: Max & AboveMin<Min, Max>;
  /** Within the range. */
  readonly default: Default & InRange<Min, Max, Default>;
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
export function decibels<const Min extends number, const Max extends number, const Default extends number>(range: NumberRange<Min, Max, Default>): DecibelsSpec {
  return number("decibels", "dB", "linear", range);
}

/** A frequency in hertz, on a logarithmic travel, smoothed in octaves. `@anyThread` */
export function frequency<const Min extends number, const Max extends number, const Default extends number>(range: NumberRange<Min, Max, Default>): FloatSpec {
  return number("float", "Hz", "log", range);
}

/** A time in milliseconds, smoothed on a straight line. `@anyThread` */
export function milliseconds<const Min extends number, const Max extends number, const Default extends number>(range: NumberRange<Min, Max, Default>): FloatSpec {
  return number("float", "ms", "linear", range);
}

/** A share in percent: 100 is all. `@anyThread` */
export function percent<const Min extends number, const Max extends number, const Default extends number>(range: NumberRange<Min, Max, Default>): FloatSpec {
  return number("float", "%", "linear", range);
}

/** A number in any unit; without one it is a plain ratio. `@anyThread` */
export function float<const Min extends number, const Max extends number, const Default extends number>(range: NumberRange<Min, Max, Default> & { readonly unit?: Unit }): FloatSpec {
  const { unit = "", ...rest } = range;
  return number("float", unit, "linear", rest);
}

/** A whole number. It changes at once: whole numbers are not smoothed. `@anyThread` */
export function integer<const Min extends number, const Max extends number, const Default extends number>(
  range: Omit<NumberRange<Min, Max, Default>, "smoothMs" | "taper"> & { readonly unit?: Unit },
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
