import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dbToGain, FLOOR_DB, gainToDb, powerToDb } from "./decibels.js";

describe("decibels", () => {
  it("is exact at 0 dB and within 1e-12 dB of the way back everywhere above the floor", () => {
    expect(dbToGain(0)).toBe(1);
    expect(gainToDb(1)).toBe(0);
    fc.assert(
      fc.property(fc.double({ min: FLOOR_DB + 0.001, max: 200, noNaN: true }), (db) => {
        expect(Math.abs(gainToDb(dbToGain(db)) - db)).toBeLessThan(1e-12 * 200);
      }),
    );
  });

  it("has one floor in all directions", () => {
    expect(gainToDb(0)).toBe(FLOOR_DB);
    expect(gainToDb(1e-300)).toBe(FLOOR_DB);
    expect(powerToDb(0)).toBe(FLOOR_DB);
    expect(dbToGain(FLOOR_DB)).toBe(0);
    expect(dbToGain(-Infinity)).toBe(0);
  });

  it("ignores the sign of an amplitude, and reads a power as the square of one", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 1e9, noNaN: true }), (gain) => {
        expect(gainToDb(-gain)).toBe(gainToDb(gain));
        expect(Math.abs(powerToDb(gain * gain) - gainToDb(gain))).toBeLessThan(1e-9);
      }),
    );
  });
});
