import { describe as group, expect, it } from "vitest";
import { bypass, choice, decibels, float, frequency, integer, toggle } from "../params/statements.js";
import { gainReduction, level, levels, responseCurve, series } from "../readouts/spec.js";
import { checkDescriptor } from "./check.js";
import { definePlugin } from "./define.js";
import { describe } from "./descriptor.js";

const sound = describe(
  definePlugin({
    id: "com.acme.gain",
    name: "Gain",
    vendor: "Acme",
    version: "1.0.0",
    features: ["utility"],
    params: {
      gain: decibels({ min: -60, max: 12, default: 0 }),
      "band1.frequency": frequency({ min: 20, max: 20_000, default: 1000 }),
      type: choice(["bell", "notch"], { default: "bell" }),
      invert: toggle(false),
      off: bypass(),
      voices: integer({ min: 1, max: 8, default: 2 }),
    },
    readouts: { peak: level("dBFS"), peaks: levels("dBFS", 2), spectrum: series("dB", 1024), reduction: gainReduction(), curve: responseCurve() },
    extensions: ["dev.headroom.transport@1"],
    presets: [{ name: "Quiet", values: { gain: -20 } }, { name: "As it is", values: {} }],
    processor: () => ({ process() {} }),
  }),
);

const gain = decibels({ min: -60, max: 12, default: 0 });
const withParam = (spec: unknown) => ({ ...sound, params: { gain: spec } });
const withReadout = (spec: unknown) => ({ ...sound, readouts: { peak: spec } });

