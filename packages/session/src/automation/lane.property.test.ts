import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bend, curveOfPart } from "../curves.js";
import { addPoint, changePoint, inOrder, replaceRange } from "./edit-points.js";
import type { LanePoint } from "./lane-schema.js";
import { laneValue, type LaneScale } from "./lane-value.js";

const seconds = fc.double({ min: 0, max: 100, noNaN: true });
const curve = fc.oneof(fc.constant(0), fc.double({ min: -1, max: 1, noNaN: true }));
const point: fc.Arbitrary<LanePoint> = fc
  .record({ seconds, value: fc.double({ min: -60, max: 12, noNaN: true }), curve, hold: fc.boolean() })
  .map(({ hold, ...rest }) => ({ ...rest, ...(hold && { hold }) }));
const lane = fc.array(point, { minLength: 1, maxLength: 12 }).map(inOrder);
const share = fc.double({ min: 0, max: 1, noNaN: true });

describe("bend", () => {
  it("rises from 0 to 1, straight where the curve is 0", () => {
    fc.assert(fc.property(curve, share, share, (c, a, b) => {
      const [low, high] = [Math.min(a, b), Math.max(a, b)];
      expect(bend(0, c)).toBe(0);
      expect(bend(1, c)).toBe(1);
      expect(bend(low, c)).toBeLessThanOrEqual(bend(high, c));
      expect(bend(a, 0)).toBe(a);
    }));
  });

  it("is (e^kx − 1)/(e^k − 1) with k = 8·curve", () => {
    fc.assert(fc.property(fc.double({ min: 0.01, max: 1, noNaN: true }), share, (c, x) => {
      expect(bend(x, c)).toBeCloseTo((Math.exp(8 * c * x) - 1) / (Math.exp(8 * c) - 1), 12);
      expect(bend(x, -c)).toBeCloseTo(1 - bend(1 - x, c), 12);
    }));
  });

  it("cut in two is two of its kind", () => {
    fc.assert(fc.property(curve, fc.double({ min: 0.01, max: 0.99, noNaN: true }), share, (c, cut, x) => {
      const middle = bend(cut, c);
      const first = middle * bend(x, curveOfPart(c, cut));
      const second = middle + (1 - middle) * bend(x, curveOfPart(c, 1 - cut));
      expect(first).toBeCloseTo(bend(x * cut, c), 10);
      expect(second).toBeCloseTo(bend(cut + x * (1 - cut), c), 10);
    }));
  });
});

describe("laneValue", () => {
  it("has the points' values at the points, and stays between two of them in between", () => {
    fc.assert(fc.property(lane, seconds, (points, at) => {
      for (const [i, each] of points.entries()) if (points[i + 1]?.seconds !== each.seconds) expect(laneValue(points, each.seconds)).toBe(each.value);
      const value = laneValue(points, at)!;
      const after = points.findIndex((each) => each.seconds > at);
      const ends = after <= 0 ? [points.at(after)!] : [points[after - 1]!, points[after]!];
      expect(value).toBeGreaterThanOrEqual(Math.min(...ends.map((end) => end.value)) - 1e-9);
      expect(value).toBeLessThanOrEqual(Math.max(...ends.map((end) => end.value)) + 1e-9);
    }));
  });

  it("goes straight on the control's travel", () => {
    const octaves: LaneScale = { toTravel: (hz) => Math.log2(hz / 20) / 10, fromTravel: (travel) => 20 * 2 ** (10 * travel) };
    const sweep = [{ seconds: 0, value: 100, curve: 0 }, { seconds: 2, value: 1600, curve: 0 }];
    expect(laneValue(sweep, 1, octaves)).toBeCloseTo(400, 9);
    expect(laneValue(sweep, 1)).toBe(850);
  });
});

describe("edits of points", () => {
  const courseIsKept = (before: readonly LanePoint[], after: readonly LanePoint[], where: (at: number) => boolean) => {
    for (let at = 0; at <= 100; at += 0.37) if (where(at)) expect(laneValue(after, at)).toBeCloseTo(laneValue(before, at)!, 6);
  };

  it("a point put on a lane, straight or bent, leaves its course as it is", () => {
    fc.assert(fc.property(lane, seconds, (points, at) => courseIsKept(points, addPoint(points, at), () => true)));
  });

  it("a moved point stays between its neighbours", () => {
    fc.assert(fc.property(lane, fc.nat(11), fc.double({ min: -50, max: 150, noNaN: true }), (points, index, to) => {
      const moved = changePoint(points, index, { seconds: to });
      expect(moved.every((one, i) => i === 0 || moved[i - 1]!.seconds <= one.seconds)).toBe(true);
      expect(moved).toHaveLength(points.length);
    }));
  });

  it("a drawn range leaves the rest as it is, and is what was drawn", () => {
    fc.assert(fc.property(lane, seconds, seconds, fc.array(point, { minLength: 1, maxLength: 5 }), (points, a, b, drawn) => {
      const [from, to] = [Math.min(a, b), Math.max(a, b) + 0.1];
      const within = inOrder(drawn.map((one, i) => ({ ...one, seconds: from + ((i + 1) / (drawn.length + 1)) * (to - from) })));
      const after = replaceRange(points, from, to, within);
      expect(after).toEqual(inOrder(after));
      courseIsKept(points, after, (at) => at < from || at > to);
      for (const one of within) expect(laneValue(after, one.seconds)).toBe(one.value);
    }));
  });
});
