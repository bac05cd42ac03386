import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createCurvePoints } from "./curvePoints.js";
import { frequencyToX, gainToY, xToFrequency, yToGain } from "./frequencyScale.js";

describe("frequency scale", () => {
  it("gives each octave the same width", () => {
    const octave = frequencyToX(200, 900) - frequencyToX(100, 900);
    expect(frequencyToX(8000, 900) - frequencyToX(4000, 900)).toBeCloseTo(octave, 9);
    expect([frequencyToX(20, 900), frequencyToX(20_000, 900)]).toEqual([0, 900]);
  });

  it("goes there and back", () => {
    fc.assert(
      fc.property(fc.double({ min: 20, max: 20_000, noNaN: true }), fc.integer({ min: 50, max: 4000 }), (hz, width) => {
        expect(xToFrequency(frequencyToX(hz, width), width) / hz).toBeCloseTo(1, 9);
      }),
    );
    fc.assert(
      fc.property(fc.double({ min: -30, max: 30, noNaN: true }), fc.integer({ min: 50, max: 2000 }), (gainDb, height) => {
        expect(yToGain(gainToY(gainDb, height, 30), height, 30)).toBeCloseTo(gainDb, 9);
      }),
    );
  });

  it("spreads the points of a curve from edge to edge", () => {
    const { frequenciesHz, responseDb } = createCurvePoints(900);
    expect(frequenciesHz[0]).toBe(20);
    expect(frequenciesHz.at(-1)).toBeCloseTo(20_000, 6);
    expect(responseDb).toHaveLength(frequenciesHz.length);
  });
});
