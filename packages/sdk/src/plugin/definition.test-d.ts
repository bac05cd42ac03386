import type { IsBelow } from "../params/compare-literals.js";
import { bypass, choice, decibels, float, frequency, integer, milliseconds, percent, toggle } from "../params/statements.js";
import type { ValuesOf } from "../params/spec.js";
import { gainReduction, level, levels, responseCurve, series, type SeriesWriter, type WriterOf } from "../readouts/spec.js";
import { renderOffline } from "../testing/render-offline.js";
import type { View, ViewHost } from "../view/view.js";
import { definePlugin, type PluginDefinition } from "./define.js";
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
// @ts-expect-error -- the default is above the range
decibels({ min: -60, max: 12, default: 20 });
// @ts-expect-error -- the default is below the range
frequency({ min: 20, max: 20_000, default: 10 });
// @ts-expect-error -- the range is upside down
milliseconds({ min: 100, max: 10, default: 50 });
// @ts-expect-error -- there is nothing between
integer({ min: 4, max: 4, default: 4 });
// @ts-expect-error -- units come from the list
float({ min: 0, max: 1, default: 0, unit: "db" });
// @ts-expect-error -- there is no such field
percent({ min: 0, max: 100, default: 50, smothMs: 5 });
// @ts-expect-error -- units of readouts come from the list as well
level("dbfs");
// @ts-expect-error -- a list of levels has a count
levels("dBFS");

export const fine = [
  decibels({ min: -12, max: -6, default: -9.5 }),
  float({ min: 0.025, max: 25, default: Math.SQRT1_2, taper: "log", unit: "oct" }),
  float({ min: 1e-7, max: 1, default: 1e-7 }),
  percent({ min: -100, max: 200, default: -100 }),
  frequency({ min: Number("10"), max: 5, default: 5 }),
];

/** Literals in order, each below the next. */
export type Ordered = [
  Holds<Same<IsBelow<-60, -6>, true>>, Holds<Same<IsBelow<-6, -0.5>, true>>, Holds<Same<IsBelow<-0.5, -0.25>, true>>, Holds<Same<IsBelow<-0.25, 0>, true>>,
  Holds<Same<IsBelow<0, 0.05>, true>>, Holds<Same<IsBelow<0.05, 0.5>, true>>, Holds<Same<IsBelow<0.5, 0.55>, true>>, Holds<Same<IsBelow<0.55, 9>, true>>,
  Holds<Same<IsBelow<9, 10>, true>>, Holds<Same<IsBelow<10, 10.5>, true>>, Holds<Same<IsBelow<10.5, 100>, true>>,
  Holds<Same<IsBelow<10, 9>, false>>, Holds<Same<IsBelow<0, 0>, false>>, Holds<Same<IsBelow<-6, -60>, false>>, Holds<Same<IsBelow<0.5, 0.05>, false>>,
  Holds<Same<IsBelow<number, 0>, unknown>>, Holds<Same<IsBelow<1e-7, 1>, unknown>>,
];

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

export const complete = definePlugin({
  id: "com.acme.complete",
  name: "Complete",
  vendor: "Acme",
  version: "1.0.0",
  features: ["dynamics"],
  io: { main: ["stereo", "mono"], sidechain: ["stereo"] },
  extensions: ["dev.headroom.transport@1"],
  params: { off: bypass(), gain: decibels({ min: -60, max: 12, default: 0, hidden: true, automatable: false, group: "Output" }) },
  readouts: { reduction: gainReduction(), curve: responseCurve({ points: 32 }) },
  state: { version: 2, migrate: { 1: ({ level }) => ({ gain: level }) } },
  processor: ({ log, extension, stateChanged, params, sidechainChannels }) => {
    const transport = extension("dev.headroom.transport@1");
    // @ts-expect-error -- there is no such extension
    extension("dev.headroom.tempo@9");
    log("info", `${sidechainChannels} channels`);
    // @ts-expect-error -- levels come from the list
    log("debug", "");
    const isOff: boolean = params.off.value;
    return {
      tail: isOff ? 0 : 1,
      process({ readouts, sidechain }) {
        readouts.reduction.set(-(sidechain[0]?.[0] ?? 0));
        if (readouts.curve.observed) readouts.curve.publish();
        // @ts-expect-error -- where nothing is offered there is nothing to read
        if (transport.playing) stateChanged();
        // @ts-expect-error -- the song is not the plugin's to move
        if (transport) transport.bpm = 120;
      },
      save: () => ({ gain: 1, list: [1, { a: null }] }),
      restore: (data) => {
        // @ts-expect-error -- what comes from a file is not known to be a number
        const gain: number = data["gain"];
        stateChanged();
        log("info", String(gain));
      },
    };
  },
});

// @ts-expect-error -- a bypass is off unless somebody bypasses: it has no default to state
bypass({ default: true });
// @ts-expect-error -- layouts come from the list
export const surround: PluginDefinition["io"] = { main: ["stereo"], sidechain: ["surround"] };

// @ts-expect-error -- a curve is published as a whole
export type NoSet = WriterOf<ReturnType<typeof responseCurve>>["set"];

/** One statement gives the processor, the view and the host their types. */
export type Inferred = [
  Holds<Same<keyof typeof complete.params, "off" | "gain">>,
  Holds<Same<typeof complete.params.gain.kind, "decibels">>,
  Holds<Same<ReturnType<ViewHost<typeof complete.params, typeof complete.readouts>["params"]["gain"]["get"]>, number>>,
  Holds<Same<ReturnType<ViewHost<typeof complete.params, typeof complete.readouts>["params"]["off"]["get"]>, boolean>>,
  Holds<Same<keyof ViewHost<typeof complete.params, typeof complete.readouts>["readouts"], "reduction" | "curve">>,
];

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

definePlugin({
  ...without,
  // @ts-expect-error -- extensions are named from the list, with their version
  extensions: ["dev.headroom.transport"],
  processor: () => ({
    process: () => undefined,
    // @ts-expect-error -- what is saved is plain data: no typed arrays, functions or dates
    save: () => ({ table: new Float32Array(4), at: new Date() }),
  }),
});

// @ts-expect-error -- it states no readouts
export type NoReadout = (typeof without.readouts)["peak"];

declare const untyped: View;
/** What ids there are is said by the statement alone, not by a view that takes any. */
export const withView = definePlugin({
  ...without,
  params,
  readouts: { spectrum: series("dB", 64) },
  processor: () => ({
    process({ readouts, params }) {
      if (params.gain.gain > 0) readouts.spectrum.publish();
    },
  }),
  view: () => Promise.resolve({ default: untyped }),
});

renderOffline(plugin, { input: [], params: { type: "notch", invert: true } });
// @ts-expect-error -- values in tests are checked as well
renderOffline(plugin, { input: [], params: { invert: 1 } });
