import type { Preset, ValuesOf } from "@headroom/sdk";
import type { BandNumber, BandParameter, EqParams } from "./params.js";

type Values = Partial<ValuesOf<EqParams>>;
type BandSettings = { readonly [Name in BandParameter]?: ValuesOf<EqParams>[`band1.${Name}`] };

/** Values of bands that are on, the first of them in band 1. What they leave out is as it comes; their type is not. */
function bands(...all: readonly (BandSettings & Required<Pick<BandSettings, "type" | "frequency">>)[]): Values {
  const entries = all.flatMap((settings, n) => {
    const band = (n + 1) as BandNumber;
    return Object.entries({ enabled: true, ...settings }).map(([name, value]) => [`band${band}.${name}`, value]);
  });
  // Ids and values are of the types that `BandSettings` states.
  return Object.fromEntries(entries) as Values;
}

/** Starting points: frequencies where the trouble or the character of a source usually lies. */
export const eqPresets: readonly Preset<EqParams>[] = [
  {
    name: "Vocal presence",
    values: bands(
      { type: "low-cut", frequency: 80, slope: "18" },
      { type: "bell", frequency: 280, gain: -2.5, q: 1.2 },
      { type: "bell", frequency: 3200, gain: 2.5, q: 0.9 },
      { type: "high-shelf", frequency: 11_000, gain: 2 },
    ),
  },
  {
    name: "Vocal de-ess",
    values: bands(
      { type: "low-cut", frequency: 80, slope: "18" },
      {
        type: "bell", frequency: 6800, q: 2,
        dynamic: true, dynamicThreshold: -32, dynamicRatio: 4, dynamicAttack: 1, dynamicRelease: 60,
      },
    ),
  },
  { name: "Air", values: bands({ type: "high-shelf", frequency: 13_000, gain: 4, q: 0.6 }) },
  {
    name: "De-mud",
    values: bands(
      { type: "low-cut", frequency: 35, slope: "24" },
      { type: "bell", frequency: 280, gain: -3.5, q: 1.1 },
      { type: "bell", frequency: 520, gain: -1.5, q: 1.4 },
    ),
  },
  {
    name: "Boom control",
    values: bands({
      type: "bell", frequency: 120, q: 1.4,
      dynamic: true, dynamicThreshold: -28, dynamicRatio: 3, dynamicAttack: 15, dynamicRelease: 180,
    }),
  },
  {
    name: "Kick punch",
    values: bands(
      { type: "low-cut", frequency: 28, slope: "24" },
      { type: "bell", frequency: 60, gain: 3, q: 1.2 },
      { type: "bell", frequency: 320, gain: -4, q: 1.1 },
      { type: "bell", frequency: 3500, gain: 3, q: 1 },
    ),
  },
  {
    name: "Snare crack",
    values: bands(
      { type: "low-cut", frequency: 90, slope: "18" },
      { type: "bell", frequency: 200, gain: 2.5, q: 1.2 },
      { type: "bell", frequency: 450, gain: -3, q: 1.5 },
      { type: "bell", frequency: 4500, gain: 3, q: 0.9 },
    ),
  },
  {
    name: "Hats without body",
    values: bands(
      { type: "low-cut", frequency: 350, slope: "24" },
      { type: "bell", frequency: 3200, gain: -2, q: 2 },
      { type: "high-shelf", frequency: 12_000, gain: 2 },
    ),
  },
  {
    name: "Bass with room for hats",
    values: bands(
      { type: "low-cut", frequency: 30, slope: "24" },
      { type: "bell", frequency: 90, gain: 2, q: 0.9 },
      { type: "bell", frequency: 250, gain: -2.5, q: 1.2 },
      { type: "high-cut", frequency: 5000, slope: "24" },
    ),
  },
  {
    name: "Acoustic guitar",
    values: bands(
      { type: "low-cut", frequency: 75, slope: "18" },
      { type: "bell", frequency: 190, gain: -3, q: 1.2 },
      { type: "bell", frequency: 5000, gain: 2, q: 0.8 },
      { type: "high-shelf", frequency: 12_000, gain: 1.5 },
    ),
  },
  {
    name: "Wide top, mono bass",
    values: bands(
      { type: "low-cut", frequency: 120, slope: "18", channel: "side" },
      { type: "high-shelf", frequency: 6000, gain: 2.5, channel: "side" },
      { type: "bell", frequency: 300, gain: -1, q: 0.8, channel: "mid" },
    ),
  },
  { name: "Brighter by a tilt", values: bands({ type: "tilt", frequency: 900, gain: 2 }) },
  {
    name: "Telephone",
    values: bands(
      { type: "low-cut", frequency: 400, slope: "24" },
      { type: "bell", frequency: 1400, gain: 5, q: 1.4 },
      { type: "high-cut", frequency: 3400, slope: "24" },
    ),
  },
  {
    name: "Hum of 50 Hz",
    values: bands(...[50, 100, 150, 200].map((frequency) => ({ type: "notch", frequency, q: 20 }) as const)),
  },
  {
    name: "Hum of 60 Hz",
    values: bands(...[60, 120, 180, 240].map((frequency) => ({ type: "notch", frequency, q: 20 }) as const)),
  },
];
