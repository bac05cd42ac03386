import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { waitUntilReady } from "../testing/mixer-test.js";
import { packageFiles, processorText, viewText } from "../testing/plugin-server-harness.js";

const ROUNDS = 100;
/** Rounds after which caches are full and code is compiled. */
const WARM_UP = 20;
/** Chromium lets a worker that was ended run on for two seconds. */
const WORKERS_END_MS = 4000;
const ID = "com.acme.half";

test("a plugin loaded, heard, looked at and unloaded 100 times leaves memory within 5 % of what it was", async ({ page }) => {
  test.setTimeout(600_000);
  await page.goto("/");
  await waitUntilReady(page);
  await page.keyboard.press("Space");
  const devtools = await page.context().newCDPSession(page);
  const files = packageFiles(processorText(), viewText());

  const used = async () => {
    await page.waitForTimeout(WORKERS_END_MS);
    for (let i = 0; i < 3; i++) await devtools.send("HeapProfiler.collectGarbage");
    const heap = (await devtools.send("Runtime.getHeapUsage")) as { usedSize: number; embedderHeapUsedSize: number; backingStorageSize: number };
    return heap.usedSize + heap.embedderHeapUsedSize + heap.backingStorageSize;
  };
  const browser = await page.context().browser()?.newBrowserCDPSession();
  const resident = async () => {
    const { processInfo } = await browser!.send("SystemInfo.getProcessInfo");
    return processInfo.filter(({ type }) => type === "renderer").reduce((sum, { id }) => sum + Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${id}/status`, "utf8"))?.[1] ?? 0) * 1024, 0);
  };
  const workers = () => page.evaluate(() => window.headroom?.engine?.status().workers);

  const round = async () => {
    await page.evaluate(
      async ([manifest, processor, view, id]) => {
        const { plugins, engine, document: session } = window.headroom!;
        const parsed = JSON.parse(manifest);
        const bundle = (name: "processor" | "view", text: string) => ({ integrity: parsed[name].integrity as string, text });
        await plugins.add(engine!, { manifest: parsed, processor: bundle("processor", processor), view: bundle("view", view) }, { kind: "url", url: "http://localhost/half/" }, () => Promise.resolve(true));
        const insertId = session.inserts.add("master", { plugin: id, version: "1.0.0" });
        const until = async (what: () => unknown) => {
          while (!what()) await new Promise((resolve) => setTimeout(resolve, 10));
        };
        await until(() => engine!.insertStatus(insertId)?.state === "running");
        const open = () => [...document.querySelectorAll<HTMLElement>("button")].find((button) => button.getAttribute("aria-label")?.startsWith("Half, slot") || button.textContent === "Half");
        await until(open);
        open()!.click();
        await until(() => document.querySelector(".window iframe") !== null && document.querySelector(".window-frame[data-drawn]") !== null);
        session.inserts.remove(insertId);
        await until(() => document.querySelector(".window") === null);
        await plugins.remove(engine, id);
      },
      [files["/headroom-plugin.json"]!, files["/processor.js"]!, files["/view.js"]!, ID] as const,
    );
  };

  for (let i = 0; i < WARM_UP; i++) await round();
  const before = { used: await used(), resident: await resident(), workers: await workers() };
  for (let i = 0; i < ROUNDS; i++) await round();
  const after = { used: await used(), resident: await resident(), workers: await workers() };
  test.info().annotations.push({ type: "memory", description: JSON.stringify({ before, after }) });
  console.log(JSON.stringify({ before, after }));
  expect(after.workers).toBe(before.workers);
  expect(await page.locator("iframe").count()).toBe(0);
  expect(after.used / before.used).toBeLessThan(1.05);
  expect(after.resident / before.resident).toBeLessThan(1.05);
});
