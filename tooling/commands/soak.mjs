import "./require-node.mjs";
import { parseArgs } from "node:util";
import { build, install } from "./setup.mjs";

/** @typedef {typeof import("../../packages/engine/src/browser-tests/soak.browser.page.js")} SoakPage */

const PAGE = "/packages/engine/src/browser-tests/soak.browser.page.ts";
/** Seconds that are heard before the next report. */
const STRETCH_SECONDS = 30;
const EDITS_PER_SECOND = 2;
/** What memory is compared with is measured once caches are full and code is compiled. */
const WARM_UP_SHARE = 1 / 6;
const MOST_GROWTH = 1.05;

try {
  const { values } = parseArgs({ options: { minutes: { type: "string", default: "30" }, seed: { type: "string", default: "1" } } });
  const minutes = Number(values.minutes);
  const seed = Number(values.seed);
  if (!(minutes > 0) || !Number.isInteger(seed)) throw new Error(`--minutes takes a number above 0 and --seed a whole one; got "${values.minutes}" and "${values.seed}".`);
  await build(await install());
  process.exitCode = (await run(minutes, seed)) ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/**
 * Plays and edits, and reports each stretch.
 * @param {number} minutes
 * @param {number} seed
 * @returns {Promise<boolean>} Whether all held.
 */
async function run(minutes, seed) {
  const { chromium } = await import("@playwright/test");
  const { findChromium } = await import("./find-chromium.mjs");
  const { CHROMIUM_FLAGS } = await import("../browser/chromium-flags.mjs");
  const { servePages } = await import("../browser/page-server.mjs");
  const pages = await servePages();
  const browser = await chromium.launch({ executablePath: await findChromium(), args: CHROMIUM_FLAGS, chromiumSandbox: false });
  try {
    const page = await browser.newPage();
    await page.goto(pages.url);
    const memory = await heapOf(page);
    const limits = await page.evaluate(async ([url, with_]) => (/** @type {SoakPage} */ (await import(url))).start(with_), /** @type {const} */ ([PAGE, seed]));
    const stretches = Math.max(1, Math.round((minutes * 60) / STRETCH_SECONDS));
    let [edits, dropouts, faults, base, now] = [0, 0, 0, 0, 0];
    for (let n = 1; n <= stretches; n++) {
      const heard = await page.evaluate(async ([url, seconds, rate]) => (/** @type {SoakPage} */ (await import(url))).soak(seconds, rate), /** @type {const} */ ([PAGE, STRETCH_SECONDS, EDITS_PER_SECOND]));
      const { strips, inserts, lanes, load } = await page.evaluate(async (url) => (/** @type {SoakPage} */ (await import(url))).figures(), PAGE);
      now = await memory();
      if (base === 0 && n >= stretches * WARM_UP_SHARE) base = now;
      edits += heard.edits.length;
      dropouts += heard.dropouts;
      const wrong = [
        ...heard.errors,
        ...(heard.finite ? [] : ["the master was not finite"]),
        ...(heard.bend < limits.mostBend ? [] : [`a click: the second difference reached ${heard.bend.toFixed(5)} of ${limits.mostBend.toFixed(5)} ${(heard.bendAt / 48_000).toFixed(2)} s after ${heard.edits[0]}`]),
        ...(heard.quietest > limits.leastPeak ? [] : [`a gap: the master fell to ${heard.quietest.toFixed(4)}`]),
      ];
      faults += wrong.length;
      console.log(`${((n * STRETCH_SECONDS) / 60).toFixed(1)} min: ${heard.edits.length} edits, ${heard.dropouts} dropouts, bend ${heard.bend.toFixed(5)}; ${strips} strips, ${inserts} inserts, ${lanes} lanes; audio thread ${(100 * load).toFixed(1)} %; heap ${(now / 2 ** 20).toFixed(1)} MiB`);
      for (const sentence of wrong) console.log(`  ${sentence}`);
      if (wrong.length > 0) for (const edit of heard.edits) console.log(`    ${edit}`);
    }
    const growth = now / base;
    console.log(`\n${minutes} minutes, ${edits} edits (seed ${seed}): ${dropouts} dropouts, ${faults} faults, memory ${((growth - 1) * 100).toFixed(1)} % above the first ${Math.round(minutes * WARM_UP_SHARE)} minutes.`);
    return faults === 0 && dropouts === 0 && growth < MOST_GROWTH;
  } finally {
    await browser.close();
    await pages.close();
  }
}

/**
 * Measures what the page's JavaScript holds, after what is garbage has gone.
 * @param {import("@playwright/test").Page} page
 * @returns {Promise<() => Promise<number>>} Bytes.
 */
async function heapOf(page) {
  const devtools = await page.context().newCDPSession(page);
  return async () => {
    for (let i = 0; i < 3; i++) await devtools.send("HeapProfiler.collectGarbage");
    const heap = /** @type {{ usedSize: number, embedderHeapUsedSize: number, backingStorageSize: number }} */ (await devtools.send("Runtime.getHeapUsage"));
    return heap.usedSize + heap.embedderHeapUsedSize + heap.backingStorageSize;
  };
}
