import fc from "fast-check";
import { expect, it } from "vitest";
import { LevelSum } from "./level-sum.js";

it("equals the plain sums, however the stream is cut", () => {
  const samples = fc.float32Array({ maxLength: 60, min: -2, max: 2, noNaN: true });
  fc.assert(
    fc.property(samples, fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1 }), (all, cuts) => {
      const level = new LevelSum(1);
      for (let at = 0, n = 0; at < all.length; n++) {
        const frames = Math.min(cuts[n % cuts.length] ?? 1, all.length - at);
        level.process(all.subarray(at, at + frames), frames);
        at += frames;
      }
      expect(level.peak).toBe(all.reduce((most, x) => Math.max(most, Math.abs(x)), 0));
      expect(level.clipped).toBe(all.filter((x) => Math.abs(x) >= 1).length);
      expect(level.squares).toBeCloseTo(all.reduce((sum, x) => sum + x * x, 0), 9);
      expect(level.invalid).toBe(0);
    }),
  );
});

it("counts what is no finite number, and leaves it out", () => {
  const level = new LevelSum(1);
  level.process(Float32Array.of(NaN, 0.5, Infinity, -Infinity, 1), 5);
  expect([level.invalid, level.peak, level.squares, level.clipped]).toEqual([3, 1, 1.25, 1]);
});
