import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { HISTORY_HEADER, POINT_LENGTH } from "../history.js";
import { gridSeconds, pointAt, pointTime, shownTime, SPANS } from "./timeAxis.js";

/** A history of so many points, each so many seconds long. */
function history(points: number, step: number): Float32Array {
  const data = new Float32Array(HISTORY_HEADER + POINT_LENGTH * 3600);
  data.set([points, step]);
  return data;
}

describe("the time shown", () => {
  const [minute, , all] = SPANS;

  it("is the last span once that much was measured, and begins at 0 before", () => {
    expect(shownTime(minute, 10)).toEqual({ start: 0, end: 60 });
    expect(shownTime(minute, 90)).toEqual({ start: 30, end: 90 });
  });

  it("is everything for “all”, with room at first", () => {
    expect(shownTime(all, 2)).toEqual({ start: 0, end: 30 });
    expect(shownTime(all, 4000)).toEqual({ start: 0, end: 4000 });
  });

  it("has a line of the grid every 64 pixels or more", () => {
    fc.assert(
      fc.property(fc.double({ min: 10, max: 36_000, noNaN: true }), fc.integer({ min: 100, max: 2000 }), (end, width) => {
        expect((gridSeconds({ start: 0, end }, width) * width) / end).toBeGreaterThan(63.99);
      }),
    );
  });
});

describe("points of a history", () => {
  it("stand at whole multiples of their time, however far the next one has come", () => {
    const half = history(20, 0.5);
    for (const measured of [10, 10.1, 10.4]) expect([pointTime(half, 19, measured), pointTime(half, 0, measured)]).toEqual([10, 0.5]);
  });

  it("are found by any time that they stand for, after hours too", () => {
    fc.assert(
      fc.property(fc.constantFrom(0.1, 0.5, 1, 4), fc.integer({ min: 1, max: 3600 }), fc.double({ min: 0.05, max: 0.95, noNaN: true }), (step, points, inside) => {
        const data = history(points, step);
        const measured = Math.fround(points * step);
        const point = Math.floor(points / 2);
        expect(pointAt(data, pointTime(data, point, measured) - inside * step, measured)).toBe(point);
      }),
    );
  });

  it("are none before the first and after the last, and none in an empty history", () => {
    expect(pointAt(history(0, 0.1), 1, 1)).toBeUndefined();
    expect(pointAt(history(10, 1), 11.5, 10)).toBeUndefined();
    expect(pointAt(history(10, 1), -1, 10)).toBeUndefined();
  });
});
