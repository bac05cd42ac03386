import {
  choice, decibels, float, frequency, levels, series, toggle, type ChoiceSpec, type NumberSpec, type ToggleSpec,
} from "@headroom/sdk";
import { SPECTRUM_FREQUENCIES } from "./spectrum.js";

/** The bands' numbers, as they appear in parameter ids. */
export const EQ_BANDS = [1, 2, 3, 4, 5, 6, 7, 8] as const;
export type BandNumber = (typeof EQ_BANDS)[number];
export const BAND_COUNT = EQ_BANDS.length;

/** In this order for ever; new types are added at the end. */
export const EQ_BAND_TYPES = [
  "bell", "low-shelf", "high-shelf", "low-cut", "high-cut", "band-pass", "notch", "all-pass", "tilt",
] as const;
export type BandType = (typeof EQ_BAND_TYPES)[number];

/** Steepness of the cuts in dB per octave; 6 dB an octave for each order of the Butterworth filter. */
export const EQ_SLOPES = ["6", "12", "18", "24", "36", "48", "72", "96"] as const;
export type Slope = (typeof EQ_SLOPES)[number];

type BandParams = { readonly [Id in `band${BandNumber}.enabled`]: ToggleSpec } & {
  readonly [Id in `band${BandNumber}.type`]: ChoiceSpec<BandType>;
} & {
  readonly [Id in `band${BandNumber}.${"frequency" | "q"}`]: NumberSpec & { readonly kind: "float" };
} & {
  readonly [Id in `band${BandNumber}.gain`]: NumberSpec & { readonly kind: "decibels" };
} & {
  readonly [Id in `band${BandNumber}.slope`]: ChoiceSpec<Slope>;
};

const START: Readonly<Record<BandNumber, readonly [type: BandType, hz: number]>> = {
  1: ["low-cut", 30],
  2: ["low-shelf", 100],
  3: ["bell", 250],
  4: ["bell", 600],
  5: ["bell", 1500],
  6: ["bell", 4000],
  7: ["high-shelf", 8000],
  8: ["high-cut", 18_000],
};

/** Q of a cut without resonance and of the steepest shelf without overshoot. */
const NEUTRAL_Q = Math.SQRT1_2;

function statement(band: BandNumber): readonly (readonly [string, ToggleSpec | ChoiceSpec | NumberSpec])[] {
  const group = `Band ${band}`;
  const [type, hz] = START[band];
  return [
    [`band${band}.enabled`, toggle(false, { group, label: `${group} on` })],
    [`band${band}.type`, choice(EQ_BAND_TYPES, { default: type, group, label: `${group} type` })],
    [`band${band}.frequency`, frequency({ min: 10, max: 30_000, default: hz, group, label: `${group} frequency` })],
    [`band${band}.gain`, decibels({ min: -30, max: 30, default: 0, group, label: `${group} gain` })],
    [`band${band}.q`, float({ min: 0.025, max: 25, default: NEUTRAL_Q, taper: "log", group, label: `${group} Q` })],
    [`band${band}.slope`, choice(EQ_SLOPES, { default: "24", group, label: `${group} slope, dB/oct` })],
  ];
}

/** All parameters of Parametric EQ: `band1.enabled` … `band8.slope`, and `output`. */
export const eqParams = {
  // The ids are built from the numbers that the type is built from.
  ...(Object.fromEntries(EQ_BANDS.flatMap(statement)) as unknown as BandParams),
  output: decibels({ min: -24, max: 24, default: 0 }),
};

export type EqParams = typeof eqParams;

/** All readouts of Parametric EQ. The spectra are computed while somebody looks. */
export const eqReadouts = {
  /** Level at each of `SPECTRUM_FREQUENCIES`, before the EQ. */
  spectrumIn: series("dBFS", SPECTRUM_FREQUENCIES.length),
  /** The same after it. */
  spectrumOut: series("dBFS", SPECTRUM_FREQUENCIES.length),
  /** Sample peaks of the output, falling at 20 dB/s. */
  output: levels("dBFS", 2),
};
export type EqReadouts = typeof eqReadouts;
