import { expect, test, type Page } from "@playwright/test";
import type * as State from "./state.browser.page.js";

/** What plugins keep of their own, in a real browser: real workers, the built engine. */

test.describe.configure({ timeout: 60_000 });

async function call<Result>(page: Page, run: (module: typeof State) => Promise<Result>): Promise<Result> {
  await page.goto("/");
  return page.evaluate(`import("/packages/engine/src/browser-tests/state.browser.page.ts").then(${String(run)})`);
}

test("what a plugin learned survives the death of its worker, other hosting, a bounce, removal and undo", async ({ page }) => {
  const result = await call(page, (module) => module.stateSurvives());
  expect(result.untouched).toBeUndefined();
  expect(result.saved).toEqual({ version: 2, data: '{"percent":25}' });
  expect(result.afterKill).toBe(0.125);
  expect(result.inline).toBe(0.125);
  expect(result.isolated).toBe(0.2);
  expect(result.peak).toBeCloseTo(0.3, 6);
  expect(result.afterUndo).toBe(0.4);
  expect(result.last).toEqual({ version: 2, data: '{"percent":80}' });
});

test("A and B keep what the plugin learned under each", async ({ page }) => {
  const result = await call(page, (module) => module.settingsHaveState());
  expect(result).toEqual({ b: 0.5, a: 0.125, kept: { version: 2, data: '{"percent":25}' }, other: { version: 2, data: '{"percent":50}' } });
});

test("data of an older form are migrated in the worker, and saved in the new one", async ({ page }) => {
  const result = await call(page, (module) => module.foreignState({ version: 1, data: '{"level":0.3}' }));
  expect(result).toEqual({ before: 0.15, after: 0.25, isKept: false, kept: '{"percent":50}', notices: [], status: "running" });
});

test("data of a newer form are kept untouched, with one sentence", async ({ page }) => {
  const result = await call(page, (module) => module.foreignState({ version: 3, data: '{"percent":30}' }));
  expect(result.notices).toEqual([
    "Learner on a did not take back its own data and begins anew: a newer version of the plugin saved them (form 3; this one reads up to 2); update the plugin. The data are kept as they are, and nothing is saved over them.",
  ]);
  expect(result).toMatchObject({ before: 0.5, after: 0.25, isKept: true, status: "running" });
});

test("random megabytes are refused with a sentence, and the mix plays on", async ({ page }) => {
  const result = await call(page, (module) => module.foreignState({ version: 2, data: Array.from({ length: 3_000_000 }, () => String.fromCharCode(Math.random() * 65_536)).join("") }));
  expect(result.notices).toEqual([expect.stringContaining("they are 3,000,000 letters long, and 1,048,576 is the most")]);
  expect(result).toMatchObject({ before: 0.5, after: 0.25, isKept: true, status: "running" });
});

test("a plugin that wants to save too much is told of once, and plays on", async ({ page }) => {
  const result = await call(page, (module) => module.tooMuch());
  expect(result.notices).toEqual([expect.stringContaining("Learner on a could not save its own data: they are 5,000,011 letters long")]);
  expect(result).toMatchObject({ status: "running" });
  expect(result.kept).toBeUndefined();
});
