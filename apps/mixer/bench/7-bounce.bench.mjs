import { mkdirSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { encodeWav } from "@headroom/engine";
import { createSession, createStrip, emptySlots, MASTER_ID } from "@headroom/session";
import { loadChannels, openMixer } from "./page.mjs";
import { bellParams, bells, SAMPLE_RATE, whiteNoise } from "./pages/processor-run.mjs";
import { fastestRuns, headroom, inTemporaryFolder, isInstalled } from "./programs.mjs";

const STEMS = 16;
const INSERTS = 3;
const SECONDS = 180;
const ROUNDS = 3;
const PAGE_SECONDS = 60;
const EQ = "dev.headroom.parametric-eq";

/** The same filters and sum as `headroom render`, sox and ffmpeg do them; and a bounce in a page that goes on drawing. */
export async function bench(context) {
  return [...(await onFiles()), ...(await inPage(context))];
}

async function onFiles() {
  return inTemporaryFolder(async (folder) => {
    const stems = writeSession(folder);
    const output = (name) => path.join(folder, `${name}.wav`);
    const rivals = [];
    if (await isInstalled("sox", "--version")) rivals.push({ name: "sox", program: sox(stems, output("sox")) });
    if (await isInstalled("ffmpeg", "-version")) rivals.push({ name: "ffmpeg", program: ffmpeg(stems, output("ffmpeg")) });
    const own = headroom("render", folder, "-o", output("headroom"), "--bits", "32f", "--tail", "0");
    const [ours, ...theirs] = await fastestRuns([own, ...rivals.map(({ program }) => program)], ROUNDS);
    const fastest = Math.min(...theirs);
    const cores = os.availableParallelism();
    return [
      {
        what: `bounce in Node: ${STEMS} stems × ${INSERTS} inserts (8-band EQ each), ${SECONDS / 60} minutes, WAV to WAV, the whole program on ${cores} cores, best of ${ROUNDS}`,
        target: "≥ 60 × real time",
        measured: `${(SECONDS / ours).toFixed(1)} × real time`,
      },
      {
        what: "… against the faster of sox and ffmpeg with the same filters and sum, in turns",
        target: "≥ 3 ×",
        measured: theirs.length === 0 ? "neither is installed here" : `${(fastest / ours).toFixed(1)} × (${rivals.map(({ name }, n) => `${name} ${(SECONDS / theirs[n]).toFixed(1)} × real time`).join(", ")})`,
      },
    ];
  });
}

/** @param {string} folder @returns {readonly string[]} The stems' files. */
function writeSession(folder) {
  mkdirSync(path.join(folder, "audio"));
  const signal = whiteNoise(SECONDS, 0.02);
  const wav = Buffer.from(encodeWav(signal, SAMPLE_RATE, "32f"));
  const params = bellParams(8);
  const keys = Array.from({ length: STEMS }, (_, n) => `stem${n}`);
  const strips = keys.map((key) =>
    createStrip("channel", {
      id: key,
      name: key,
      inserts: [...Array.from({ length: INSERTS }, (_, slot) => ({ id: `${key}-${slot}`, plugin: EQ, version: "0.1.0", bypass: false, mix: 1, params })), ...emptySlots().slice(INSERTS)],
      clips: [{ id: `${key}-clip`, audio: key, startSeconds: 0, offsetSeconds: 0, lengthSeconds: SECONDS, gainDb: 0 }],
    }),
  );
  const entry = { sampleRate: SAMPLE_RATE, channels: 2, frames: signal[0].length };
  const session = createSession({
    sampleRate: SAMPLE_RATE,
    strips: Object.fromEntries([createStrip("master", { id: MASTER_ID }), ...strips].map((strip) => [strip.id, strip])),
    order: keys,
    audio: Object.fromEntries(keys.map((key) => [key, { name: `${key}.wav`, ...entry }])),
  });
  writeFileSync(path.join(folder, "session.json"), JSON.stringify(session));
  return keys.map((key) => {
    const file = path.join(folder, "audio", `${key}.wav`);
    writeFileSync(file, wav);
    return file;
  });
}

const chain = (filter) => Array.from({ length: INSERTS }, () => bells(8).map(filter)).flat(2);

/** Sox filters a file at a time, so each stem is a sox of its own, all at once, whose output the last one adds up. */
function sox(stems, output) {
  const effects = chain(({ frequency, q, gain }) => ["equalizer", `${frequency}`, `${q}q`, `${gain}`]).join(" ");
  // Left to itself, -m would divide each by their number.
  return { command: "sox", args: ["-m", ...stems.flatMap((file) => ["-v", "1", `|sox ${file} -p ${effects}`]), "-e", "floating-point", "-b", "32", output] };
}

function ffmpeg(stems, output) {
  const filters = chain(({ frequency, q, gain }) => `equalizer=f=${frequency}:t=q:w=${q}:g=${gain}`).join();
  const graph = [...stems.map((_, n) => `[${n}]${filters}[s${n}]`), `${stems.map((_, n) => `[s${n}]`).join("")}amix=inputs=${stems.length}:normalize=0`].join(";");
  const threads = `${os.availableParallelism()}`;
  return { command: "ffmpeg", args: ["-v", "error", "-y", "-filter_complex_threads", threads, ...stems.flatMap((file) => ["-i", file]), "-filter_complex", graph, "-c:a", "pcm_f32le", output] };
}

async function inPage({ browser, url }) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const { page } = await openMixer(context, url);
  const demo = await bounceWhileDrawing(page);
  await loadChannels(page, STEMS, Array.from({ length: INSERTS }, () => ({ plugin: EQ, params: bellParams(8) })));
  const large = await bounceWhileDrawing(page, PAGE_SECONDS);
  await context.close();
  const row = (what, { timesRealTime, fps, longTasks }) => [
    { what: `bounce in the browser: ${what}, each insert isolated`, target: "≥ 30 × real time", measured: `${timesRealTime.toFixed(1)} × real time` },
    { what: "… frames a second meanwhile, and tasks over 50 ms", target: "60, 0", measured: `${fps.toFixed(1)}, ${longTasks}` },
  ];
  return [...row("the demo song", demo), ...row(`${STEMS} stems × ${INSERTS} inserts (8-band EQ each), ${PAGE_SECONDS} s`, large)];
}

/** Bounces the session's loop, or so many seconds, while a counter runs on every frame. */
function bounceWhileDrawing(page, seconds) {
  return page.evaluate(async (wanted) => {
    const { engine, document: session } = window.headroom;
    const endSeconds = wanted ?? session.snapshot().loop.endSeconds;
    let longTasks = 0;
    const observer = new PerformanceObserver((list) => (longTasks += list.getEntries().length));
    observer.observe({ entryTypes: ["longtask"] });
    let frames = 0;
    let running = true;
    const tick = () => {
      frames += 1;
      if (running) requestAnimationFrame(tick);
    };
    const started = performance.now();
    requestAnimationFrame(tick);
    const { timesRealTime } = await engine.bounce({ startSeconds: 0, endSeconds, bitDepth: 24 });
    running = false;
    observer.disconnect();
    return { timesRealTime, fps: frames / ((performance.now() - started) / 1000), longTasks };
  }, seconds);
}
