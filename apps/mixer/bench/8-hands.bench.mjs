import { loadChannels, openMixer, percent, wait } from "./page.mjs";

const CHANNELS = 64;
const SECONDS = 20;
/** Milliseconds of a task from which a person feels it. */
const LONG_TASK_MS = 50;

/** The busiest screen: 64 channels playing with an equalizer on each, all meters moving, an equalizer window open; from Chrome's own trace. */
export async function bench({ browser, url }) {
  const context = await browser.newContext({ viewport: { width: 1920, height: 1080 } });
  const { page } = await openMixer(context, url);
  await loadChannels(page, CHANNELS, [{ plugin: "dev.headroom.parametric-eq", params: { "band3.enabled": true, "band3.gain": 4 } }]);
  await page.getByRole("button", { name: /^Parametric EQ, slot/ }).first().click();
  await page.getByRole("button", { name: "Play", exact: true }).click();
  await wait(4);
  const { tasks, frames } = await trace(browser, page);
  await context.close();
  const busyMs = tasks.reduce((sum, ms) => sum + ms, 0);
  const long = tasks.filter((ms) => ms > LONG_TASK_MS);
  return [
    { what: `${CHANNELS} channels playing, an equalizer on each, all meters moving, one window open, at 1920 × 1080: frames a second`, target: "60", measured: (frames / SECONDS).toFixed(1) },
    { what: "… the main thread's use in that time", target: "< 35 %", measured: percent(busyMs / (SECONDS * 1000)) },
    { what: "… tasks over 50 ms on the main thread, longest of all", target: "0", measured: `${long.length}, ${Math.max(0, ...tasks).toFixed(0)} ms` },
  ];
}

/**
 * Records what the page's main thread does.
 * @param {import("@playwright/test").Browser} browser
 * @param {import("@playwright/test").Page} page
 * @returns {Promise<{ tasks: number[], frames: number }>} Milliseconds of every task, and how many frames were drawn.
 */
async function trace(browser, page) {
  await browser.startTracing(page, { categories: ["devtools.timeline", "disabled-by-default-devtools.timeline", "blink.user_timing", "__metadata"] });
  // Names the page's process and thread among all that are traced.
  await page.evaluate(() => performance.mark("headroom bench"));
  const frames = await countFrames(page);
  /** @type {{ traceEvents: { name: string, ph: string, pid: number, tid: number, dur?: number }[] }} */
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
  const mark = traceEvents.find(({ name }) => name === "headroom bench");
  if (!mark) throw new Error("The trace does not name the page's main thread.");
  const own = traceEvents.filter(({ pid, tid }) => pid === mark.pid && tid === mark.tid);
  const tasks = own.filter(({ name, ph }) => name === "RunTask" && ph === "X").map(({ dur = 0 }) => dur / 1000);
  return { tasks, frames };
}

/** @param {import("@playwright/test").Page} page */
function countFrames(page) {
  return page.evaluate(
    (seconds) =>
      new Promise((resolve) => {
        let count = 0;
        const started = performance.now();
        const tick = () => {
          if (performance.now() - started >= seconds * 1000) return resolve(count);
          count += 1;
          requestAnimationFrame(tick);
        };
        requestAnimationFrame(tick);
      }),
    SECONDS,
  );
}
