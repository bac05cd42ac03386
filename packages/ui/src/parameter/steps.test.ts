import { choice, decibels, float, formatParameter, frequency, integer, percent, toTravel } from "@headroom/sdk";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dragNumber, dragTravel, roundStep, stepNumber } from "./steps.js";

const gain = decibels({ min: -60, max: 12, default: 0 });
const hertz = frequency({ min: 20, max: 20_000, default: 1000 });
const q = float({ min: 0.1, max: 18, default: 1, taper: "log" });

describe("stepNumber", () => {
  it("moves gains by half a decibel, a tenth, six", () => {
    expect(stepNumber(gain, 0, 1, "normal")).toBe(0.5);
    expect(stepNumber(gain, 0, -1, "fine")).toBeCloseTo(-0.1, 12);
    expect(stepNumber(gain, 0, -1, "page")).toBe(-6);
  });

  it("moves frequencies by a semitone and an octave", () => {
    expect(stepNumber(hertz, 440, 1, "normal")).toBeCloseTo(466.164, 3);
    expect(stepNumber(hertz, 440, -1, "page")).toBe(220);
  });

  it("does not pile up rounding: thirty tenths are 3.0 dB", () => {
    let number = 0;
    for (let i = 0; i < 30; i++) number = stepNumber(gain, number, 1, "fine");
    expect(number).toBeCloseTo(3, 12);
  });

  it("takes whole numbers and options one by one", () => {
    expect(stepNumber(integer({ min: 1, max: 8, default: 2 }), 2, 1, "normal")).toBe(3);
    expect(stepNumber(choice(["a", "b", "c"], { default: "a" }), 1, 1, "page")).toBe(2);
  });

  it("stays inside the range, whatever the step", () => {
    const size = fc.constantFrom("fine" as const, "normal" as const, "page" as const);
    const specs = fc.constantFrom(gain, hertz, q, percent({ min: -100, max: 100, default: 0 }));
    fc.assert(
      fc.property(specs, fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: -500, max: 500 }), size, (spec, at, steps, by) => {
        const next = stepNumber(spec, spec.min + at * (spec.max - spec.min), steps, by);
        expect(next).toBeGreaterThanOrEqual(spec.min);
        expect(next).toBeLessThanOrEqual(spec.max);
      }),
    );
  });

  it("moves in the direction asked for unless at the end", () => {
    fc.assert(
      fc.property(fc.constantFrom(gain, hertz, q), fc.double({ min: 0.05, max: 0.95, noNaN: true }), (spec, at) => {
        const number = spec.min + at * (spec.max - spec.min);
        expect(stepNumber(spec, number, 1, "normal")).toBeGreaterThan(number - 1e-9);
        expect(stepNumber(spec, number, -1, "normal")).toBeLessThan(number + 1e-9);
      }),
    );
  });
});

describe("dragNumber", () => {
  it("gives what is shown: formatting it changes nothing", () => {
    fc.assert(
      fc.property(fc.constantFrom(gain, hertz, q), fc.double({ min: 0, max: 1, noNaN: true }), (spec, travel) => {
        const number = dragNumber(spec, travel, false);
        expect(dragNumber(spec, toTravel(spec, number), false)).toBeCloseTo(number, 9);
        expect(formatParameter(spec, number)).toBe(formatParameter(spec, dragNumber(spec, travel, true)));
      }),
    );
  });

  it("reaches both ends exactly", () => {
    for (const spec of [gain, hertz, q]) {
      expect(dragNumber(spec, 0, false)).toBe(spec.min);
      expect(dragNumber(spec, 1, false)).toBe(spec.max);
    }
  });
});

describe("dragTravel", () => {
  it("runs the whole travel over its length, a tenth of it when fine, and no further", () => {
    expect(dragTravel(0.5, 50, 200, false)).toBe(0.75);
    expect(dragTravel(0.5, 50, 200, true)).toBeCloseTo(0.525, 12);
    expect(dragTravel(0.9, 500, 200, false)).toBe(1);
    expect(dragTravel(0.1, -500, 200, false)).toBe(0);
  });
});

describe("roundStep", () => {
  it.each([[0.14, 0.1], [2, 2], [3.9, 2], [70, 50], [1, 1]])("rounds %d down to %d", (span, step) => {
    expect(roundStep(span)).toBeCloseTo(step, 12);
  });
});
