import fc from "fast-check";
import { expect, it } from "vitest";
import { gridSeconds, snapTo, stepTo } from "./grid.js";
import { SNAPS } from "./timeline-settings.js";

const snaps = fc.constantFrom(...SNAPS.filter((snap) => snap !== "off"));
const seconds = fc.double({ min: 0, max: 600, noNaN: true });
const tempos = fc.integer({ min: 20, max: 400 });

it("snaps to the nearest line and never before the start", () => {
  fc.assert(
    fc.property(seconds, snaps, tempos, (at, snap, tempo) => {
      const step = gridSeconds(snap, tempo);
      const snapped = snapTo(at, step);
      expect(Math.abs(snapped - at)).toBeLessThanOrEqual(step / 2 + 1e-9);
      expect(snapped / step).toBeCloseTo(Math.round(snapped / step), 6);
    }),
  );
  expect(snapTo(-3, 0.5)).toBe(0);
  expect(snapTo(1.234, gridSeconds("off", 120))).toBe(1.234);
});

it("steps from line to line, and from between to the next", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), snaps, tempos, (line, snap, tempo) => {
      const step = gridSeconds(snap, tempo);
      expect(stepTo(line * step, 1, step, false)).toBeCloseTo((line + 1) * step, 6);
      expect(stepTo(line * step, -1, step, false)).toBeCloseTo((line - 1) * step, 6);
      expect(stepTo((line + 0.3) * step, 1, step, false)).toBeCloseTo((line + 1) * step, 6);
      expect(stepTo((line + 0.3) * step, -1, step, false)).toBeCloseTo(line * step, 6);
    }),
  );
  expect(stepTo(0, -1, 0.5, false)).toBe(0);
  expect(stepTo(1, 1, 0.5, true)).toBeCloseTo(1.001, 9);
});
