import { expect, test, type Page } from "@playwright/test";
import type * as Automation from "./automation.browser.page.js";

test.describe.configure({ timeout: 120_000 });

type Calls = typeof Automation;

async function call<Name extends keyof Calls>(page: Page, name: Name, ...args: Parameters<Calls[Name]>) {
  await page.goto("/");
  return page.evaluate(
    async ([fn, given]) => {
      const path = "/packages/engine/src/browser-tests/automation.browser.page.ts";
      const module = (await import(path)) as Record<string, (...args: unknown[]) => unknown>;
      return module[fn]?.(...given);
    },
    [name, args] as const,
  ) as Promise<Awaited<ReturnType<Calls[Name]>>>;
}

test("a bounce of an automated mix equals the captured master bit for bit, once its processors have settled", async ({ page }) => {
  const result = await call(page, "automatedBounceEqualsCapture", 3);
  expect(result.dropouts).toBe(0);
  expect(result.peak).toBeGreaterThan(0.05);
  expect(result.differing).toBe(0);
  expect(result.start).toBeLessThan(2 ** -24);
});

test("isolated equals inline bit for bit while lanes play, the song loops, stops and moves", async ({ page }) => {
  const result = await call(page, "automatedIsolatedEqualsInline", 2);
  expect(result.dropouts).toBe(0);
  expect(result.first.peak).toBeGreaterThan(0.05);
  expect(result.first.differing).toBe(0);
  expect(result.second.peak).toBeGreaterThan(0.05);
  expect(result.second.differing).toBe(0);
});

test("a hand that holds what a lane moves is heard, and the lane again when it lets go; edits are heard; what moves nothing is told", async ({ page }) => {
  const { levels, notices } = await call(page, "handsAndEdits");
  const [lanes, held, again, edited] = levels;
  expect(lanes).toBeCloseTo(-40, 1);
  expect(held).toBeCloseTo(-6, 1);
  expect(again).toBeCloseTo(-40, 1);
  // The fader's lane is gone: it is where the hand left it.
  expect(edited).toBeCloseTo(-3, 1);
  expect(notices.filter((text) => text.includes("taste"))).toEqual([expect.stringMatching(/^Automation of Gain Trim on a is kept but moves nothing: its plugin has no parameter "taste"\.$/)]);
});
