import { curveFrequencies, type ValuesOf } from "@headroom/sdk";
import { processAllocations, renderOffline } from "@headroom/sdk/testing";
import { expect, it } from "vitest";
import plugin from "../index.js";
import { EQ_QUALITIES, eqReadouts, type EqParams } from "../params.js";
import { eqResponseDb } from "../response.js";
import { DEFAULTS, noise } from "./eq-harness.js";

const RATE = 96_000;
const frequencies = curveFrequencies(eqReadouts.response);
const params: Partial<ValuesOf<EqParams>> = {
  "band1.enabled": true,
  "band3.enabled": true, "band3.gain": 9, "band3.q": 3,
  "band7.enabled": true, "band7.gain": -6, "band7.slope": "24",
};
const show = (values: Partial<ValuesOf<EqParams>>, observe = ["response"]) => [...renderOffline(plugin, { input: [noise(RATE / 10)], params: values, observe, sampleRate: RATE }).readout("response")];

it.each(EQ_QUALITIES)("is the response that %s has, to 0.3 dB", (quality) => {
  const expected = new Float64Array(frequencies.length);
  eqResponseDb({ ...DEFAULTS, ...params, quality }, RATE, frequencies, expected);
  const shown = show({ ...params, quality });
  expect(Math.max(...shown)).toBeGreaterThan(8);
  // Below this a picture at a slot ends.
  expect(Math.max(...shown.map((db, i) => (db > -40 ? Math.abs(db - expected[i]!) : 0)))).toBeLessThan(0.3);
});

it("shows what bands do to a part of the signal, and follows the last change", () => {
  const side = show({ "band3.enabled": true, "band3.gain": 9, "band3.channel": "side" });
  expect(Math.max(...side)).toBeGreaterThan(8);
  const { readout } = renderOffline(plugin, { input: [noise(RATE / 10)], params, events: [{ frame: 100, values: { gainScale: 0, "band1.enabled": false } }], observe: ["response"], sampleRate: RATE });
  expect([...readout("response")].every((db) => Math.abs(db) < 1e-6)).toBe(true);
});

it("is not computed while nobody looks, and allocates nothing while it moves", () => {
  expect(show(params, []).every((db) => db === 0)).toBe(true);
  expect(processAllocations(plugin, { params, moving: true })).toEqual([]);
});