group("checkDescriptor", () => {
  it("finds nothing in a sound contract, also after it crossed realms", () => {
    expect(checkDescriptor(sound)).toEqual([]);
    expect(checkDescriptor(structuredClone(sound))).toEqual([]);
  });

  it.each<[sentence: string, descriptor: unknown]>([
    [`The plugin's default export is missing; it must be what definePlugin() returns.`, undefined],
    [`The plugin's default export is an empty list; it must be what definePlugin() returns.`, []],
    [`The plugin's default export is a function; it must be what definePlugin() returns.`, () => sound],
    [`"id" is "gain"; write a reverse domain name such as "com.acme.gain".`, { ...sound, id: "gain" }],
    [`"id" is missing; write a reverse domain name such as "com.acme.gain".`, { ...sound, id: undefined }],
    [`"name" is ""; give the plugin a name.`, { ...sound, name: "" }],
    [`"vendor" is 7; say who makes it.`, { ...sound, vendor: 7 }],
    [`"version" is "one"; write a semantic version such as "1.0.0".`, { ...sound, version: "one" }],
    [`"features" is "eq"; list at least one, such as ["utility"].`, { ...sound, features: "eq" }],
    [`"main" in "io" is an empty list; list "stereo", "mono" or both, the best first.`, { ...sound, io: { main: [], sidechain: [] } }],
    [`"sidechain" in "io" is "stereo"; list "stereo", "mono" or both, or leave it out.`, { ...sound, io: { main: ["mono"], sidechain: "stereo" } }],
    [`"io" is 2; state the layouts of its ports, such as { main: ["stereo", "mono"] }.`, { ...sound, io: 2 }],
    [`"features" is an empty list; list at least one, such as ["utility"].`, { ...sound, features: [] }],
    [`Parameter "gain" has the label an object; write it as text.`, withParam({ ...gain, label: {} })],
    [`Readout "peak" has the unit "lux"; use one of the SDK's.`, withReadout({ kind: "level", unit: "lux" })],
    [`"presets" is "loud"; it must be a list.`, { ...sound, presets: "loud" }],
    [`Preset 2 is null; it must have a name and values.`, { ...sound, presets: [{ name: "A", values: {} }, null] }],
    [`Preset 1 has the name ""; give it 1 to 100 letters.`, { ...sound, presets: [{ name: "", values: {} }] }],
    [`Two presets have the name "A"; give each its own.`, { ...sound, presets: [{ name: "A", values: {} }, { name: "A", values: {} }] }],
    [`The values of preset "A" are a list; write an object of parameter ids and values.`, { ...sound, presets: [{ name: "A", values: [1] }] }],
    [`"extensions" is "tempo"; list versioned ids such as "dev.headroom.transport@1".`, { ...sound, extensions: ["tempo"] }],
    [`"extensions" is 3; list versioned ids such as "dev.headroom.transport@1".`, { ...sound, extensions: 3 }],
    [`"off" and "away" are both bypass; a plugin has one.`, { ...sound, params: { off: bypass(), away: bypass() } }],
    [`Parameter "gain" is no bypass as hosts know it; state it with bypass().`, withParam({ ...gain, bypass: true })],
    [`Parameter "gain" has "yes" as hidden; write true or false.`, withParam({ ...gain, hidden: "yes" })],
    [`Readout "peak" runs from 0 to 20000 Hz; the first must be above 0 and below the second.`, withReadout(responseCurve({ lowHz: 0 }))],
    [`Readout "peak" holds 0 values; use a whole number from 1 to 65536.`, withReadout(responseCurve({ points: 0 }))],
    [`The version of "state" is 1.5; write a whole number from 1 on.`, { ...sound, stateVersion: 1.5 }],
    [`The version of "state" is "two"; write a whole number from 1 on.`, { ...sound, stateVersion: "two" }],
    [`"params" is missing; it must be an object of statements.`, { ...sound, params: undefined }],
    [`"a b" in "params" is no valid id; use letters, digits and dots.`, { ...sound, params: { "a b": gain } }],
    [`"gain" in "params" is 3; state it with one of the SDK's functions.`, withParam(3)],
    [`Parameter "gain" is of kind "knob"; state it with one of the SDK's functions.`, withParam({ kind: "knob" })],
    [
      `Parameter "gain" has a range of missing to 12, default 0, smoothing 20; all must be finite numbers.`,
      withParam({ ...gain, min: undefined }),
    ],
    [
      `Parameter "gain" has a range of -60 to Infinity, default 0, smoothing 20; all must be finite numbers.`,
      withParam({ ...gain, max: Infinity }),
    ],
    [`Parameter "gain" runs from 12 to -60; min must be below max.`, withParam({ ...gain, min: 12, max: -60 })],
    [`Parameter "gain" has the default 20, outside -60 to 12; move it inside.`, withParam({ ...gain, default: 20 })],
    [`Parameter "gain" smooths over -1 ms; use 0 to 10000.`, withParam({ ...gain, smoothMs: -1 })],
    [`Parameter "gain" has a log taper from -60; min must be above 0.`, withParam({ ...gain, taper: "log" })],
    [`Parameter "gain" has the taper "curvy"; use linear, log or fader.`, withParam({ ...gain, taper: "curvy" })],
    [
      `Parameter "gain" is whole and runs from 0.5 to 8, default 2; all must be whole numbers.`,
      withParam(integer({ min: 0.5, max: 8, default: 2 })),
    ],
    [`Parameter "gain" has the unit "dBm"; use one of the SDK's.`, withParam({ ...float({ min: 0, max: 1, default: 0 }), unit: "dBm" })],
    [`Parameter "gain" has the default "on"; a toggle's is true or false.`, withParam({ ...toggle(true), default: "on" })],
    [`Parameter "gain" has the options a list; a choice needs at least one, as text.`, withParam({ kind: "choice", options: [1], default: 1 })],
    [`Parameter "gain" has the labels an object; give each option that needs one a text.`, withParam({ kind: "choice", options: ["a"], default: "a", labels: { a: 1 } })],
    [`Parameter "gain" names an option twice; options are unique.`, withParam({ kind: "choice", options: ["a", "a"], default: "a" })],
    [`Parameter "gain" has the default "c"; it must be one of its options.`, withParam({ kind: "choice", options: ["a", "b"], default: "c" })],
    [`Readout "peak" is of kind "lamp"; state it with one of the SDK's functions.`, withReadout({ kind: "lamp" })],
    [`Readout "peak" holds 0 values; use a whole number from 1 to 65536.`, withReadout(levels("dB", 0))],
    [`Readout "peak" holds 1000000 values; use a whole number from 1 to 65536.`, withReadout(series("dB", 1_000_000))],
  ])("says: %s", (sentence, descriptor) => {
    expect(checkDescriptor(descriptor)).toEqual([sentence]);
  });

  it("finds every fault at once", () => {
    expect(checkDescriptor({ ...sound, id: "x", name: 1, params: { gain: { ...gain, default: 99 } } })).toHaveLength(3);
  });

  it("refuses more parameters than a host shows", () => {
    const params = Object.fromEntries(Array.from({ length: 4097 }, (_, i) => [`p${i}`, gain]));
    expect(checkDescriptor({ ...sound, params })).toEqual([`"params" has 4097 entries; 4096 is the most.`]);
  });

  it("shortens what a plugin fills with", () => {
    const [sentence = ""] = checkDescriptor({ ...sound, version: "x".repeat(1000) });
    expect(sentence.length).toBeLessThan(150);
  });
});
