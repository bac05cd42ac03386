import { createStrip, type Strip } from "@headroom/session";
import {
  allRunning, channel, EQ, insert, METER, programme, SAMPLE_RATE, sessionOf, slots, startEngine, TRIM, until, wait,
} from "./engine.browser.page.js";
import { compare, record, withoutDropouts } from "./recording.browser.page.js";
import { withRichSession } from "./rich-session.browser.page.js";
import { bundleUrl, FAULTY, FAULTY_BUNDLE } from "./faulty-plugin.js";

/** Rule: a bounce equals the captured real-time master bit for bit. */
export async function bounceEqualsCapture(seconds: number) {
  return withoutDropouts(() => withRichSession("isolated", async (engine, context) => {
    const audio = await record(engine, context, seconds);
    engine.playhead.stop();
    const progress: number[] = [];
    const result = await engine.bounce({ startSeconds: 0, endSeconds: seconds, bitDepth: "32f", onProgress: (done) => progress.push(done) });
    const data = new DataView(await result.wav.arrayBuffer(), 58);
    const bounced = [0, 1].map((c) => Float32Array.from({ length: result.frames }, (_, i) => data.getFloat32((i * 2 + c) * 4, true)));
    return { ...compare(audio, bounced), dropouts: engine.status().dropouts, timesRealTime: result.timesRealTime, progress: progress.length };
  }));
}

/** Rule: two copies of a channel, one through four flat isolated inserts, one inverted and empty, sum to silence. */
export async function flatChainNulls(seconds: number) {
  return withoutDropouts(async () => {
  const { engine, context } = await startEngine({ hop: 8192 });
  const flat = slots(insert("n1", EQ), insert("n2", TRIM), insert("n3", METER), insert("n4", EQ));
  const session = sessionOf([channel("a", { inserts: flat }, "song"), channel("b", { invert: [true, true] }, "song")]);
  engine.addAudio("song", programme(5, 1));
  engine.update(session);
  await allRunning(engine, session);
  const audio = await record(engine, context, seconds);
  const status = engine.status();
  const meter = { peak: new Float32Array(2), rms: new Float32Array(2), max: new Float32Array(2), clips: 0 };
  engine.readMeter("a", "output", meter);
  await engine.dispose();
  await context.close();
  return { most: Math.max(...audio.map((samples) => samples.reduce((most, x) => Math.max(most, Math.abs(x)), 0))), channelPeak: meter.max[0], dropouts: status.dropouts };
  });
}

export type FaultKind = "kill" | "throw" | "hang" | "nan" | "loud";
const FAULT_NUMBER = { kill: 0, throw: 1, hang: 2, nan: 3, loud: 4 } as const;

