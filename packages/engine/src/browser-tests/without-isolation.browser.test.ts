import { expect, test } from "@playwright/test";
import type * as Page from "./without-isolation.browser.page.js";

test("a page without the isolation headers still plays: inserts run inline, control goes by messages", async ({ page }) => {
  // The same server, with the page's two headers taken away on the way.
  await page.route((url) => url.pathname === "/", async (route) => {
    const response = await route.fetch();
    const headers = response.headers();
    delete headers["cross-origin-opener-policy"];
    delete headers["cross-origin-embedder-policy"];
    await route.fulfill({ response, headers });
  });
  await page.goto("/");
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(false);
  const seen = await page.evaluate(async () => {
    const path = "/packages/engine/src/browser-tests/without-isolation.browser.page.ts";
    const module = (await import(path)) as typeof Page;
    return module.playWithoutSharedMemory();
  });
  expect(seen.status.isolated).toBe(false);
  expect(seen.status.hosting).toBe("inline");
  expect(seen.peak).toBeCloseTo(0.25, 2);
  expect(seen.afterFader).toBeCloseTo(0.25 * 10 ** (-12 / 20), 2);
  expect(seen.seconds).toBeGreaterThan(0.5);
  expect(seen.bouncePeak).toBeCloseTo(0.25 * 10 ** (-12 / 20), 2);
});
