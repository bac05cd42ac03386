import { describe, expect, it } from "vitest";
import { toStereo } from "./downmix.js";

const constant = (value: number) => new Float32Array(3).fill(value);

describe("toStereo", () => {
  it("leaves mono and stereo alone", () => {
    const mono = [constant(1)];
    const stereo = [constant(1), constant(2)];
    expect(toStereo(mono)).toBe(mono);
    expect(toStereo(stereo)).toBe(stereo);
  });

  it("mixes quad down at half level", () => {
    expect(toStereo([constant(1), constant(2), constant(4), constant(8)])?.map((c) => c[0])).toEqual([2.5, 5]);
  });

  it("mixes 5.1 down without the low-frequency channel", () => {
    const sides = toStereo([1, 2, 4, 1000, 8, 16].map(constant))?.map((c) => c[2]);
    expect(sides?.[0]).toBeCloseTo(1 + (4 + 8) * Math.SQRT1_2, 5);
    expect(sides?.[1]).toBeCloseTo(2 + (4 + 16) * Math.SQRT1_2, 5);
  });

  it("has no downmix for layouts without an agreed order", () => {
    expect(toStereo(Array.from({ length: 8 }, () => constant(1)))).toBeUndefined();
    expect(toStereo([])).toBeUndefined();
  });
});
