import fc from "fast-check";
import { expect, it } from "vitest";
import { divide } from "./draw-ruler.js";

it("labels stand far enough apart, and on lines", () => {
  fc.assert(
    fc.property(fc.constantFrom("bars" as const, "seconds" as const), fc.integer({ min: 20, max: 400 }), fc.double({ min: 0.1, max: 3000, noNaN: true }), (ruler, tempo, pixelsPerSecond) => {
      const { label, line } = divide(ruler, tempo, pixelsPerSecond);
      expect(label * pixelsPerSecond).toBeGreaterThanOrEqual(56);
      expect(label / line).toBeCloseTo(Math.round(label / line), 6);
    }),
  );
  expect(divide("bars", 120, 30)).toEqual({ label: 2, line: 0.25 });
});
