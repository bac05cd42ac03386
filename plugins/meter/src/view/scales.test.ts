import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { targetOf, TARGET_OPTIONS } from "../targets.js";
import { levelScale } from "./levelScale.js";
import { loudnessAxis, loudnessShare } from "./loudnessAxis.js";
import { vuDeflection } from "./vuScale.js";

describe("level scales", () => {
  it.each(["full-scale", "K-12", "K-14", "K-20"] as const)("%s rises from its bottom to its top, and no further", (name) => {
    const { travel } = levelScale(name);
    const level = fc.double({ min: -300, max: 100, noNaN: true });
    fc.assert(fc.property(level, level, (a, b) => travel(Math.min(a, b)) <= travel(Math.max(a, b))));
    expect([travel(-Infinity), travel(Number.NaN), travel(-200), travel(100)]).toEqual([0, 0, 0, 1]);
  });

  it.each([["K-12", 12], ["K-14", 14], ["K-20", 20]] as const)("%s has its 0 that far below full scale, and writes both", (name, headroom) => {
    const { offsetDb, marks } = levelScale(name);
    expect(offsetDb).toBe(headroom);
    expect(marks).toContain(0);
    expect(Math.max(...marks)).toBe(headroom);
  });
});

describe("the loudness axis", () => {
  it.each(TARGET_OPTIONS)("shows 27 LU below and at least 9 LU above the target %s", (option) => {
    const target = targetOf(option, -14);
    const { top, bottom } = loudnessAxis(target);
    expect(top - bottom).toBe(45);
    if (!target) return;
    expect(top - target.lufs).toBeGreaterThanOrEqual(9);
    expect(target.lufs - bottom).toBeGreaterThanOrEqual(27);
  });

  it("runs down from the top", () => {
    expect([3, -19.5, -42, -200, 50].map((lufs) => loudnessShare({ top: 3, bottom: -42 }, lufs))).toEqual([0, 0.5, 1, 1, 0]);
  });
});

describe("the VU needle", () => {
  it("deflects with the amplitude: +3 VU at the end, −3 VU at half, 0 VU at 71 %", () => {
    expect(vuDeflection(3)).toBe(1);
    expect(vuDeflection(-3.0206)).toBeCloseTo(0.5, 5);
    expect(vuDeflection(0)).toBeCloseTo(0.708, 3);
    expect([vuDeflection(-Infinity), vuDeflection(40)]).toEqual([0, 1.04]);
  });
});
