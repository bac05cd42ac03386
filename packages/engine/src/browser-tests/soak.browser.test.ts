import { expect, test } from "@playwright/test";
import type * as SoakPage from "./soak.browser.page.js";

const PAGE = "/packages/engine/src/browser-tests/soak.browser.page.ts";
const SEED = 1;
const SECONDS = 20;
const EDITS_PER_SECOND = 3;

/** The long run is `npm run soak`. */
test("random edits of routing, inserts, parameters and automation while the mix plays make no click and no gap", async ({ page }) => {
  await page.goto("/");
  const { limits, heard } = await page.evaluate(async ([url, seed, seconds, rate]) => {
    const module = (await import(url)) as typeof SoakPage;
    const begun = await module.start(seed);
    const result = await module.soak(seconds, rate);
    await module.stop();
    return { limits: begun, heard: result };
  }, [PAGE, SEED, SECONDS, EDITS_PER_SECOND] as const);
  const story = heard.edits.join("\n");
  expect(heard.errors, story).toEqual([]);
  expect(heard.finite, story).toBe(true);
  expect(heard.bend, `${heard.dropouts} dropouts; at ${(heard.bendAt / 48_000).toFixed(3)} s\n${story}`).toBeLessThan(limits.mostBend);
  expect(heard.quietest, story).toBeGreaterThan(limits.leastPeak);
});
