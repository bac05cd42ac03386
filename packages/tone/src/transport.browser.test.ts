import { expect, test } from "@playwright/test";
import type * as TransportPage from "./transport.browser.page.js";

const PAGE = "/packages/tone/src/transport.browser.page.ts";
type Module = typeof TransportPage;

test.beforeEach(async ({ page }) => {
  await page.goto("/");
});

test("start, pause, resume, stop: the playhead is where Tone's clock is, to a fraction of a sample", async ({ page }) => {
  const result = await page.evaluate(async (url) => {
    const { transport, playhead, context, wait, apart } = await ((await import(url)) as Module).start();
    const begin = context.currentTime + 0.3;
    transport.start(begin, 1.25);
    transport.pause(begin + 0.4);
    transport.start(begin + 0.5);
    transport.stop(begin + 0.9);
    await wait(1.6);
    const whole = playhead.at(begin + 0.1);
    return {
      apart: apart(begin, begin + 0.9), atStart: whole.seconds - 1.35, before: playhead.at(begin - 0.001), between: playhead.at(begin + 0.45).playing,
      stopped: playhead.at(begin + 0.9), log: playhead.log,
    };
  }, PAGE);
  expect(result.apart).toBeLessThan(0.01);
  expect(Math.abs(result.atStart)).toBeLessThan(1e-6);
  expect(result.before).toEqual({ playing: false, seconds: 0 });
  expect(result.between).toBe(false);
  expect(result.stopped).toEqual({ playing: false, seconds: 0 });
  expect(result.log).toEqual(["seek", "play", "pause", "play", "stop"]);
});

test("a seek while playing is one jump; a seek while stopped moves the place to start from", async ({ page }) => {
  const result = await page.evaluate(async (url) => {
    const { transport, playhead, context, wait, apart } = await ((await import(url)) as Module).start();
    transport.seconds = 8;
    await wait(0.05);
    const stopped = playhead.seconds() - transport.seconds;
    const begin = context.currentTime + 0.2;
    transport.start(begin);
    await wait(0.6);
    transport.seconds = 20;
    const sought = context.currentTime + 0.2;
    await wait(0.5);
    transport.position = "4:0:0";
    await wait(0.4);
    const end = context.currentTime;
    const log = [...playhead.log];
    transport.stop();
    return { stopped, started: playhead.at(begin).seconds, apart: Math.max(apart(begin, begin + 0.25), apart(sought, sought + 0.2), apart(end - 0.1, end)), near: playhead.at(sought).seconds, atBar: transport.getSecondsAtTime(end), log };
  }, PAGE);
  expect(result.stopped).toBe(0);
  expect(result.started).toBeCloseTo(8, 2);
  expect(result.apart).toBeLessThan(0.01);
  expect(result.near).toBeGreaterThan(19.9);
  expect(result.atBar).toBeGreaterThan(8);
  expect(result.log).toEqual(["seek", "seek", "play", "play", "play"]);
});

test("loops follow, and stay aligned round after round", async ({ page }) => {
  const result = await page.evaluate(async (url) => {
    const { transport, playhead, context, wait, apart } = await ((await import(url)) as Module).start();
    const loops = () => playhead.loops.at(-1);
    const seen = [loops()];
    transport.setLoopPoints(1, 1.25);
    await wait(0.01);
    seen.push(loops());
    transport.loop = true;
    await wait(0.01);
    seen.push(loops());
    const begin = context.currentTime + 0.2;
    transport.start(begin, 1);
    await wait(1.6);
    const drift = apart(begin + 1.1, begin + 1.2);
    transport.loopEnd = 1;
    await wait(0.01);
    transport.stop();
    return { seen, drift, empty: loops()?.enabled, plays: playhead.log.filter((name) => name === "play").length };
  }, PAGE);
  expect(result.seen).toEqual([
    { enabled: false, startSeconds: 0, endSeconds: 0 },
    { enabled: false, startSeconds: 1, endSeconds: 1.25 },
    { enabled: true, startSeconds: 1, endSeconds: 1.25 },
  ]);
  // A whole number of ticks and of frames: nothing to drift apart by.
  expect(result.drift).toBeLessThan(0.01);
  expect(result.empty).toBe(false);
  expect(result.plays).toBe(1);
});

