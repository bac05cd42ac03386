import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import type * as gainTrimPage from "./gain-trim-view.browser.page.js";

type GainTrimPage = typeof gainTrimPage;

const PAGE = "/plugins/gain-trim/src/view/gain-trim-view.browser.page.ts";

test.beforeEach(async ({ page }) => {
  await page.goto("/");
  await page.evaluate((module) => import(module), PAGE);
  await page.getByRole("slider", { name: "Gain" }).waitFor();
});

test("every parameter has a control", async ({ page }) => {
  for (const name of ["Gain", "Stereo width", "Stereo balance"]) await page.getByRole("slider", { name }).press("ArrowDown");
  for (const name of ["Polarity invert left", "Polarity invert right", "Stereo swap left and right", "Stereo sum to mono"]) {
    await page.getByRole("button", { name }).click();
  }
  const changed = await page.evaluate(async (module) => {
    const { memory } = (await import(module)) as GainTrimPage;
    return Object.values(memory.host.params).filter((handle) => handle.get() !== handle.spec.default).length;
  }, PAGE);
  expect(changed).toBe(7);
});

test("a level over full scale lights its clip light until it is put out", async ({ page }) => {
  const setOutput = (levelDb: number) =>
    page.evaluate(async ([module, level]) => ((await import(module)) as GainTrimPage).memory.levels.output.fill(level), [PAGE, levelDb] as const);
  const light = page.getByRole("button", { name: "Out level: put out the clip light" });
  await setOutput(0.5);
  await expect(light).toHaveAttribute("data-clipped");
  await setOutput(-20);
  await expect(light).toHaveAttribute("data-clipped");
  await light.click();
  await expect(light).not.toHaveAttribute("data-clipped");
});

test("axe finds nothing in either theme", async ({ page }) => {
  for (const theme of ["dark", "light"] as const) {
    await page.evaluate(async ([module, name]) => ((await import(module)) as GainTrimPage).memory.setTheme(name), [PAGE, theme] as const);
    await page.waitForTimeout(300);
    const { violations } = await new AxeBuilder({ page }).include("main").analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
  }
});
