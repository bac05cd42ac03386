import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { LanePoint } from "./lane-schema.js";
import { laneValue } from "./lane-value.js";
import { recordGesture, RETURN_SECONDS, type Gesture } from "./record-gesture.js";
import { thinPoints } from "./thin-points.js";

const lane: readonly LanePoint[] = [{ seconds: 0, value: -10, curve: 0 }, { seconds: 20, value: -10, curve: 0 }];
/** A hand that goes from −6 to 0 between 5 s and 6 s, sixty times a second. */
const gesture: Gesture = {
  samples: Array.from({ length: 61 }, (_, i) => ({ seconds: 5 + i / 60, value: -6 + i / 10 })),
  startSeconds: 2, releaseSeconds: 7, endSeconds: 12, base: -10,
};
const options = { tolerance: 0.1 };
const course = (points: readonly LanePoint[], ...times: number[]) => times.map((at) => Math.round(laneValue(points, at)! * 1000) / 1000);

describe("recordGesture", () => {
  it("touch: the hand while it holds, then the lane again", () => {
    const points = recordGesture(lane, gesture, "touch", options);
    expect(course(points, 4.999, 5, 5.5, 6, 7, 7 + RETURN_SECONDS / 2, 7 + RETURN_SECONDS, 12)).toEqual([-10, -6, -3, 0, 0, -5, -10, -10]);
    expect(points.length).toBeLessThan(12);
  });

  it("latch: where the hand let go, until playback stops", () => {
    expect(course(recordGesture(lane, gesture, "latch", options), 4.9, 5.5, 7, 12, 12.2)).toEqual([-10, -3, 0, 0, -10]);
  });

  it("write: the whole pass, from where the control stood", () => {
    const moving = lane.map((point, i) => ({ ...point, value: i * 5 }));
    expect(course(recordGesture(moving, gesture, "write", options), 2, 4.9, 5.5, 12)).toEqual([-10, -10, -3, 0]);
    expect(course(recordGesture(moving, { ...gesture, samples: [] }, "write", options), 2, 7, 12)).toEqual([-10, -10, -10]);
  });

  it("manual and play: nothing", () => {
    expect(recordGesture(lane, gesture, "manual", options)).toBe(lane);
    expect(recordGesture(lane, gesture, "play", options)).toBe(lane);
  });

  it("an empty lane is, outside of what was recorded, where the control stood", () => {
    expect(course(recordGesture([], gesture, "touch", options), 0, 4.9, 5.5, 8, 100)).toEqual([-10, -10, -3, -10, -10]);
  });

  it("a switch is recorded as the times at which it was switched", () => {
    const samples = [{ seconds: 3, value: 1 }, { seconds: 3.1, value: 1 }, { seconds: 4, value: 0 }, { seconds: 5, value: 1 }];
    const points = recordGesture([], { ...gesture, samples, base: 0 }, "touch", { ...options, steps: true });
    expect(course(points, 2.9, 3, 3.99, 4, 4.99, 5, 6.99, 7)).toEqual([0, 1, 1, 0, 0, 1, 1, 0]);
  });

  it("a hand that rests and moves on does not slope through its rest", () => {
    const samples = [{ seconds: 5, value: -6 }, { seconds: 10, value: 0 }];
    expect(course(recordGesture(lane, { ...gesture, samples, releaseSeconds: 11 }, "touch", options), 7, 9.9, 10)).toEqual([-6, -6, 0]);
  });
});

describe("thinPoints", () => {
  const times = fc.array(fc.record({ step: fc.double({ min: 0.001, max: 1, noNaN: true }), value: fc.double({ min: 0, max: 1, noNaN: true }) }), { minLength: 1, maxLength: 60 });

  it("passes every sample within the tolerance, by samples alone, and keeps the ends", () => {
    fc.assert(fc.property(times, fc.double({ min: 0, max: 0.5, noNaN: true }), (steps, tolerance) => {
      let seconds = 0;
      const samples = steps.map(({ step, value }) => ({ seconds: (seconds += step), value, curve: 0 }));
      const kept = thinPoints(samples, tolerance);
      for (const sample of samples) expect(Math.abs(laneValue(kept, sample.seconds)! - sample.value)).toBeLessThanOrEqual(tolerance + 1e-9);
      expect(kept.every((point) => samples.includes(point))).toBe(true);
      expect([kept[0], kept.at(-1)]).toEqual([samples[0], samples.at(-1)]);
    }));
  });

  it("leaves two of a straight line", () => {
    expect(thinPoints(Array.from({ length: 1000 }, (_, i) => ({ seconds: i, value: i / 7 })), 1e-9)).toHaveLength(2);
  });
});
