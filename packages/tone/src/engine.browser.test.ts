import { expect, test } from "@playwright/test";
import type * as EnginePage from "./engine.browser.page.js";

const PAGE = "/packages/tone/src/engine.browser.page.ts";
type Module = typeof EnginePage;

/** Frames that the song heard may be from Tone's clock: what rounding a time to a frame costs. */
const ROUNDING = 0.51;

test.beforeEach(async ({ page }) => {
  await page.goto("/");
});

test("what is heard is at Tone's place, to the frame: after a start, after a pause, in a loop", async ({ page }) => {
  const result = await page.evaluate(async (url) => {
    const { context, transport, record, wait } = await ((await import(url)) as Module).start();
    const most = (differences: number[]) => Math.max(...differences.map(Math.abs));
    const begin = context.currentTime + 0.4;
    transport.start(begin, 1);
    const started = most(await record(begin + 0.1, 0.3));
    transport.pause();
    await wait(0.3);
    const again = context.currentTime + 0.3;
    transport.start(again);
    const resumed = most(await record(again + 0.1, 0.3));
    transport.stop();
    await wait(0.3);
    transport.setLoopPoints(4, 4.25);
    transport.loop = true;
    const third = context.currentTime + 0.3;
    transport.start(third, 4);
    const loopFrames = 0.25 * context.sampleRate;
    // Where one has turned round by rounding and the other not yet, they are a whole loop apart.
    const looped = most((await record(third + 1.1, 0.3)).map((frames) => frames - loopFrames * Math.round(frames / loopFrames)));
    transport.stop();
    return { started, resumed, looped };
  }, PAGE);
  for (const [name, frames] of Object.entries(result)) expect.soft(frames, name).toBeLessThan(ROUNDING);
});

test("after a seek while playing, what is heard is at Tone's place", async ({ page }) => {
  const apart = await page.evaluate(async (url) => {
    const { context, transport, record, wait } = await ((await import(url)) as Module).start();
    transport.start();
    await wait(0.5);
    transport.ticks = 8 * 192;
    return Math.max(...(await record(context.currentTime + 0.4, 0.3)).map(Math.abs));
  }, PAGE);
  expect(apart).toBeLessThan(ROUNDING);
});

test("a Tone instrument is heard through its channel's fader", async ({ page }) => {
  const peaks = await page.evaluate(async (url) => {
    const { start, connectTone, Tone } = (await import(url)) as Module;
    const { engine, wait } = await start();
    const synth = new Tone.Synth({ oscillator: { type: "square" } });
    const disconnect = connectTone(engine, "live", synth);
    const reading = { peak: new Float32Array(2), rms: new Float32Array(2), max: new Float32Array(2), clips: 0 };
    const peak = async () => {
      await wait(0.3);
      engine.resetMeters();
      await wait(0.3);
      engine.readMeter("live", "output", reading);
      return reading.max[0] ?? 0;
    };
    synth.triggerAttack("C4");
    const open = await peak();
    engine.setStripControl("live", "faderDb", -100);
    const closed = await peak();
    engine.setStripControl("live", "faderDb", 0);
    disconnect();
    const disconnected = await peak();
    return { open, closed, disconnected };
  }, PAGE);
  expect(peaks.open).toBeGreaterThan(0.1);
  expect(peaks.closed).toBe(0);
  expect(peaks.disconnected).toBe(0);
});
