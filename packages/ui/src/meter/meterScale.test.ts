import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { meterTravel } from "./meterScale.js";

describe("meterTravel", () => {
  it.each([[-70, 0], [-60, 2.5], [-40, 15], [-20, 50], [0, 100], [6, 115]])("deflects as IEC 60268-18 at %d dBFS", (db, percent) => {
    expect(meterTravel(db)).toBeCloseTo(percent / 115, 12);
  });

  it("never falls while the level rises", () => {
    const level = fc.double({ min: -100, max: 20, noNaN: true });
    fc.assert(fc.property(level, level, (a, b) => meterTravel(Math.min(a, b)) <= meterTravel(Math.max(a, b))));
  });

  it("shows silence and nonsense as empty and overload as full", () => {
    expect([-Infinity, Number.NaN, -200, 40, Infinity].map(meterTravel)).toEqual([0, 0, 0, 1, 1]);
  });
});
