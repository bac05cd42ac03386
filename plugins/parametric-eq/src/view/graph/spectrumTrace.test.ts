import { describe, expect, it } from "vitest";
import { SpectrumTrace } from "./spectrumTrace.js";

const SLOW = { riseMs: 100, fallMs: 400 };

describe("a spectrum as it is drawn", () => {
  it("goes 63 % of its way in its time, up and down, however the time is cut", () => {
    for (const steps of [1, 10]) {
      const trace = new SpectrumTrace(1);
      trace.follow([-60], 0, { riseMs: 0, fallMs: 0 });
      for (let n = 0; n < steps; n++) trace.follow([0], 100 / steps, SLOW);
      expect(trace.levels[0]).toBeCloseTo(-60 / Math.E, 3);
      const from = trace.levels[0]!;
      for (let n = 0; n < steps; n++) trace.follow([-100], 400 / steps, SLOW);
      expect(trace.levels[0]).toBeCloseTo(-100 + (from + 100) / Math.E, 3);
    }
  });

  it("comes to rest on its signal, and then says so", () => {
    const trace = new SpectrumTrace(2);
    for (let n = 0; n < 500; n++) trace.follow([-20, -Infinity], 16, SLOW);
    expect(trace.levels[0]).toBe(-20);
    expect(trace.follow([-20, -Infinity], 16, SLOW)).toBe(false);
  });

  it("keeps the highest levels until they are cleared", () => {
    const trace = new SpectrumTrace(1);
    const now = { riseMs: 0, fallMs: 0 };
    trace.follow([-10], 16, now);
    trace.follow([-50], 16, now);
    expect(trace.peaks[0]).toBe(-10);
    trace.clearPeaks();
    trace.follow([-50], 16, now);
    expect(trace.peaks[0]).toBe(-50);
  });

  it("knows a readout that it has seen", () => {
    const trace = new SpectrumTrace(2);
    expect(trace.isNew([-1, -2])).toBe(true);
    expect(trace.isNew([-1, -2])).toBe(false);
    expect(trace.isNew([-1, -3])).toBe(true);
  });
});
