import { expect, test } from "@playwright/test";
import type * as Page from "./mixing.browser.page.js";

test.describe.configure({ timeout: 120_000 });

test("sends, inserts after the fader, sidechains, strip delays and VCAs: capture equals bounce to the bit, isolated and inline", async ({ page }) => {
  await page.goto("/");
  const result = await page.evaluate(async () => {
    const path = "/packages/engine/src/browser-tests/mixing.browser.page.ts";
    const module = (await import(path)) as typeof Page;
    return module.mixIsTheSameEverywhere(2);
  });
  expect(result.dropouts).toBe(0);
  // Channel a or b, then the hall: two inserts in time, and three hops where they are isolated.
  expect(result.latencies).toEqual([256 + 3 * 8192, 256]);
  expect(result.inline).toMatchObject({ differing: 0 });
  expect(result.bounce).toMatchObject({ differing: 0 });
  expect(result.bounceInline).toMatchObject({ differing: 0 });
  expect(result.inline.peak).toBeGreaterThan(0.1);
  expect(result.delays).toMatchObject({
    a: { inputFrames: 0, insertFrames: 256, waitFrames: 0, offsetFrames: 168 },
    // It waits for what it hears of a, and feeds the room, which is late by its own setting, at once.
    b: { inputFrames: 128, insertFrames: 128, waitFrames: 0, offsetFrames: -96 },
    c: { inputFrames: 0, insertFrames: 0, waitFrames: 256, offsetFrames: 0 },
    room: { inputFrames: 128, insertFrames: 0, waitFrames: 128, offsetFrames: 128 },
    hall: { inputFrames: 128, insertFrames: 128, waitFrames: 0 },
  });
});
