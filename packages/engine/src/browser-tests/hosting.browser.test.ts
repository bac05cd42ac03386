import { expect, test, type Page } from "@playwright/test";
import type * as Hosting from "./hosting.browser.page.js";

test.describe.configure({ timeout: 120_000 });

type Calls = typeof Hosting;

/** Calls a function of the page module in the page. */
async function call<Name extends keyof Calls>(page: Page, name: Name, ...args: Parameters<Extract<Calls[Name], (...args: never[]) => unknown>>) {
  await page.goto("/");
  return page.evaluate(
    async ([fn, given]) => {
      const path = "/packages/engine/src/browser-tests/hosting.browser.page.ts";
      const module = (await import(path)) as Record<string, (...args: unknown[]) => unknown>;
      return module[fn]?.(...given);
    },
    [name, args] as const,
  ) as Promise<Awaited<ReturnType<Extract<Calls[Name], (...args: never[]) => unknown>>>>;
}

test("the same samples isolated, per channel, per plugin and inline, parameters moving", async ({ page }) => {
  const { isolated, others } = await call(page, "sameInEveryMode", 2);
  expect(isolated.dropouts).toBe(0);
  // Eleven inserts of three plugins on six strips.
  expect([isolated.workers, ...others.map(({ workers }) => workers)]).toEqual([11, 6, 3, 0]);
  for (const { mode, ran, differing, peak, latencyFrames } of others) {
    expect(ran).toBe(mode);
    expect(peak, mode).toBeGreaterThan(0.1);
    expect(differing, mode).toBe(0);
    if (mode === "inline") expect(latencyFrames).toBeLessThan(isolated.latencyFrames);
    else expect(latencyFrames).toBe(isolated.latencyFrames);
  }
});

test("a plugin that hangs interrupts those in its worker and is set apart; nothing is silent meanwhile", async ({ page }) => {
  const { workers, hosting, after, faults, notices, quietest, loudest, end } = await call(page, "faultInSharedWorker", "hang", true);
  expect(workers).toEqual([1, 2]);
  expect([hosting, after]).toEqual([["per channel", "per channel", "per channel"], ["per channel", "isolated", "per channel"]]);
  expect(faults).toEqual([0, 1, 0]);
  expect(notices).toContain("Faulty on a failed: it stopped answering. It is being restarted with its settings, in a worker of its own from now on; its dry signal plays meanwhile.");
  expect(notices).toContain("Gain Trim on a is interrupted: Faulty on a, with which it shares a worker, failed. It is being restarted with its settings; its dry signal plays meanwhile.");
  expect(quietest).toBeGreaterThan(0.24);
  expect(loudest).toBeLessThan(0.26);
  expect(end).toBeCloseTo(0.25, 3);
});

test("a plugin that throws starts again where it was, and its neighbours play on", async ({ page }) => {
  const { workers, after, faults, notices, quietest, end } = await call(page, "faultInSharedWorker", "throw", true);
  expect(workers).toEqual([1, 1]);
  expect(after).toEqual(["per channel", "per channel", "per channel"]);
  expect(faults).toEqual([0, 1, 0]);
  expect(notices.filter((text) => text.includes("interrupted"))).toEqual([]);
  expect(quietest).toBeGreaterThan(0.24);
  expect(end).toBeCloseTo(0.25, 3);
});

test("a plugin that is not trusted shares no worker with others, and that is said", async ({ page }) => {
  const { workers, hosting, faults, notices } = await call(page, "faultInSharedWorker", "hang", false);
  expect(workers).toEqual([2, 2]);
  expect(hosting).toEqual(["per channel", "isolated", "per channel"]);
  expect(faults).toEqual([0, 1, 0]);
  expect(notices).toContain("Faulty on a was to run with its channel; its plugin is not one of this program's own, so it keeps a worker of its own.");
  expect(notices.filter((text) => text.includes("interrupted"))).toEqual([]);
});

test("changing over to other workers while it plays is not heard", async ({ page }) => {
  const { ran, songSeconds, seconds, dropouts, most, peak, still, switched } = await call(page, "switchesAreNotHeard");
  // All of it happened while it was recorded.
  expect(songSeconds).toBeGreaterThan(1);
  expect(songSeconds).toBeLessThan(seconds);
  expect(ran).toEqual(["per channel", "per plugin", "isolated"]);
  expect(dropouts).toEqual([0, 0]);
  expect(peak).toBeGreaterThan(0.1);
  // A filter that began later comes to the same state but for what its arithmetic rounds: −120 dBFS is far above that.
  expect(most).toBeLessThan(1e-6);
  expect(switched.bend).toBeLessThan(still.bend + 1e-6);
});

test("going inline and back while it plays makes no step, and never the dry sound", async ({ page }) => {
  const heard = await call(page, "switchesInlineAreSmooth");
  expect(heard.hops[0]).toBeLessThan(heard.hops[1] ?? 0);
  expect(heard.dropouts).toBe(0);
  // Two places of the song are crossfaded within 1024 frames.
  expect(heard.step).toBeLessThan(heard.stepOf * 1.05 + 0.5 / 1024);
  // The dry sound is twice as loud as what the insert leaves of it.
  expect(heard.loudest).toBeLessThan(0.26);
  expect(heard.quietest).toBeGreaterThan(0.2);
  expect(heard.done).toBeLessThan(8);
});