/** Rule: a plugin that fails costs the mix nothing but its own effect, and is back with its parameters. */
export async function faultIsHarmless(kind: FaultKind) {
  const workers: Worker[] = [];
  const NativeWorker = Worker;
  const { engine, context } = await startEngine({ hop: 4096 });
  await engine.registerPlugin({ url: bundleUrl(FAULTY_BUNDLE) });
  // The test needs a hand on the insert's worker to kill it, as the browser might.
  globalThis.Worker = class extends NativeWorker {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      if (options?.name?.endsWith(" bad")) workers.push(this);
    }
  };
  const notices: string[] = [];
  engine.onNotice(({ text }) => notices.push(text));
  const sine = programme(20, 1);
  for (const samples of sine.channels) for (let i = 0; i < samples.length; i++) samples[i] = 0.5 * Math.sin((2 * Math.PI * 110 * i) / SAMPLE_RATE);
  engine.addAudio("a", sine);
  const session = sessionOf([channel("a", { inserts: slots(insert("before", TRIM), insert("bad", FAULTY), insert("after", EQ)) })]);
  engine.update(session);
  await allRunning(engine, session);
  globalThis.Worker = NativeWorker;

  engine.playhead.play(0);
  await wait(1.5);
  const from = engine.status().quanta * 128;
  const output = engine.capture(3 * SAMPLE_RATE, from);
  await wait(0.5);
  const failedAt = performance.now();
  if (kind === "kill") {
    // Chromium gives a sleeping worker two seconds; a message wakes it, and it ends at its event loop.
    engine.ping("bad").catch(() => undefined);
    workers.at(-1)?.terminate();
  } else {
    engine.setParameter("bad", "fault", FAULT_NUMBER[kind]);
  }
  await until(() => engine.insertStatus("bad")?.state === "recovering", "the fault is seen", 3);
  const seenMs = performance.now() - failedAt;
  if (kind !== "kill") engine.setParameter("bad", "fault", 0);
  await until(() => engine.insertStatus("bad")?.state === "running", "the insert is back", 5);
  const backMs = performance.now() - failedAt;
  await until(() => engine.status().quanta * 128 > from + 3.2 * SAMPLE_RATE, "the recording is full", 6);
  const left = output[0] ?? new Float32Array();
  let step = 0;
  let finite = true;
  let stepAt = 0;
  for (let i = 1; i < left.length; i++) {
    const change = Math.abs((left[i] ?? 0) - (left[i - 1] ?? 0));
    if (change > step) stepAt = i;
    step = Math.max(step, change);
    finite &&= Number.isFinite(left[i]);
  }
  // A cycle of 110 Hz is 437 frames: a window of 512 is never quiet unless there is a gap.
  const levels: number[] = [];
  for (let i = 0; i + 512 <= left.length; i += 256) levels.push(left.subarray(i, i + 512).reduce((most, x) => Math.max(most, Math.abs(x)), 0));
  const result = {
    seenMs, backMs, step, stepAt, around: [...left.slice(stepAt - 3, stepAt + 3)], finite,
    ownStep: (0.25 * 2 * Math.PI * 110) / SAMPLE_RATE,
    quietest: Math.min(...levels), loudest: Math.max(...levels), end: levels.at(-1) ?? 0,
    states: ["before", "after"].map((id) => engine.insertStatus(id)),
    notices, status: engine.status(),
  };
  await engine.dispose();
  await context.close();
  return result;
}

/** Rule: a busy worker answers comlink quickly. */
export async function pings(count: number) {
  return withRichSession("isolated", async (engine) => {
    engine.playhead.play(0);
    const times: number[] = [];
    for (let i = 0; i < count; i++) {
      times.push(await engine.ping(`eq${(i % 4) + 1}`));
      await wait(0.005);
    }
    times.sort((a, b) => a - b);
    return { median: times[Math.floor(count / 2)] ?? Infinity, most: times.at(-1) ?? Infinity };
  });
}

