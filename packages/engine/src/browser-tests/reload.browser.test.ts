import { expect, test } from "@playwright/test";
import type * as Page from "./reload.browser.page.js";

test("a plugin's new bundle takes its place while it plays: no gap, no step, parameters and data kept", async ({ page }) => {
  test.setTimeout(120_000);
  await page.goto("/");
  const { same, changed, broken, pondered, removed, notices, stepOf } = await page.evaluate(async () => {
    const path = "/packages/engine/src/browser-tests/reload.browser.page.ts";
    const module = (await import(path)) as typeof Page;
    return module.reload();
  });
  // The same bundle again is no change.
  expect(same.generation).toBe(1);
  expect(same.quietest).toBeGreaterThan(0.24);
  expect(same.workers).toEqual({ made: 1, ended: 1 });

  // From 0.25 to 0.2, through the dry signal of 0.5.
  // The worker that said what the bundle states runs it.
  expect(changed).toMatchObject({ outcome: "done", generation: 2, workers: { made: 1, ended: 1 }, plans: 1 });
  expect(changed.first).toBeCloseTo(0.25, 2);
  expect(changed.last).toBeCloseTo(0.2, 2);
  expect(changed.quietest).toBeGreaterThan(0.19);
  expect(changed.loudest).toBeLessThan(0.51);
  expect(changed.step).toBeLessThan(0.5 * stepOf * 1.05 + 0.5 / 128);

  expect(broken).toMatchObject({ outcome: "done", generation: 2, workers: { made: 1, ended: 1 } });
  expect(broken.last).toBeCloseTo(0.2, 2);
  expect(notices.some((text) => /^The new version of Reloaded on a is not used: .*no start.* The one before plays on\.$/.test(text))).toBe(true);

  // What nobody has agreed to yet does not run on.
  expect(pondered).toMatchObject({ outcome: "done", generation: 3, workers: { made: 2, ended: 2 } });
  expect(pondered.last).toBeCloseTo(0.15, 2);
  expect(removed).toMatchObject({ state: "missing" });
});

test("a worker that has run a bundle serves one insert, of that bundle", async ({ page }) => {
  await page.goto("/");
  const result = await page.evaluate(async () => {
    const path = "/packages/engine/src/browser-tests/reload.browser.page.ts";
    const module = (await import(path)) as typeof Page;
    return module.loadedWorker();
  });
  expect(result).toMatchObject({ ofAnother: false, taken: true, again: false, afterEnd: false, endedWhileUsed: 0, count: { made: 3, ended: 3 } });
  expect(result.answered).toBeGreaterThan(0);
  expect(result.failing).toContain("no start");
});

test("a worker started for the bundle to come describes it, once", async ({ page }) => {
  await page.goto("/");
  const result = await page.evaluate(async () => {
    const path = "/packages/engine/src/browser-tests/reload.browser.page.ts";
    const module = (await import(path)) as typeof Page;
    return module.expectedBundle();
  });
  expect(result).toEqual({ made: [1, 1, 2], ended: 3, versions: ["1.0.0", "1.0.1"], kept: [] });
});