test("a new tempo keeps the second of the song and the loop's seconds, stopped or playing", async ({ page }) => {
  const result = await page.evaluate(async (url) => {
    const { transport, playhead, context, wait, apart } = await ((await import(url)) as Module).start();
    transport.ticks = 8 * 192;
    transport.setLoopPoints(2, 10);
    transport.loop = true;
    transport.bpm.value = 60;
    await wait(0.02);
    const stopped = { seconds: transport.seconds, ticks: transport.ticks, playhead: playhead.seconds(), loop: playhead.loops.at(-1) };
    const begin = context.currentTime + 0.2;
    transport.start(begin);
    await wait(0.5);
    const changed = context.currentTime + 0.1;
    transport.bpm.value = 90;
    await wait(0.5);
    const steady = apart(changed + 0.05, context.currentTime);
    const bars = transport.getTicksAtTime(changed + 0.2) / transport.getSecondsAtTime(changed + 0.2);
    transport.pause();
    await wait(0.3);
    const paused = transport.seconds - playhead.seconds();
    transport.stop();
    return { stopped, steady, bars, paused, log: playhead.log.slice(0, 4) };
  }, PAGE);
  expect(result.stopped.seconds).toBeCloseTo(4, 9);
  expect(result.stopped.playhead).toBeCloseTo(4, 9);
  expect(result.stopped.ticks).toBe(4 * 192);
  expect(result.stopped.loop).toEqual({ enabled: true, startSeconds: 2, endSeconds: 10 });
  expect(result.steady).toBeLessThan(1);
  expect(result.bars).toBeCloseTo(192 * 1.5, 3);
  expect(Math.abs(result.paused)).toBeLessThan(1e-4);
  expect(result.log).toEqual(["seek", "seek", "play", "pause"]);
});

test("a start that is told late, after a long task, begins where Tone's clock is by then", async ({ page }) => {
  const result = await page.evaluate(async (url) => {
    const { transport, playhead, context, wait, apart } = await ((await import(url)) as Module).start();
    transport.start(context.currentTime + 0.12, 2);
    const until = performance.now() + 500;
    while (performance.now() < until);
    const early = playhead.log.includes("play");
    await wait(0.4);
    const drift = apart(context.currentTime - 0.1, context.currentTime);
    transport.stop();
    return { early, drift, playing: playhead.seconds() > 2 };
  }, PAGE);
  expect(result).toEqual({ early: false, drift: expect.any(Number), playing: true });
  expect(result.drift).toBeLessThan(0.01);
});

test("a transport that plays already is joined; after the undo nothing comes any more", async ({ page }) => {
  const result = await page.evaluate(async (url) => {
    const { start, connectTransport } = (await import(url)) as Module;
    const { transport, playhead, disconnect, context, wait, apart } = await start();
    disconnect();
    const left = playhead.log.length;
    transport.start(context.currentTime + 0.05, 3);
    transport.loop = false;
    await wait(0.4);
    const silent = playhead.log.length === left && playhead.loops.length === 1;
    const own = ["loop", "loopStart", "loopEnd"].some((name) => Object.hasOwn(transport, name)) || Object.hasOwn(transport.bpm, "value");
    connectTransport(transport, playhead, context);
    await wait(0.3);
    const joined = apart(context.currentTime - 0.1, context.currentTime);
    transport.stop();
    const other = new AudioContext();
    let refusal = "";
    try { connectTransport(transport, playhead, other); } catch (error) { refusal = String(error); }
    return { silent, own, joined, refusal };
  }, PAGE);
  expect(result.silent).toBe(true);
  expect(result.own).toBe(false);
  expect(result.joined).toBeLessThan(0.01);
  expect(result.refusal).toContain("call adoptContext with the engine's context first");
});

test("a Tone instrument is heard on its channel until the undo", async ({ page }) => {
  const { connected, before, after } = await page.evaluate(async (url) => ((await import(url)) as Module).captureSource(), PAGE);
  expect(connected).toEqual(["lead"]);
  expect(before).toBeGreaterThan(0.1);
  expect(after).toBe(0);
});
