import { choice, decibels, definePlugin, describe as descriptorOf, toggle } from "@headroom/sdk";
import type { Insert } from "@headroom/session";
import { describe, expect, it } from "vitest";
import { allValues, currentPreset, presetsOf, sameValues } from "./preset.js";
import { presetRemarks } from "./preset-remarks.js";

const plugin = descriptorOf(
  definePlugin({
    id: "com.acme.gain",
    name: "Gain",
    vendor: "Acme",
    version: "1.0.0",
    features: ["utility"],
    params: { gain: decibels({ min: -60, max: 12, default: 0 }), shape: choice(["soft", "hard"], { default: "soft" }), on: toggle(true), listen: toggle(false, { transient: true }) },
    presets: [{ name: "Loud", values: { gain: 6 } }, { name: "Default", values: { gain: 1 } }],
    processor: () => ({ process() {} }),
  }),
);
const MINE = { id: "u1", plugin: plugin.id, pluginVersion: "1.0.0", name: "Mine", values: { gain: -3, shape: "hard" } };
const presets = presetsOf(plugin, [MINE]);
const insert = (fields: Partial<Insert>): Insert => ({ id: "i", plugin: plugin.id, version: "1.0.0", bypass: false, mix: 1, params: {}, ...fields });

describe("presets", () => {
  it("are the default first, then the plugin's, then the person's", () => {
    expect(presets.map(({ name, origin }) => `${origin} ${name}`)).toEqual(["factory Default", "factory Loud", "user Mine"]);
    expect(presets[0]?.values).toEqual({});
  });

  it.each<[what: string, fields: Partial<Insert>, name: string, isEdited: boolean]>([
    ["a new insert", {}, "Default", false],
    ["values that equal the defaults", { params: { gain: 0, on: true } }, "Default", false],
    ["a new insert after a change", { params: { gain: 1 } }, "Default", true],
    ["one loaded", { params: { gain: 6, shape: "soft", on: true }, preset: { id: "factory/Loud", name: "Loud" } }, "Loud", false],
    ["one loaded and changed", { params: { gain: 6, shape: "hard" }, preset: { id: "factory/Loud", name: "Loud" } }, "Loud", true],
    ["a person's, renamed since", { params: { gain: -3, shape: "hard" }, preset: { id: "u1", name: "Old name" } }, "Mine", false],
    ["one that is gone", { params: { gain: 4 }, preset: { id: "u2", name: "Gone" } }, "Gone", false],
  ])("name the setting: %s", (_, fields, name, isEdited) => {
    expect(currentPreset(plugin, insert(fields), presets)).toMatchObject({ name, isEdited });
  });

  it("give every parameter a value: stated, default or clamped", () => {
    expect(allValues(plugin, { gain: 99, gone: 1 })).toEqual({ gain: 12, shape: "soft", on: true });
    expect(allValues(plugin, { gain: Number.NaN, shape: "hard", on: false })).toEqual({ gain: 0, shape: "hard", on: false });
    expect(sameValues(plugin, { gain: 99 }, { gain: 12, on: true })).toBe(true);
    expect(sameValues(plugin, { gain: 1 }, {})).toBe(false);
  });

  it("leave out what is of the moment", () => {
    expect(allValues(plugin, { listen: true })).not.toHaveProperty("listen");
    expect(sameValues(plugin, { listen: true }, {})).toBe(true);
    expect(currentPreset(plugin, insert({ params: { listen: true } }), presets).isEdited).toBe(false);
    expect(presetRemarks(plugin, { name: "Odd", values: { listen: 7 } })).toEqual([]);
  });

  it("say what the plugin does not take", () => {
    expect(presetRemarks(plugin, { name: "Odd", values: { gain: 99, shape: "soft", a: 1, b: 2 } })).toEqual([
      "Gain in the preset “Odd” was set to 99 dB; it goes from −60.0 dB to 12.0 dB, so 12.0 dB is used.",
      "The preset “Odd” has values for “a”, “b”, which Gain 1.0.0 does not have; they are ignored.",
    ]);
    expect(presetRemarks(plugin, { name: "Old", values: { a: 1, b: 1, c: 1, d: 1, e: 1 } })).toEqual([
      "The preset “Old” has values for “a”, “b”, “c” and 2 more, which Gain 1.0.0 does not have; they are ignored.",
    ]);
    expect(presetRemarks(plugin, MINE)).toEqual([]);
  });
});
