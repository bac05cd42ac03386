import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { loadChannels, openMixer, wait } from "./page.mjs";

const SECONDS = 20;
const ASSETS = fileURLToPath(new URL("../dist/assets/", import.meta.url));

/** First and second visit, frames and long tasks with meters moving and the equalizer open, bounce, size. */
export async function bench({ browser, url }) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const first = await openMixer(context, url);
  const visits = [];
  let page = first.page;
  let scripts = first.scripts;
  for (let i = 0; i < 3; i++) {
    await page.close();
    const again = await openMixer(context, url);
    visits.push(again);
    page = again.page;
    scripts = again.scripts;
  }
  const bounced = await page.evaluate(async () => {
    const { engine, document: session } = window.headroom;
    const { loop } = session.snapshot();
    const result = await engine.bounce({ startSeconds: 0, endSeconds: loop.endSeconds, bitDepth: 24 });
    return result.timesRealTime;
  });
  const smooth = await frames(page);
  await context.close();
  return [
    { what: "first visit: demo song rendered, ready to play (every insert at work)", target: "< 5 s", measured: `${first.readySeconds.toFixed(1)} s (${first.runningSeconds.toFixed(1)} s)` },
    { what: "second visit: ready to play, best and worst of 3 (every insert at work)", target: "< 2 s", measured: `${range(visits.map((visit) => visit.readySeconds))} (${range(visits.map((visit) => visit.runningSeconds))})` },
    { what: "16 strips with meters moving, equalizer open, playing: frames a second", target: "60", measured: smooth.fps.toFixed(1) },
    { what: "… tasks over 50 ms on the main thread in that time, longest", target: "0", measured: `${smooth.longTasks.length}, ${Math.max(0, ...smooth.longTasks).toFixed(0)} ms` },
    { what: "bounce of the demo song in the browser, each insert isolated", target: "reported", measured: `${bounced.toFixed(1)} × real time` },
    {
      what: "the mixer's own JavaScript, gzipped, without Tone: loaded until ready to play (all there is)",
      target: "< 250 kB",
      measured: `${kilobytes(ownScripts().filter((name) => scripts.has(name)))} kB (${kilobytes(ownScripts())} kB)`,
    },
  ];
}

const range = (/** @type {number[]} */ seconds) => `${Math.min(...seconds).toFixed(1)} to ${Math.max(...seconds).toFixed(1)} s`;

async function frames(page) {
  await loadChannels(page, 16, [{ plugin: "dev.headroom.parametric-eq", params: { "band3.enabled": true, "band3.gain": 4 } }]);
  await page.getByRole("button", { name: /^Parametric EQ, slot/ }).first().click();
  await page.getByRole("button", { name: "Play", exact: true }).click();
  await wait(4);
  return page.evaluate(
    (seconds) =>
      new Promise((resolve) => {
        const longTasks = [];
        new PerformanceObserver((list) => list.getEntries().forEach(({ duration }) => longTasks.push(duration))).observe({ entryTypes: ["longtask"] });
        let count = 0;
        const started = performance.now();
        const tick = () => {
          count += 1;
          if (performance.now() - started < seconds * 1000) requestAnimationFrame(tick);
          else resolve({ fps: (count - 1) / ((performance.now() - started) / 1000), longTasks });
        };
        requestAnimationFrame(tick);
      }),
    SECONDS,
  );
}

/** Every script of the build but Tone's chunk; worklet, workers and plugin bundles are among them. */
function ownScripts() {
  const isTone = (name) => existsSync(path.join(ASSETS, `${name}.map`)) && readFileSync(path.join(ASSETS, `${name}.map`), "utf8").includes("node_modules/tone/");
  return readdirSync(ASSETS).filter((name) => name.endsWith(".js") && !isTone(name));
}

function kilobytes(names) {
  const bytes = names.reduce((sum, name) => sum + gzipSync(readFileSync(path.join(ASSETS, name)), { level: 9 }).length, 0);
  return (bytes / 1000).toFixed(0);
}
