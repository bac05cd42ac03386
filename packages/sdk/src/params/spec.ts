/** All units that parameters and readouts may have; the empty one is a plain number. */
export const UNITS = ["dB", "dBFS", "dBTP", "Hz", "ms", "s", "%", "st", "oct", "LU", "LUFS", "VU", ""] as const;

/** Physical unit of a parameter or readout. It decides how values are written and read as text. */
export type Unit = (typeof UNITS)[number];

/**
 * How a control's travel (0…1) maps to values: `linear`, `log` (equal ratios for equal travel; `min`
 * must be above 0), or `fader` (decibels with finer travel near the top, `min` at the bottom).
 */
export type Taper = "linear" | "log" | "fader";

/** What every kind of parameter may state of how it is shown and used. */
export interface CommonSpec {
  /** Shown to people. Defaults to the id in words ("lowCut" becomes "Low cut"). */
  readonly label?: string;
  /** Parameters of one group are shown together. */
  readonly group?: string;
  /** Kept in state but not shown in a generic view. */
  readonly hidden?: boolean;
  /** `false` for parameters that must not be automated (for instance those that change latency). */
  readonly automatable?: boolean;
  /** Of the moment, such as listening to one band alone: presets neither hold nor change it. */
  readonly transient?: boolean;
}

/** A continuous or whole-number parameter. Plain data: it crosses realms as it is. */
export interface NumberSpec extends CommonSpec {
  /** `decibels` has gains in the processor; `integer` has whole numbers and is not smoothed. */
  readonly kind: "float" | "decibels" | "integer";
  /** Of `min`, `max`, `default` and every value. */
  readonly unit: Unit;
  /** Smallest value, below `max`. */
  readonly min: number;
  /** Largest value. */
  readonly max: number;
  /** Value of a new insert, and of a preset that does not name it. */
  readonly default: number;
  /** How the control's travel maps to values. */
  readonly taper: Taper;
  /** Time in milliseconds in which the processor's value reaches a new target; 0 for at once. */
  readonly smoothMs: number;
}

/** One of a fixed list. Its number is the option's index; its value in code and state the option. */
export interface ChoiceSpec<Option extends string = string> extends CommonSpec {
  /** Tells it from numbers and toggles. */
  readonly kind: "choice";
  /** At least one, each once. Sessions hold them by name: add at the end, rename none. */
  readonly options: readonly Option[];
  /** Option of a new insert. */
  readonly default: Option;
  /** Options as people see them, where the option in words will not do ("hq" would be "Hq"). */
  readonly labels?: Readonly<Partial<Record<Option, string>>>;
}

/** On or off. Its number is 1 or 0. */
export interface ToggleSpec extends CommonSpec {
  /** Tells it from numbers and choices. */
  readonly kind: "toggle";
  /** Value of a new insert. */
  readonly default: boolean;
  /** Set by `bypass()`: the host's bypass of the insert is this parameter. */
  readonly bypass?: true;
}

/** What {@link decibels} states. */
export type DecibelsSpec = NumberSpec & {
  /** Has `gain` and `gains` in the processor. */
  readonly kind: "decibels";
};

/** What {@link float}, {@link frequency}, {@link milliseconds} and {@link percent} state. */
export type FloatSpec = NumberSpec & {
  /** A number between numbers. */
  readonly kind: "float";
};

/** What {@link integer} states. */
export type IntegerSpec = NumberSpec & {
  /** Whole numbers only. */
  readonly kind: "integer";
};

/** What {@link bypass} states. */
export type BypassSpec = ToggleSpec & {
  /** The host's bypass of the insert is this parameter. */
  readonly bypass: true;
};

/** A parameter as stated by one of `decibels`, `frequency`, `milliseconds`, `percent`, `float`, `integer`, `choice`, `toggle`, `bypass`. Plain data. */
export type ParameterSpec = NumberSpec | ChoiceSpec | ToggleSpec;

/** Parameter id → statement. Ids are stable for ever: sessions and automation refer to them. */
export type ParameterSpecs = Readonly<Record<string, ParameterSpec>>;

/** What a parameter's value is in code, state and sessions. */
export type ParameterValue = number | boolean | string;

/** The value type of one statement: number, boolean, or the union of a choice's options. */
export type ValueOf<Spec> =
  Spec extends ChoiceSpec<infer Option> ? Option : Spec extends ToggleSpec ? boolean : number;

/** The values of all parameters of a plugin. */
export type ValuesOf<Specs extends ParameterSpecs> = { -readonly [Id in keyof Specs]: ValueOf<Specs[Id]> };
