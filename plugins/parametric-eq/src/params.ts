import {
  choice, decibels, float, frequency, integer, level, levels, milliseconds, percent, responseCurve, series, toggle, type ChoiceSpec, type NumberSpec,
  type ParameterSpec, type ToggleSpec,
} from "@headroom/sdk";
import { SPECTRUM_FREQUENCIES } from "./spectrum.js";

/** The bands' numbers, as they appear in parameter ids. */
export const EQ_BANDS = [
  1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24,
] as const;
export type BandNumber = (typeof EQ_BANDS)[number];
export const BAND_COUNT = EQ_BANDS.length;

/** In this order for ever; new types are added at the end. */
export const EQ_BAND_TYPES = [
  "bell", "low-shelf", "high-shelf", "low-cut", "high-cut", "band-pass", "notch", "all-pass", "tilt",
] as const;
export type BandType = (typeof EQ_BAND_TYPES)[number];

/** Steepness of cuts and shelves in dB per octave; 6 dB an octave for each order of the Butterworth filter. */
export const EQ_SLOPES = ["6", "12", "18", "24", "36", "48", "72", "96"] as const;
export type Slope = (typeof EQ_SLOPES)[number];

/** What of a stereo signal a band filters. */
export const EQ_CHANNELS = ["stereo", "left", "right", "mid", "side"] as const;
export type BandChannel = (typeof EQ_CHANNELS)[number];

/**
 * How the filters are computed: `standard` with minimum phase and no latency, `hq` the same at twice the rate where the
 * rate is low, `linear-phase` with a symmetric impulse response.
 */
export const EQ_QUALITIES = ["standard", "hq", "linear-phase"] as const;
export type Quality = (typeof EQ_QUALITIES)[number];

type FloatSpec = NumberSpec & { readonly kind: "float" };
type DecibelsSpec = NumberSpec & { readonly kind: "decibels" };

/** The parameters of one band by the last part of their ids. */
interface BandSpecs {
  readonly enabled: ToggleSpec;
  readonly type: ChoiceSpec<BandType>;
  readonly frequency: FloatSpec;
  readonly gain: DecibelsSpec;
  readonly q: FloatSpec;
  readonly slope: ChoiceSpec<Slope>;
  readonly channel: ChoiceSpec<BandChannel>;
  readonly dynamic: ToggleSpec;
  readonly dynamicThreshold: DecibelsSpec;
  readonly dynamicRatio: FloatSpec;
  readonly dynamicAttack: FloatSpec;
  readonly dynamicRelease: FloatSpec;
}

/** The last part of a band parameter's id. */
export type BandParameter = keyof BandSpecs;

type BandParams = {
  readonly [Id in `band${BandNumber}.${BandParameter}`]: Id extends `${string}.${infer Name extends BandParameter}` ? BandSpecs[Name] : never;
};

const START: { readonly [Band in BandNumber]?: readonly [type: BandType, hz: number] } = {
  1: ["low-cut", 30],
  2: ["low-shelf", 100],
  3: ["bell", 250],
  4: ["bell", 600],
  5: ["bell", 1500],
  6: ["bell", 4000],
  7: ["high-shelf", 8000],
  8: ["high-cut", 18_000],
};
const START_OF_OTHERS = ["bell", 1000] as const;

/** Q of a cut without resonance and of the steepest shelf without overshoot. */
const NEUTRAL_Q = Math.SQRT1_2;

function bandSpecs(band: BandNumber): BandSpecs {
  const group = `Band ${band}`;
  const [type, hz] = START[band] ?? START_OF_OTHERS;
  return {
    enabled: toggle(false, { group, label: `${group} on` }),
    type: choice(EQ_BAND_TYPES, { default: type, group, label: `${group} type` }),
    frequency: frequency({ min: 10, max: 30_000, default: hz, group, label: `${group} frequency` }),
    gain: decibels({ min: -30, max: 30, default: 0, group, label: `${group} gain` }),
    q: float({ min: 0.025, max: 25, default: NEUTRAL_Q, taper: "log", group, label: `${group} Q` }),
    slope: choice(EQ_SLOPES, { default: "12", group, label: `${group} slope, dB/oct` }),
    channel: choice(EQ_CHANNELS, { default: "stereo", group, label: `${group} channel` }),
    dynamic: toggle(false, { group, label: `${group} dynamic` }),
    dynamicThreshold: decibels({ min: -80, max: 0, default: -30, group, label: `${group} threshold` }),
    dynamicRatio: float({ min: 0.5, max: 20, default: 2, taper: "log", group, label: `${group} ratio` }),
    dynamicAttack: milliseconds({ min: 0.5, max: 500, default: 10, taper: "log", group, label: `${group} attack` }),
    dynamicRelease: milliseconds({ min: 5, max: 5000, default: 150, taper: "log", group, label: `${group} release` }),
  };
}

function statements(band: BandNumber): readonly (readonly [string, ParameterSpec])[] {
  return Object.entries(bandSpecs(band)).map(([name, spec]) => [`band${band}.${name}`, spec as ParameterSpec]);
}

/** All parameters of Parametric EQ: `band1.enabled` … `band24.dynamicRelease`, then those of the whole. */
export const eqParams = {
  // The ids are built from the numbers and names that the type is built from.
  ...(Object.fromEntries(EQ_BANDS.flatMap(statements)) as unknown as BandParams),
  output: decibels({ min: -30, max: 30, default: 0 }),
  /** Scales the gains of all bands: 0 flattens them, negative values turn boosts into cuts. */
  gainScale: percent({ min: -100, max: 200, default: 100 }),
  autoGain: toggle(false),
  quality: choice(EQ_QUALITIES, { default: "standard", labels: { hq: "HQ" }, automatable: false }),
  /** Number of the band that is listened to alone, 0 for none. */
  listen: integer({ min: 0, max: BAND_COUNT, default: 0, hidden: true, automatable: false, transient: true }),
};

export type EqParams = typeof eqParams;

/** All readouts of Parametric EQ. The spectra and the output's level are computed while somebody looks. */
export const eqReadouts = {
  /** Level at each of `SPECTRUM_FREQUENCIES`, before the EQ. */
  spectrumIn: series("dBFS", SPECTRUM_FREQUENCIES.length),
  /** The same after it. */
  spectrumOut: series("dBFS", SPECTRUM_FREQUENCIES.length),
  /** Sample peaks of the output, falling at 20 dB/s. */
  output: levels("dBFS", 2),
  /** What each band's dynamics add to its gain at present, in the order of the bands. */
  dynamics: levels("dB", BAND_COUNT),
  /** What auto gain adds to the output gain at present. */
  autoGain: level("dB"),
  /** Response of all bands that are on, whatever part of the signal they filter, without the output gain: for a small picture. */
  response: responseCurve(),
};
export type EqReadouts = typeof eqReadouts;
