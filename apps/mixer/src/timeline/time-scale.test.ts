import { createSession, createStrip } from "@headroom/session";
import fc from "fast-check";
import { expect, it } from "vitest";
import { barsPerLabel, shownSeconds, snapToBeat, songEnd } from "./time-scale.js";

const clip = { id: "c", audio: "a", offsetSeconds: 0, gainDb: 0 };
const withClip = (startSeconds: number, lengthSeconds: number) =>
  createSession({
    strips: { one: createStrip("channel", { id: "one", clips: [{ ...clip, startSeconds, lengthSeconds }] }) },
  });

it("ends with the last clip and shows one bar more", () => {
  expect(songEnd(createSession())).toBe(0);
  expect(songEnd(withClip(1, 3.5))).toBe(4.5);
  expect(shownSeconds(withClip(0, 4))).toBe(6);
  expect(shownSeconds(withClip(1, 3.5))).toBe(8);
  expect(shownSeconds(createSession())).toBe(32);
});

it("snaps to the nearest beat and never before the start", () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 600, noNaN: true }), fc.integer({ min: 20, max: 400 }), (seconds, tempo) => {
      const snapped = snapToBeat(seconds, tempo);
      expect(Math.abs(snapped - seconds)).toBeLessThanOrEqual(30 / tempo + 1e-9);
      expect(snapped / (60 / tempo)).toBeCloseTo(Math.round(snapped / (60 / tempo)), 6);
    }),
  );
  expect(snapToBeat(-3, 120)).toBe(0);
});

it("labels bars far enough apart", () => {
  expect(barsPerLabel(60, 50)).toBe(1);
  expect(barsPerLabel(20, 50)).toBe(4);
});
