import { expect, it } from "vitest";
import { clipPartAt, gainPlace } from "./clip-hit.js";

const clip = { id: "a", audio: "b", startSeconds: 0, offsetSeconds: 0, lengthSeconds: 10, gainDb: 0 };
const place = { width: 200, height: 22, gainX: 100 };
const at = (x: number, y: number, fields = {}) => clipPartAt({ ...place, x, y }, { ...clip, ...fields }, 20);

it("takes fades above and edges below, the gain at the top, else the clip", () => {
  expect([at(2, 4), at(2, 18), at(198, 4), at(198, 18)]).toEqual(["fadeIn", "start", "fadeOut", "end"]);
  expect([at(100, 4), at(100, 12), at(60, 4)]).toEqual(["gain", "clip", "clip"]);
});

it("finds a fade where it ends, and its edge where it begins", () => {
  const fadeIn = { seconds: 2, shape: "s" };
  expect([at(40, 4, { fadeIn }), at(2, 4, { fadeIn })]).toEqual(["fadeIn", "start"]);
});

it("leaves a narrow clip something to be moved by", () => {
  expect(clipPartAt({ x: 6, y: 18, width: 12, height: 22, gainX: 6 }, clip, 20)).toBe("clip");
});

it("puts the gain in the middle of what is seen", () => {
  expect(gainPlace(10, 100, 1000)).toBe(50);
  expect(gainPlace(-500, 2000, 1000)).toBe(1000);
});
