import { expect, test } from "@playwright/test";
import type * as drawingsPage from "./drawings.browser.page.js";

type Drawings = typeof drawingsPage;

const PAGE = "/packages/ui/src/curve/drawings.browser.page.ts";

test.beforeEach(async ({ page }) => {
  await page.goto("/");
});

test("a piano's keys lie at their frequencies, black ones on black, those beyond a piano fainter", async ({ page }) => {
  // D4, D♯4, A4, A♯4; C9 is beyond.
  const [d, dSharp, a, aSharp, c9] = await page.evaluate(async (module) => ((await import(module)) as Drawings).keys([62, 63, 69, 70, 120]), PAGE);
  expect(a).toEqual(d);
  expect(aSharp).toEqual(dSharp);
  expect(dSharp).not.toEqual(d);
  expect([d![3], c9![3]! < 200]).toEqual([255, true]);
});

test("a heatmap has its newest spectrum at the bottom, and lets the oldest go", async ({ page }) => {
  const heat = async (spectra: readonly ("loud" | "silent")[]) =>
    (await page.evaluate(async ([module, given]) => ((await import(module)) as Drawings).heat(given), [PAGE, spectra] as const)).map((opacity) => opacity > 200);
  expect(await heat(["loud"])).toEqual([false, false, false, true]);
  expect(await heat(["loud", "silent"])).toEqual([false, false, true, false]);
  expect(await heat(["loud", "silent", "loud", "silent", "silent", "loud"])).toEqual([true, false, false, true]);
});

test("a response is drawn from where it leaves 0 dB to where it comes back", async ({ page }) => {
  const bump = async (y: number) => await page.evaluate(async ([module, at]) => ((await import(module)) as Drawings).bump([100, 450, 800], at), [PAGE, y] as const);
  expect((await bump(40)).map((opacity) => opacity > 100)).toEqual([false, true, false]);
  expect((await bump(50)).map((opacity) => opacity > 0)).toEqual([false, false, false]);
});

test("the area between two responses is filled, and no other", async ({ page }) => {
  // ±12 dB on 100 pixels: 6 dB at 25, 0 dB at 50.
  expect(await page.evaluate(async (module) => ((await import(module)) as Drawings).between([20, 37, 55]), PAGE)).toEqual([0, 255, 0]);
});
