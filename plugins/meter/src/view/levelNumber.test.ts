import { expect, it } from "vitest";
import { clockTime, levelNumber } from "./levelNumber.js";

it.each([[-6, "−6.0"], [0, "0.0"], [-0.04, "0.0"], [2.96, "3.0"], [-200, "−∞"], [-Infinity, "−∞"], [Number.NaN, "−∞"]])("writes %d as %s", (level, text) => {
  expect(levelNumber(level)).toBe(text);
});

it.each([[0, "0:00"], [59.9, "0:59"], [127, "2:07"], [3727, "1:02:07"]])("writes %d s as %s", (seconds, text) => {
  expect(clockTime(seconds)).toBe(text);
});
