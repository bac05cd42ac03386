import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Ramp } from "./ramp.js";

const value = fc.double({ min: -10, max: 10, noNaN: true }).map((x) => x + 0);
const frames = fc.integer({ min: 1, max: 1000 });

describe("Ramp", () => {
  it("goes straight to its target, meets it exactly on the last frame and stays, to 1e-9 on the way", () => {
    fc.assert(
      fc.property(value, value, frames, (from, to, length) => {
        const ramp = new Ramp(from);
        ramp.aim(to, length);
        for (let i = 1; i < length; i++) expect(Math.abs(ramp.next() - (from + ((to - from) * i) / length))).toBeLessThan(1e-9);
        expect([ramp.next(), ramp.next(), ramp.left]).toEqual([to, to, 0]);
      }),
      { numRuns: 30 },
    );
  });

  it("goes on from where it is when it is aimed anew", () => {
    fc.assert(
      fc.property(value, value, value, frames, (from, first, second, length) => {
        const ramp = new Ramp(from);
        ramp.aim(first, 2 * length);
        for (let i = 0; i < length; i++) ramp.next();
        const here = ramp.value;
        ramp.aim(second, length);
        expect(Math.abs(ramp.next() - here)).toBeLessThanOrEqual(Math.abs(second - here) / length + 1e-9);
        for (let i = 1; i < length; i++) ramp.next();
        expect(ramp.value).toBe(second);
      }),
    );
  });

  it("does not start again towards the target that it has", () => {
    const ramp = new Ramp(0);
    ramp.aim(1, 10);
    ramp.next();
    ramp.aim(1, 10);
    expect(ramp.left).toBe(9);
  });

  it("takes a value at once by jump", () => {
    const ramp = new Ramp(0);
    ramp.aim(1, 10);
    ramp.jump(0.5);
    expect([ramp.next(), ramp.left, ramp.target]).toEqual([0.5, 0, 0.5]);
  });
});
