import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decibels, toggle } from "../params/statements.js";
import { definePlugin } from "../plugin/define.js";
import { level, series } from "../readouts/spec.js";
import { renderOffline } from "./render-offline.js";

const RAMP = 96;
const gainPlugin = definePlugin({
  id: "test.headroom.gain",
  name: "Gain",
  vendor: "Headroom tests",
  version: "1.0.0",
  features: ["utility"],
  params: { gain: decibels({ min: -60, max: 12, default: 0, smoothMs: 2 }), invert: toggle(false) },
  readouts: { last: level("dB"), watched: series("dB", 2) },
  processor: () => ({
    latency: 7,
    process({ input, output, params, readouts, frames }) {
      const sign = params.invert.value ? -1 : 1;
      for (let c = 0; c < output.length; c++) {
        for (let i = 0; i < frames; i++) output[c]![i] = input[c]![i]! * params.gain.gains[i]! * sign;
      }
      readouts.last.set(params.gain.value);
      if (readouts.watched.observed) {
        readouts.watched.data.fill(frames);
        readouts.watched.publish();
      }
    },
  }),
});

const ones = (frames: number) => [new Float32Array(frames).fill(1), new Float32Array(frames).fill(0.5)];

describe("renderOffline", () => {
  it("gives as many channels and frames as came in, and what the processor says of itself", () => {
    const { output, latency, readout } = renderOffline(gainPlugin, { input: ones(1000), params: { gain: -6 } });
    expect(output.map(({ length }) => length)).toEqual([1000, 1000]);
    expect(output[0]!.every((x) => Math.abs(x - 10 ** (-6 / 20)) < 1e-6)).toBe(true);
    expect(latency).toBe(7);
    expect([...readout("last")]).toEqual([-6]);
  });

  it("changes parameters on their frame", () => {
    const { output } = renderOffline(gainPlugin, {
      input: ones(1000),
      events: [{ frame: 333, values: { invert: true } }, { frame: 500, values: { gain: 6 }, rampFrames: 0 }],
    });
    expect([...output[0]!.subarray(332, 334)]).toEqual([1, -1]);
    expect(output[0]![499]).toBe(-1);
    expect(output[0]![500]).toBeCloseTo(-(10 ** (6 / 20)), 6);
  });

  it("smooths as the parameter states where no ramp is given", () => {
    const { output } = renderOffline(gainPlugin, { input: ones(1000), events: [{ frame: 100, values: { gain: -12 } }] });
    expect(output[0]![99]).toBe(1);
    expect(output[0]![100 + RAMP / 2 - 1]).toBeCloseTo(10 ** (-6 / 20), 5);
    expect(output[0]![100 + RAMP - 1]).toBeCloseTo(10 ** (-12 / 20), 6);
  });

  it("gives the same samples for every block size", () => {
    const events = [{ frame: 17, values: { gain: -20 } }, { frame: 60, values: { gain: 3, invert: true } }];
    const whole = renderOffline(gainPlugin, { input: ones(600), events });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 600 }), (blockSize) => {
        expect(renderOffline(gainPlugin, { input: ones(600), events, blockSize }).output).toEqual(whole.output);
      }),
      { numRuns: 30 },
    );
  });

  it("computes a series only where somebody looks", () => {
    expect(renderOffline(gainPlugin, { input: ones(256) }).readout("watched")[0]).toBe(0);
    expect(renderOffline(gainPlugin, { input: ones(256), observe: ["watched"] }).readout("watched")[0]).toBe(128);
  });

  it("refuses a parameter that the plugin does not have", () => {
    const events = [{ frame: 0, values: { gian: 1 } as object }];
    expect(() => renderOffline(gainPlugin, { input: ones(1), events })).toThrow('"test.headroom.gain" has no parameter "gian".');
  });
});