/** Rule: edits while playing make no step larger than the programme's own. */
export async function editsAreSmooth() {
  const { engine, context } = await startEngine({ hop: 4096 });
  const sine = programme(30, 1);
  for (const samples of sine.channels) for (let i = 0; i < samples.length; i++) samples[i] = 0.5 * Math.sin((2 * Math.PI * 110 * i) / SAMPLE_RATE);
  engine.addAudio("a", sine);
  const half = insert("half", TRIM, { gain: -6 });
  const eq = insert("eq", EQ, { "band3.enabled": true, "band3.type": "bell", "band3.frequency": 110, "band3.gain": 3 });
  // What a comparison of two settings comes to: many parameters at once.
  const otherEq = { ...eq, params: { "band2.enabled": true, "band2.type": "low-shelf", "band2.frequency": 300, "band2.gain": 5, "band6.enabled": true, "band6.gain": 12 } };
  const bus = createStrip("bus", { id: "bus", name: "Bus", inserts: slots(insert("onBus", TRIM)) });
  const session = (inserts: Strip["inserts"], fields: Partial<Strip> = {}) => sessionOf([channel("a", { inserts, ...fields }), bus]);
  engine.update(session(slots(half)));
  await allRunning(engine, session(slots(half)));
  engine.playhead.play(0);
  await wait(1);
  const edits: Record<string, () => void> = {
    "longer hop": () => { engine.setHop(8192); },
    "shorter hop": () => { engine.setHop(4096); },
    "add an insert": () => { engine.update(session(slots(half, eq))); },
    "exchange two inserts": () => { engine.update(session(slots(eq, half))); },
    "bypass": () => { engine.update(session(slots({ ...eq, bypass: true }, half))); },
    "unbypass": () => { engine.update(session(slots(eq, half))); },
    "other setting": () => { engine.update(session(slots(otherEq, half))); },
    "first setting": () => { engine.update(session(slots(eq, half))); },
    "move to a bus": () => { engine.update(session(slots(eq, half), { output: "bus" })); },
    "move back": () => { engine.update(session(slots(eq, half), { output: "master" })); },
    "remove an insert": () => { engine.update(session(slots(half))); },
    "remove the last insert": () => { engine.update(session(slots())); },
    "fader": () => { engine.setStripControl("a", "faderDb", -12); },
    "mute": () => { engine.setStripControl("a", "audible", 0); },
  };
  const heard: Record<string, { step: number; quietest: number; loudest: number }> = {};
  for (const [name, edit] of Object.entries(edits)) {
    const from = engine.status().quanta * 128;
    const output = engine.capture(1.5 * SAMPLE_RATE, from);
    await wait(0.1);
    edit();
    await until(() => engine.status().quanta * 128 > from + 1.5 * SAMPLE_RATE + 256, "the recording is full", 6);
    const left = output[0] ?? new Float32Array();
    let step = 0;
    for (let i = 1; i < left.length; i++) step = Math.max(step, Math.abs((left[i] ?? 0) - (left[i - 1] ?? 0)));
    // Windows of more than a cycle: none is quiet but in a gap.
    const levels: number[] = [];
    for (let i = 0; i + 512 <= left.length; i += 256) levels.push(left.subarray(i, i + 512).reduce((most, x) => Math.max(most, Math.abs(x)), 0));
    heard[name] = { step, quietest: Math.min(...levels), loudest: Math.max(...levels) };
  }
  const result = { heard, stepOf: (2 * Math.PI * 110) / SAMPLE_RATE, status: engine.status() };
  await engine.dispose();
  await context.close();
  return result;
}

/** Rule: what is added while another change is under way is heard, and a plugin that comes late is taken up. */
export async function lateComersAreHeard() {
  const { engine, context } = await startEngine({ hop: 4096 });
  const level = (id: string) => {
    const reading = { peak: new Float32Array(2), rms: new Float32Array(2), max: new Float32Array(2), clips: 0 };
    engine.readMeter(id, "output", reading);
    return reading.peak[0] ?? 0;
  };
  engine.addAudio("song", programme(20, 1));
  const strips = [channel("a", { inserts: slots(insert("x", TRIM), insert("late", FAULTY)) }, "song")];
  engine.update(sessionOf(strips));
  await until(() => engine.insertStatus("x")?.state === "running", "the insert runs");
  engine.playhead.play(0);
  await wait(0.5);
  for (const id of ["b", "c", "d"]) {
    strips.push(channel(id, {}, "song"));
    engine.update(sessionOf(strips));
    await wait(0.02);
  }
  await wait(1.5);
  const before = engine.insertStatus("late")?.state;
  const levels = ["a", "b", "c", "d"].map(level);
  await engine.registerPlugin({ url: bundleUrl(FAULTY_BUNDLE) });
  await until(() => engine.insertStatus("late")?.state === "running", "the late plugin runs");
  // A held fader stays where the hand has it while something else is edited.
  engine.setStripControl("b", "faderDb", -20);
  strips[2] = { ...(strips[2] as Strip), name: "another name" };
  engine.update(sessionOf(strips));
  await wait(2);
  const result = { before, levels, afterLate: level("a"), held: level("b") };
  await engine.dispose();
  await context.close();
  return result;
}

