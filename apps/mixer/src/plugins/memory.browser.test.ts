import { readFileSync } from "node:fs";
import type { PluginManifest } from "@headroom/session";
import { expect, test, type Page } from "@playwright/test";
import { waitUntilReady } from "../testing/mixer-test.js";
import { packageFiles, processorText, viewText } from "../testing/plugin-server-harness.js";

const ROUNDS = 100;
/** Of what was there before. */
const MOST_GROWTH = 1.05;
/** Rounds after which caches are full and code is compiled. */
const WARM_UP = 100;
/** Chromium lets a worker that was ended run on for two seconds, on a busy machine for longer. */
const WORKERS_END_MS = 60_000;
const ID = "com.acme.half";

test("a plugin loaded, heard, looked at and unloaded 100 times leaves memory within 5 % of what it was", async ({ page }) => {
  test.setTimeout(600_000);
  await page.goto("/");
  await waitUntilReady(page);
  // A song's audio would be most of the memory, and growth beside it little.
  await expect.poll(() => openEmptySession(page), { timeout: 120_000 }).toBe(1);
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
  // Its heap is but a small part: rings and other memory that threads share are in it too, in whatever thread's hands.
  const resident = async () => {
    const sizes: number[] = [];
    for (let look = 0; look < 10; look++) {
      const { processInfo } = await browser!.send("SystemInfo.getProcessInfo");
      sizes.push(Math.max(...processInfo.filter(({ type }) => type === "renderer").map(({ id }) => residentBytes(id))));
      await page.waitForTimeout(200);
    }
    return Math.min(...sizes);
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

  // From here on the history of undo forgets as much as it keeps.
  await page.evaluate((plugin) => {
    const { inserts } = window.headroom!.document;
    for (let steps = 0; steps < 500; steps += 2) inserts.remove(inserts.add("master", { plugin, version: "1.0.0" }));
  }, ID);
  await load(WARM_UP);
  const before = { used: await used(), resident: await resident(), workers: await workers() };
  await load(ROUNDS);
  const after = { used: await used(), resident: await resident(), workers: await workers() };
  test.info().annotations.push({ type: "memory", description: JSON.stringify({ before, after }) });
  expect(after.workers).toBe(before.workers);
  expect(await page.locator("iframe").count()).toBe(0);
  expect(after.used / before.used).toBeLessThan(MOST_GROWTH);
  expect(after.resident / before.resident).toBeLessThan(MOST_GROWTH);
});

/** Empties the session and opens the mixer anew with it. @returns the strips that are there: more than the master where it was not saved yet. */
async function openEmptySession(page: Page): Promise<number> {
  await page.evaluate(() => {
    const session = window.headroom!.document;
    const { strips, ...rest } = session.snapshot();
    const { master } = strips;
    if (master) session.replace({ ...rest, strips: { master: { ...master, inserts: master.inserts.map(() => null) } }, order: [], audio: {}, lanes: {} });
  });
  await page.reload();
  await waitUntilReady(page);
  return page.evaluate(() => Object.keys(window.headroom?.document.snapshot().strips ?? {}).length);
}

/** What a process has in memory; 0 where it has just ended. */
function residentBytes(id: number): number {
  try {
    return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${id}/status`, "utf8"))?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}
