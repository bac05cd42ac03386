import { expect, it } from "vitest";
import { hertzText, levelText, shareText, signedText } from "./number-text.js";

it("writes levels with their sign and silence as −∞, never NaN", () => {
  expect([-6.24, 1.44, 0, -0.04, -200, -Infinity, NaN, null].map((db) => levelText(db))).toEqual(["−6.2", "+1.4", "0.0", "0.0", "−∞", "−∞", "−∞", "−∞"]);
  expect([NaN, Infinity].map((value) => signedText(value))).toEqual(["–", "–"]);
});

it("writes shares and frequencies as short as they are exact", () => {
  expect([0, 0.004, 0.12, 1, NaN].map(shareText)).toEqual(["0 %", "0.4 %", "12 %", "100 %", "–"]);
  expect([-0.0004, -0.03, -0.12].map(shareText)).toEqual(["0 %", "−3.0 %", "−12 %"]);
  expect([84.6, 999, 2400, 12_000].map(hertzText)).toEqual(["85 Hz", "999 Hz", "2.4 kHz", "12 kHz"]);
});
