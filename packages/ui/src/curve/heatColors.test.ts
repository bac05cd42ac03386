import { expect, it } from "vitest";
import type { Palette } from "../canvas/palette.js";
import { HEAT_STEPS, heatColors } from "./heatColors.js";

const palette = {
  "heat-1": "#000010", "heat-2": "#400040", "heat-3": "#800020", "heat-4": "#c08000", "heat-5": "#fff0c0",
} as Palette;
const colors = heatColors(palette);
const step = (n: number) => [...colors.slice(4 * n, 4 * n + 4)];

it("goes from nothing through the theme's colours to the last of them", () => {
  expect(step(0)[3]).toBe(0);
  expect(step(HEAT_STEPS - 1)).toEqual([0xff, 0xf0, 0xc0, 255]);
  // The third of five colours lies in the middle, between two steps.
  const middle = step(HEAT_STEPS >> 1);
  [0x80, 0x00, 0x20, 255].forEach((channel, n) => expect(Math.abs((middle[n] ?? 0) - channel)).toBeLessThanOrEqual(2));
});

it("never fades when it gets hotter", () => {
  for (let n = 1; n < HEAT_STEPS; n++) expect(step(n)[3]).toBeGreaterThanOrEqual(step(n - 1)[3] ?? 0);
});
