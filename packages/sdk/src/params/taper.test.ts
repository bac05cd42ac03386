import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { NumberSpec } from "./spec.js";
import { choice, decibels, float, frequency, integer, toggle } from "./statements.js";
import { fromTravel, toTravel } from "./taper.js";

const travel = fc.double({ min: 0, max: 1, noNaN: true });
const range = fc
  .tuple(fc.double({ min: -1000, max: 1000, noNaN: true }), fc.double({ min: 0.01, max: 5000, noNaN: true }))
  .map(([min, width]) => ({ min, max: min + width, default: min }));
const linear = range.map((limits) => float(limits));
const fader = range.map((limits) => decibels({ ...limits, taper: "fader" }));
const log = fc
  .tuple(fc.double({ min: 0.01, max: 1000, noNaN: true }), fc.double({ min: 1.1, max: 10_000, noNaN: true }))
  .map(([min, ratio]) => frequency({ min, max: min * ratio, default: min }));
const continuous: fc.Arbitrary<NumberSpec> = fc.oneof(linear, fader, log);

describe("toTravel and fromTravel", () => {
  it("are inverse on the travel, to 1e-6", () => {
    fc.assert(
      fc.property(continuous, travel, (spec, t) => {
        expect(toTravel(spec, fromTravel(spec, t))).toBeCloseTo(t, 6);
      }),
    );
  });

  it("are inverse on the range, to a millionth of it", () => {
    fc.assert(
      fc.property(continuous, travel, (spec, share) => {
        const number = spec.min + share * (spec.max - spec.min);
        expect(Math.abs(fromTravel(spec, toTravel(spec, number)) - number)).toBeLessThanOrEqual((spec.max - spec.min) * 1e-6);
      }),
    );
  });

  it("meet the ends exactly and clamp beyond them", () => {
    fc.assert(
      fc.property(continuous, fc.double({ min: 0, max: 1e6, noNaN: true }), (spec, beyond) => {
        expect([fromTravel(spec, 0), fromTravel(spec, 1)]).toEqual([spec.min, spec.max]);
        expect([fromTravel(spec, -beyond), fromTravel(spec, 1 + beyond)]).toEqual([spec.min, spec.max]);
        expect([toTravel(spec, spec.min - beyond), toTravel(spec, spec.max + beyond)]).toEqual([0, 1]);
      }),
    );
  });

  it("never fall", () => {
    fc.assert(
      fc.property(continuous, travel, travel, (spec, a, b) => {
        expect(fromTravel(spec, Math.max(a, b))).toBeGreaterThanOrEqual(fromTravel(spec, Math.min(a, b)));
      }),
    );
  });

  it("give whole numbers back exactly", () => {
    const whole = fc.tuple(fc.integer({ min: -500, max: 500 }), fc.integer({ min: 1, max: 500 }), travel);
    fc.assert(
      fc.property(whole, ([min, width, share]) => {
        const spec = integer({ min, max: min + width, default: min });
        const number = min + Math.round(share * width);
        expect(fromTravel(spec, toTravel(spec, number)) + 0).toBe(number + 0);
      }),
    );
  });

  it("give every option of a choice and both sides of a toggle back", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), (count) => {
        const options = Array.from({ length: count }, (_, i) => `option ${i}`);
        const spec = choice(options, { default: "option 0" });
        options.forEach((_, index) => {
          expect(fromTravel(spec, toTravel(spec, index))).toBe(index);
        });
      }),
    );
    expect([0, 1].map((side) => fromTravel(toggle(false), toTravel(toggle(false), side)))).toEqual([0, 1]);
  });
});

describe("tapers", () => {
  it("log gives equal ratios for equal travel: the middle of 20 Hz to 20 kHz is their geometric mean", () => {
    expect(fromTravel(frequency({ min: 20, max: 20_000, default: 20 }), 0.5)).toBeCloseTo(Math.sqrt(20 * 20_000), 6);
  });

  it("fader gives the upper half of the travel to about the top quarter of the decibels", () => {
    const spec = decibels({ min: -60, max: 0, default: 0, taper: "fader" });
    expect(fromTravel(spec, 0.5)).toBeGreaterThan(-15.5);
    expect(fromTravel(spec, 0.5)).toBeLessThan(-14);
  });
});
