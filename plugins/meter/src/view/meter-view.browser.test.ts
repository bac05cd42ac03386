import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import type * as meterPage from "./meter-view.browser.page.js";

type MeterPage = typeof meterPage;

const PAGE = "/plugins/meter/src/view/meter-view.browser.page.ts";

test.beforeEach(async ({ page }) => {
  await page.goto("/");
  await page.evaluate((module) => import(module), PAGE);
  await page.getByRole("button", { name: "Reset" }).waitFor();
});

test("levels and clips are shown as numbers, too high ones marked", async ({ page }) => {
  await page.evaluate(async (module) => {
    const { levels } = ((await import(module)) as MeterPage).memory;
    levels.hold.set([-3.04, -Infinity]);
    levels.rms.set([-18, -19]);
    levels.max.set([1.5, -6]);
    levels.clips.set([2, 0]);
  }, PAGE);
  await expect(page.getByRole("row", { name: "Peak" })).toHaveText("Peak−3.0 dBFS−∞ dBFS");
  await expect(page.getByRole("row", { name: "RMS" })).toHaveText("RMS−18.0 dBFS−19.0 dBFS");
  await expect(page.getByRole("row", { name: "Maximum" }).locator("[data-hot]")).toHaveText("1.5 dBFS");
  await expect(page.getByRole("row", { name: "Clips" })).toHaveText("Clips20");
  await expect(page.getByRole("button", { name: "Level: put out the clip light" })).toHaveAttribute("data-clipped");
});

test("Reset triggers once and leaves nothing to undo: on and off are one gesture", async ({ page }) => {
  await page.getByRole("button", { name: "Reset" }).dblclick();
  const heard = () => page.evaluate(async (module) => ((await import(module)) as MeterPage).events, PAGE);
  await expect.poll(heard).toEqual(["reset begin", "reset 1", "reset 0", "reset end"]);
});

test("axe finds nothing in either theme", async ({ page }) => {
  for (const theme of ["dark", "light"] as const) {
    await page.evaluate(async ([module, name]) => ((await import(module)) as MeterPage).memory.setTheme(name), [PAGE, theme] as const);
    const { violations } = await new AxeBuilder({ page }).include("main").analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
  }
});
