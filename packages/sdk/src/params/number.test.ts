import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromNumber, toNumber } from "./number.js";
import { choice, decibels, integer, toggle } from "./statements.js";

const gain = decibels({ min: -60, max: 12, default: -6 });
const count = integer({ min: 1, max: 8, default: 2 });
const type = choice(["bell", "low-shelf", "notch"], { default: "low-shelf" });
const specs = [gain, count, type, toggle(true)];

describe("toNumber and fromNumber", () => {
  it("are inverse for every value of a choice and a toggle", () => {
    for (const option of type.options) expect(fromNumber(type, toNumber(type, option))).toBe(option);
    for (const side of [true, false]) expect(fromNumber(toggle(true), toNumber(toggle(true), side))).toBe(side);
  });

  it("are inverse for numbers in range", () => {
    fc.assert(fc.property(fc.double({ min: -60, max: 12, noNaN: true }), (db) => fromNumber(gain, toNumber(gain, db)) === db));
    fc.assert(fc.property(fc.integer({ min: 1, max: 8 }), (n) => fromNumber(count, toNumber(count, n)) === n));
  });

  it("make a valid number of anything, and say the same when asked again", () => {
    fc.assert(
      fc.property(fc.constantFrom(...specs), fc.anything(), (spec, value) => {
        const number = toNumber(spec, value);
        const most = spec.kind === "choice" ? spec.options.length - 1 : spec.kind === "toggle" ? 1 : spec.max;
        const least = spec.kind === "choice" || spec.kind === "toggle" ? 0 : spec.min;
        expect(number).toBeGreaterThanOrEqual(least);
        expect(number).toBeLessThanOrEqual(most);
        expect(spec.kind === "decibels" || Number.isInteger(number)).toBe(true);
        expect(toNumber(spec, fromNumber(spec, number))).toBe(number);
      }),
    );
  });

  it.each([
    [gain, Number.NaN, -6],
    [gain, "loud", -6],
    [gain, undefined, -6],
    [gain, Infinity, 12],
    [gain, -Infinity, -60],
    [count, 2.6, 3],
    [type, "no such option", 1],
    [type, 99, 2],
    [type, Number.NaN, 1],
    [toggle(true), null, 1],
    [toggle(true), Number.NaN, 1],
    [toggle(false), 0.5, 1],
  ])("takes what is no value of its kind for one: case %#", (spec, value, number) => {
    expect(toNumber(spec, value)).toBe(number);
  });
});
