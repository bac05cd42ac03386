import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LinearRamp } from "./linear-ramp.js";

const value = fc.double({ min: -100, max: 100, noNaN: true });

describe("LinearRamp", () => {
  it("meets its target exactly after the frames asked for, and stays", () => {
    fc.assert(
      fc.property(value, value, fc.integer({ min: 1, max: 500 }), (from, to, frames) => {
        const ramp = new LinearRamp(from);
        ramp.glide(to, frames);
        const out = new Float64Array(frames + 3);
        ramp.fill(out, out.length);
        expect([...out.subarray(frames - 1)]).toEqual([to, to, to, to]);
        expect(ramp.moving).toBe(false);
      }),
    );
  });

  it("follows the straight line to 1e-9", () => {
    const ramp = new LinearRamp(1);
    ramp.glide(3, 400);
    for (let i = 1; i <= 400; i++) expect(Math.abs(ramp.next() - (1 + (2 * i) / 400))).toBeLessThan(1e-9);
  });

  it("takes a value at once by jump, and by glide of no frames", () => {
    const ramp = new LinearRamp(1);
    ramp.jump(2);
    expect(ramp.next()).toBe(2);
    ramp.glide(5, 0);
    expect(ramp.next()).toBe(5);
  });
});
