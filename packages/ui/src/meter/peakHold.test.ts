import { describe, expect, it } from "vitest";
import { PeakHold } from "./peakHold.js";

describe("PeakHold", () => {
  it("rises at once and falls 20 dB in 1.7 s", () => {
    const hold = new PeakHold();
    hold.update(-6, 1000);
    expect(hold.barDb).toBe(-6);
    for (let ms = 1017; ms <= 2700; ms += 17) hold.update(-100, ms);
    expect(hold.barDb).toBeCloseTo(-26, 6);
  });

  it("keeps the mark for 1.5 s, then lets it fall to the bar", () => {
    const hold = new PeakHold();
    hold.update(-6, 0);
    hold.update(-100, 1400);
    expect(hold.markDb).toBe(-6);
    for (let ms = 1500; ms <= 12_000; ms += 100) hold.update(-100, ms);
    expect(hold.markDb).toBeCloseTo(hold.barDb, 6);
  });

  it("survives NaN and −∞", () => {
    const hold = new PeakHold();
    hold.update(Number.NaN, 0);
    hold.update(-Infinity, 16);
    expect([hold.barDb, hold.markDb]).toEqual([-120, -120]);
  });
});
