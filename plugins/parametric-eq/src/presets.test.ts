import { fromNumber, toNumber, type ValuesOf } from "@headroom/sdk";
import { describe, expect, it } from "vitest";
import { eqParams, type BandChannel, type EqParams } from "./params.js";
import { eqPresets } from "./presets.js";
import { eqResponseDb } from "./response.js";

const DEFAULTS = Object.fromEntries(Object.entries(eqParams).map(([id, spec]) => [id, spec.default])) as ValuesOf<EqParams>;

/** dB of a preset at one frequency, at 48 kHz. */
function gainDb(name: string, hz: number, channel: BandChannel = "stereo"): number {
  const preset = eqPresets.find((each) => each.name === name);
  const out = new Float64Array(1);
  eqResponseDb({ ...DEFAULTS, ...preset?.values }, 48_000, [hz], out, { channel });
  return out[0]!;
}

describe("presets", () => {
  it("have names of their own", () => {
    expect(new Set(eqPresets.map(({ name }) => name)).size).toBe(eqPresets.length);
  });

  it.each(eqPresets.map(({ name, values }) => [name, values] as const))("%s has values of parameters, within their ranges", (_, values) => {
    for (const [id, value] of Object.entries(values)) {
      const spec = eqParams[id as keyof EqParams];
      expect(fromNumber(spec, toNumber(spec, value)), id).toBe(value);
    }
  });

  it("do what their names say", () => {
    expect(gainDb("Bass with room for hats", 90)).toBeGreaterThan(1);
    expect(gainDb("Bass with room for hats", 10_000)).toBeLessThan(-20);
    expect(gainDb("Hats without body", 150)).toBeLessThan(-24);
    expect(gainDb("Telephone", 100)).toBeLessThan(-40);
    expect(gainDb("Telephone", 1400)).toBeGreaterThan(4);
    expect(gainDb("Telephone", 10_000)).toBeLessThan(-30);
    expect(gainDb("De-mud", 280)).toBeLessThan(-3);
    expect(gainDb("Hum of 50 Hz", 150)).toBeLessThan(-40);
    expect(gainDb("Hum of 50 Hz", 125)).toBeGreaterThan(-1);
    expect(gainDb("Wide top, mono bass", 40, "side")).toBeLessThan(-20);
    expect(gainDb("Wide top, mono bass", 12_000, "side")).toBeGreaterThan(1.5);
    expect(gainDb("Wide top, mono bass", 40)).toBe(0);
    expect(gainDb("Brighter by a tilt", 10_000)).toBeGreaterThan(gainDb("Brighter by a tilt", 100) + 1);
  });
});
