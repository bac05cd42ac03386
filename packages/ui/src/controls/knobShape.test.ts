import { decibels, percent } from "@headroom/sdk";
import { describe, expect, it } from "vitest";
import { arcOrigin, arcPath, knobDegrees } from "./knobShape.js";

describe("knob shape", () => {
  it("turns 270 degrees, straight up in the middle", () => {
    expect([0, 0.5, 1].map(knobDegrees)).toEqual([-135, 0, 135]);
  });

  it("starts a two-sided range's arc at zero and a one-sided one's at the low end", () => {
    expect(arcOrigin(percent({ min: -100, max: 100, default: 0 }))).toBe(0.5);
    expect(arcOrigin(decibels({ min: -60, max: 20, default: 0 }))).toBeCloseTo(0.75, 12);
    expect(arcOrigin(percent({ min: 0, max: 100, default: 50 }))).toBe(0);
  });

  it("draws clockwise from the lower to the higher travel, the long way beyond half a turn", () => {
    expect(arcPath(10, 0.5, 1)).toBe("M0.00 -10.00A10 10 0 0 1 7.07 7.07");
    expect(arcPath(10, 1, 0.5)).toBe(arcPath(10, 0.5, 1));
    expect(arcPath(10, 0, 1)).toContain(" 0 1 1 ");
    expect(arcPath(10, 0.3, 0.3)).toBe("");
  });
});
