import { readFileSync } from "node:fs";

/**
 * What the benchmarks share: a page of the built mixer that is ready to play, and what the browser's processes use.
 * @typedef {import("@playwright/test").Page} Page
 * @typedef {import("@playwright/test").Browser} Browser
 */

/** @param {number} seconds */
export const wait = (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));

/**
 * Opens the mixer and waits until it can play.
 * @param {import("@playwright/test").BrowserContext} context
 * @param {string} url
 * @returns {Promise<{ page: Page, readySeconds: number, runningSeconds: number, scripts: ReadonlySet<string> }>} Scripts: names of the files loaded until then.
 */
export async function openMixer(context, url) {
  const page = await context.newPage();
  /** @type {Set<string>} */
  const scripts = new Set();
  context.on("response", (response) => {
    const { pathname } = new URL(response.url());
    if (pathname.endsWith(".js")) scripts.add(pathname.slice(pathname.lastIndexOf("/") + 1));
  });
  const started = Date.now();
  await page.goto(url);
  await page.waitForFunction(
    () => {
      const { engine, document: session } = window.headroom ?? {};
      return engine !== undefined && document.querySelector(".startup") === null && Object.keys(session.snapshot().strips).length > 1;
    },
    undefined,
    { timeout: 120_000, polling: 20 },
  );
  const readySeconds = (Date.now() - started) / 1000;
  await allRunning(page);
  return { page, readySeconds, runningSeconds: (Date.now() - started) / 1000, scripts: new Set(scripts) };
}

/**
 * Calls a function of a module in an isolated page with nothing else in it.
 * @param {{ browser: Browser, pagesUrl: string }} bench
 * @param {string} module - Path from the repository's folder, after a slash.
 * @param {string} name - Of the function.
 * @param {unknown} settings - What it gets.
 */
export async function onEmptyPage({ browser, pagesUrl }, module, name, settings) {
  const page = await browser.newPage();
  try {
    await page.goto(pagesUrl);
    return await page.evaluate(async ([from, what, argument]) => (await import(from))[what](argument), [module, name, settings]);
  } finally {
    await page.close();
  }
}

/**
 * Replaces the session by one of `channels` channels with these inserts each, on the demo's audio in turn.
 * @param {Page} page
 * @param {number} channels
 * @param {{ plugin: string, params: Record<string, unknown> }[]} inserts
 */
export async function loadChannels(page, channels, inserts) {
  await page.evaluate(
    async ([count, chain]) => {
      const { document: session } = window.headroom;
      const now = session.snapshot();
      const audio = Object.keys(now.audio);
      const template = Object.values(now.strips).find((strip) => strip.kind === "channel");
      const master = { ...now.strips.master, inserts: now.strips.master.inserts.map(() => null) };
      const strips = Array.from({ length: count }, (_, i) => ({
        ...template,
        id: `bench-${i}`,
        name: `Channel ${i + 1}`,
        output: "master",
        faderDb: -18,
        inserts: template.inserts.map((_, slot) =>
          chain[slot] ? { id: `bench-${i}-${slot}`, plugin: chain[slot].plugin, version: "0.1.0", bypass: false, mix: 1, params: chain[slot].params } : null,
        ),
        clips: template.clips.map((clip) => ({ ...clip, id: `bench-clip-${i}`, audio: audio[i % audio.length] })),
      }));
      session.replace({ ...now, order: strips.map(({ id }) => id), strips: Object.fromEntries([master, ...strips].map((strip) => [strip.id, strip])) });
    },
    /** @type {const} */ ([channels, inserts]),
  );
  await allRunning(page);
}

/** @param {Page} page */
export async function allRunning(page) {
  await page.waitForFunction(
    () => {
      const { engine, document: session } = window.headroom;
      return Object.values(session.snapshot().strips).every((strip) =>
        strip.inserts.every((insert) => !insert || engine.insertStatus(insert.id)?.state === "running"),
      );
    },
    undefined,
    { timeout: 120_000 },
  );
}

/** @param {Page} page */
export const status = (page) => page.evaluate(() => window.headroom.engine.status());

/**
 * Seconds of processor time that all of the browser's processes have used.
 * @param {Browser} browser
 */
export async function cpuSeconds(browser) {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  await session.detach();
  return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0);
}

/**
 * Bytes of memory that the browser's page processes hold, threads and code included; where the system does not tell,
 * what the page and its workers hold of JavaScript.
 * @param {Browser} browser
 * @param {Page} page
 */
export async function memoryBytes(browser, page) {
  if (process.platform !== "linux") return page.evaluate(async () => (await performance.measureUserAgentSpecificMemory()).bytes);
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  await session.detach();
  const resident = (id) => Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${id}/status`, "utf8"))?.[1] ?? 0) * 1024;
  return processInfo.filter(({ type }) => type === "renderer").reduce((sum, { id }) => sum + resident(id), 0);
}

/** @param {number[]} values */
export function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** @param {number} share */
export const percent = (share) => `${(share * 100).toFixed(1)} %`;
