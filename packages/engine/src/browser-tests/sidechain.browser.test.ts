import { expect, test } from "@playwright/test";
import type * as Page from "./sidechain.browser.page.js";

test.describe.configure({ timeout: 90_000 });

test("a sidechain and the song's place are the same to the bit isolated, inline and in a bounce, and aligned", async ({ page }) => {
  await page.goto("/");
  const result = await page.evaluate(async () => {
    const path = "/packages/engine/src/browser-tests/sidechain.browser.page.ts";
    const module = (await import(path)) as typeof Page;
    return module.keyedIsTheSameEverywhere(2);
  });
  expect(result.dropouts).toBe(0);
  // Two inserts one after the other, and two hops where they are isolated.
  expect(result.latencies).toEqual([640 + 2 * 8192, 640]);
  expect(result.inline).toMatchObject({ differing: 0 });
  expect(result.bounce).toMatchObject({ differing: 0 });
  expect(result.bounceInline).toMatchObject({ differing: 0 });
  expect(result.inline.peak).toBeGreaterThan(0.1);
  // Against the formula: the song as it is, and the same in time with itself; both are float32.
  expect(result.off).toBeLessThan(1e-6);
});
