import { readFileSync } from "node:fs";
import type { PluginManifest } from "@headroom/session";
import { expect, test } from "@playwright/test";
import { waitUntilReady } from "../testing/mixer-test.js";
import { packageFiles, processorText, viewText } from "../testing/plugin-server-harness.js";

const ROUNDS = 50;
/** The history of undo keeps each insert that was removed; an insert that stays alive takes ten times as much. */
const MOST_BYTES_A_ROUND = 30_000;
/** Rounds after which caches are full and code is compiled. */
const WARM_UP = 30;
/** Chromium lets a worker that was ended run on for two seconds, on a busy machine for longer. */
const WORKERS_END_MS = 60_000;
const ID = "com.acme.half";

test("a plugin loaded, heard, looked at and unloaded again and again leaves nothing behind but the history of undo", async ({ page }) => {
  test.setTimeout(600_000);
  await page.goto("/");
  await waitUntilReady(page);
  // A hop that rises on a busy machine would give every worker a larger ring.
  await page.evaluate(() => window.headroom?.engine?.setHop(8192));
  await page.keyboard.press("Space");
  const devtools = await page.context().newCDPSession(page);
  const files = packageFiles(processorText(), viewText());

  const alive = page.workers().length;
  const used = async () => {
    await expect.poll(() => page.workers().length, { timeout: WORKERS_END_MS }).toBe(alive);
    // What a finalizer lets go of is garbage of the next collection.
    for (let i = 0; i < 5; i++) {
      await devtools.send("HeapProfiler.collectGarbage");
      await page.waitForTimeout(300);
    }
    const heap = (await devtools.send("Runtime.getHeapUsage")) as { usedSize: number; embedderHeapUsedSize: number; backingStorageSize: number };
    return heap.usedSize + heap.embedderHeapUsedSize + heap.backingStorageSize;
  };
  const browser = await page.context().browser()?.newBrowserCDPSession();
  // The page's own process is the one that holds most; the frames of views have others, which Chromium ends when it likes.
  const resident = async () => {
    const { processInfo } = await browser!.send("SystemInfo.getProcessInfo");
    const sizes = processInfo.filter(({ type }) => type === "renderer").map(({ id }) => Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${id}/status`, "utf8"))?.[1] ?? 0) * 1024);
    return Math.max(...sizes);
  };
  const workers = () => page.evaluate(() => window.headroom?.engine?.status().workers);

  // One script for all rounds: each call of `evaluate` compiles its own.
  const load = (rounds: number) =>
    page.evaluate(
      async ([manifest, processor, view, id, times]) => {
        const { plugins, engine, document: session } = window.headroom!;
        const parsed = JSON.parse(manifest) as PluginManifest;
        const bundle = (name: "processor" | "view", text: string) => ({ integrity: parsed[name]?.integrity ?? "", text });
        const until = async (what: () => unknown) => {
          while (!what()) await new Promise((resolve) => setTimeout(resolve, 10));
        };
        for (let i = 0; i < times; i++) {
          await plugins.add(engine!, { manifest: parsed, processor: bundle("processor", processor), view: bundle("view", view) }, { kind: "url", url: "http://localhost/half/" }, () => Promise.resolve(true));
          const insertId = session.inserts.add("master", { plugin: id, version: "1.0.0" });
          await until(() => engine!.insertStatus(insertId)?.state === "running");
          const open = () => document.querySelector<HTMLElement>("button[aria-label^='Half, slot']");
          await until(open);
          open()!.click();
          await until(() => document.querySelector(".window-frame[data-drawn]") !== null);
          session.inserts.remove(insertId);
          await until(() => document.querySelector(".window") === null);
          await plugins.remove(engine, id);
        }
      },
      [files["/headroom-plugin.json"]!, files["/processor.js"]!, files["/view.js"]!, ID, rounds] as const,
    );

  await load(WARM_UP);
  const before = { used: await used(), resident: await resident(), workers: await workers() };
  await load(ROUNDS);
  const after = { used: await used(), resident: await resident(), workers: await workers() };
  test.info().annotations.push({ type: "memory", description: JSON.stringify({ before, after }) });
  expect(after.workers).toBe(before.workers);
  expect(await page.locator("iframe").count()).toBe(0);
  expect((after.used - before.used) / ROUNDS).toBeLessThan(MOST_BYTES_A_ROUND);
  // What a process holds wavers with its collector.
  expect(after.resident / before.resident).toBeLessThan(1.15);
});
