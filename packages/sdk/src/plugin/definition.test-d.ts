import { bypass, choice, decibels, float, toggle } from "../params/statements.js";
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
