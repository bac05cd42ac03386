import { choice, decibels, float, toggle } from "../params/statements.js";
import type { ValuesOf } from "../params/spec.js";
import { level, levels, series, type SeriesWriter } from "../readouts/spec.js";
import { renderOffline } from "../testing/render-offline.js";
import { definePlugin } from "./define.js";
import type { ReadersOf } from "./processor.js";

/**
 * What the compiler must know of a plugin from its one statement. `npm test` compiles this file with the package:
 * an error that is expected and does not come is an error.
 */

type Same<A, B> = [A, B] extends [B, A] ? true : false;
type Holds<Truth extends true> = Truth;

const params = {
  gain: decibels({ min: -60, max: 12, default: 0 }),
  drive: float({ min: 0, max: 1, default: 0 }),
  type: choice(["bell", "notch"], { default: "bell" }),
  invert: toggle(false),
};
type Params = typeof params;
type Readers = ReadersOf<Params>;

export type Facts = [
  Holds<Same<ValuesOf<Params>, { gain: number; drive: number; type: "bell" | "notch"; invert: boolean }>>,
  Holds<Same<Readers["type"]["value"], "bell" | "notch">>,
  Holds<Same<Readers["invert"]["value"], boolean>>,
  Holds<Same<Readers["gain"]["gains"], Float32Array>>,
];

// @ts-expect-error -- only decibels have a linear gain
export type NoGain = Readers["drive"]["gain"];

// @ts-expect-error -- there is no such parameter
export type NoParameter = Readers["gian"];

// @ts-expect-error -- the default is one of the options
choice(["bell", "notch"], { default: "shelf" });

// @ts-expect-error -- whole ranges are needed: there is no maximum
decibels({ min: -60, default: 0 });

export const plugin = definePlugin({
  id: "com.acme.test",
  name: "Test",
  vendor: "Acme",
  version: "1.0.0",
  features: ["utility"],
  params,
  readouts: { peak: level("dBFS"), peaks: levels("dBFS", 2), spectrum: series("dB", 64) },
  presets: [
    { name: "Loud", values: { gain: 6 } },
    // @ts-expect-error -- a preset's values are of the parameters' types
    { name: "Wrong", values: { type: "shelf" } },
  ],
  processor: () => ({
    process({ params, readouts, input, output }) {
      const spectrum: SeriesWriter = readouts.spectrum;
      if (spectrum.observed) spectrum.publish();
      readouts.peak.set(params.gain.gain);
      readouts.peaks.set(1, params.drive.value);
      // @ts-expect-error -- one of several levels needs its index
      readouts.peaks.set(1);
      // @ts-expect-error -- there is no such option
      if (params.type.value === "shelf") return;
      // @ts-expect-error -- what came in is not to be replaced
      input[0] = output[0];
    },
  }),
});

export const without = definePlugin({
  id: "com.acme.plain",
  name: "Plain",
  vendor: "Acme",
  version: "1.0.0",
  // @ts-expect-error -- features come from the list
  features: ["loudness"],
  params: {},
  processor: () => ({ process: () => undefined }),
});

// @ts-expect-error -- it states no readouts
export type NoReadout = (typeof without.readouts)["peak"];

renderOffline(plugin, { input: [], params: { type: "notch", invert: true } });
// @ts-expect-error -- values in tests are checked as well
renderOffline(plugin, { input: [], params: { invert: 1 } });