/** Rule: a value that a parameter does not take is corrected, and said once for each parameter of each insert. */
export async function correctionsAreToldOnce() {
  const { engine, context } = await startEngine();
  const notices: (readonly [insert: string | undefined, text: string])[] = [];
  engine.onNotice(({ insertId, severity, text }) => severity === "warning" && notices.push([insertId, text]));
  engine.addAudio("a", programme(10, 1));
  const session = (gain: number) => sessionOf([channel("a", { name: "Bass", inserts: slots(insert("eq", EQ, { "band3.gain": gain }), insert("trim", TRIM)) })]);
  engine.update(session(90));
  engine.update(session(95));
  await allRunning(engine, session(95));
  for (let frame = 0; frame < 48_000; frame += 4800) engine.setParameter("trim", "gain", Number.NaN, frame);
  engine.setParameter("trim", "gain", 1e6);
  await engine.setHosting("inline");
  const { peak } = await engine.bounce({ startSeconds: 0, endSeconds: 0.5, bitDepth: "32f" });
  await engine.dispose();
  await context.close();
  return { notices, peak };
}

const PROBE = "test.headroom.probe";
const PROBE_BUNDLE = `
const names = ["fetch", "XMLHttpRequest", "WebSocket", "EventSource", "WebTransport", "indexedDB", "caches", "navigator",
  "BroadcastChannel", "MessageChannel", "MessagePort", "Worker", "SharedWorker", "importScripts", "postMessage", "onmessage",
  "addEventListener", "location", "origin", "name", "close", "setTimeout", "setInterval", "performance", "crypto", "EventTarget",
  "URL", "Blob", "FileReader", "OffscreenCanvas", "createImageBitmap", "Notification", "WorkerGlobalScope", "DedicatedWorkerGlobalScope"];
const reachable = names.filter((name) => { try { return (0, globalThis[name]) !== undefined; } catch { return false; } });
const proto = Object.getPrototypeOf(globalThis);
if (proto && proto.constructor && proto.constructor !== Object) reachable.push("constructor");
export const attempt = async () => {
  const tries = [
    () => new Function("return 1")(),
    () => (0, eval)("1"),
    () => import("https://example.com/x.js"),
    () => import("data:text/javascript,export default 1"),
    () => globalThis.fetch("/"),
    () => new globalThis.Worker("x.js"),
  ];
  const results = [];
  for (const go of tries) { try { await go(); results.push("allowed"); } catch { results.push("refused"); } }
  return results;
};
const attempts = await attempt();
export default {
  id: "${PROBE}", name: JSON.stringify({ reachable, attempts }), vendor: "Headroom tests", version: "1.0.0", features: ["utility"],
  params: {}, readouts: {}, processor: () => ({ process() {} }),
};`;

/** Rule: a plugin sees only its audio and its parameters. Runs in the worker as built and served with its header. */
export async function sandboxHolds() {
  const { engine, context } = await startEngine();
  const { name } = await engine.registerPlugin({ url: bundleUrl(PROBE_BUNDLE) });
  await engine.dispose();
  await context.close();
  return JSON.parse(name) as { reachable: string[]; attempts: string[] };
}

/** What a person is told about plugins that cannot be loaded. */
export async function badPlugins() {
  const { engine, context } = await startEngine();
  const said = async (url: string) => {
    try {
      await engine.registerPlugin({ url });
      return "it loaded";
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  };
  const [notFound, wrongContract, notAScript, endless] = await Promise.all([
    said("/packages/engine/no-such-plugin.js"),
    said(bundleUrl(`export default { id: "nodots", name: "x", vendor: "x", version: "1.0.0", features: 7, params: {}, readouts: {} };`)),
    said(bundleUrl("this is no script")),
    said(bundleUrl("for (;;);")),
  ]);
  await engine.dispose();
  await context.close();
  return { notFound, wrongContract, notAScript, endless };
}
