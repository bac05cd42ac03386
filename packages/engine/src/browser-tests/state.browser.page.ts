import type { HostingMode, MixerEngine } from "@headroom/engine";
import { SessionDocument, type Insert } from "@headroom/session";
import { allRunning, channel, SAMPLE_RATE, sessionOf, slots, startEngine, until, wait } from "./engine.browser.page.js";
import { bundleUrl } from "./faulty-plugin.js";
import { LEARNER, LEARNER_BUNDLE } from "./learning-plugin.js";

/** A mixer with one insert that learns, on a constant of 0.5, whose document keeps what it saves. */
async function withLearner<T>(hosting: HostingMode, state: Insert["state"], use: (mixer: Mixer) => Promise<T>): Promise<T> {
  const workers: Worker[] = [];
  const NativeWorker = Worker;
  globalThis.Worker = class extends NativeWorker {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      if (options?.name?.startsWith("Learner ")) workers.push(this);
    }
  };
  const { engine, context } = await startEngine({ hosting, hop: 4096 }, []);
  await engine.registerPlugin({ url: bundleUrl(LEARNER_BUNDLE), trusted: true });
  const notices: string[] = [];
  engine.onNotice(({ text }) => notices.push(text));
  const samples = new Float32Array(new SharedArrayBuffer(SAMPLE_RATE * 60 * 4)).fill(0.5);
  engine.addAudio("a", { sampleRate: SAMPLE_RATE, channels: [samples, samples] });
  const insert = { id: "x", plugin: LEARNER, version: "1.0.0", bypass: false, mix: 1, params: {}, ...(state && { state }) };
  const document = new SessionDocument({
    ...sessionOf([channel("a", { inserts: slots(insert) })]),
    audio: { a: { name: "a", sampleRate: SAMPLE_RATE, channels: 2, frames: samples.length } },
  });
  engine.update(document.snapshot());
  document.subscribe(() => engine.update(document.snapshot()));
  engine.onSaved((id, setting, saved) => document.inserts.keepState(id, setting, saved));
  await allRunning(engine, document.snapshot());
  engine.playhead.play(0);
  const levels = new Float32Array(4);
  const level = async () => {
    // The peak falls 20 dB in 1.7 s.
    await wait(2);
    engine.readInsertLevels("x", levels);
    return Math.round((levels[2] ?? 0) * 1000) / 1000;
  };
  const kept = () => document.snapshot().strips["a"]?.inserts.find((slot) => slot !== null)?.state;
  try {
    return await use({ engine, document, workers, notices, level, kept });
  } finally {
    globalThis.Worker = NativeWorker;
    await engine.dispose();
    await context.close();
  }
}

interface Mixer {
  readonly engine: MixerEngine;
  readonly document: SessionDocument;
  readonly workers: readonly Worker[];
  readonly notices: readonly string[];
  readonly level: () => Promise<number>;
  readonly kept: () => Insert["state"];
}

/** Rule: what a plugin learned survives the death of its worker, a change of hosting, a bounce, removal and its undo. */
export function stateSurvives() {
  return withLearner("isolated", undefined, async ({ engine, document, workers, level, kept }) => {
    const untouched = kept();
    engine.setParameter("x", "learn", 25);
    await until(() => kept() !== undefined, "the session has what the plugin saved", 3);
    const saved = kept();
    engine.ping("x").catch(() => undefined);
    workers.at(-1)?.terminate();
    await until(() => engine.insertStatus("x")?.state === "recovering", "the fault is seen", 5);
    await until(() => engine.insertStatus("x")?.state === "running", "the insert is back", 5);
    await wait(0.5);
    const afterKill = await level();
    await engine.setHosting("inline");
    const inline = await level();
    engine.setParameter("x", "learn", 40);
    await until(() => kept()?.data === '{"percent":40}', "what was learned inline is saved", 3);
    await engine.setHosting("isolated");
    const isolated = await level();
    // Learned a moment before, and not saved by itself yet.
    engine.setParameter("x", "learn", 60);
    await wait(0.15);
    const { peak } = await engine.bounce({ startSeconds: 0, endSeconds: 1, bitDepth: "32f" });
    engine.setParameter("x", "learn", 80);
    await wait(0.15);
    document.inserts.remove("x");
    await wait(0.5);
    document.undo();
    await until(() => engine.insertStatus("x")?.state === "running", "the insert is back", 5);
    await wait(0.5);
    return { untouched, saved, afterKill, inline, isolated, peak, afterUndo: await level(), last: kept() };
  });
}

/** Rule: the two settings have data of their own, and a copy has its original's. */
export function settingsHaveState() {
  return withLearner("isolated", undefined, async ({ engine, document, level, kept }) => {
    engine.setParameter("x", "learn", 25);
    await wait(0.1);
    document.settings.switch("x");
    const b = await level();
    engine.setParameter("x", "learn", 50);
    await until(() => kept()?.data === '{"percent":50}', "B is saved", 3);
    document.settings.switch("x");
    return { b, a: await level(), kept: kept(), other: document.snapshot().strips["a"]?.inserts[0]?.compare?.other.state };
  });
}

/** What becomes of data that an older or a newer plugin, or nobody in their right mind, saved. */
export function foreignState(state: NonNullable<Insert["state"]>) {
  return withLearner("isolated", state, async ({ engine, level, kept, notices }) => {
    const before = await level();
    engine.setParameter("x", "learn", 50);
    await wait(0.6);
    await engine.saveStates();
    const now = kept();
    return { before, after: await level(), isKept: now?.data === state.data, kept: (now?.data ?? "").slice(0, 50), notices: [...notices], status: engine.insertStatus("x")?.state };
  });
}

/** What is said when a plugin wants to save too much. */
export function tooMuch() {
  return withLearner("isolated", undefined, async ({ engine, notices, kept }) => {
    engine.setParameter("x", "learn", 950);
    await until(() => notices.length > 0, "it is said", 3);
    await wait(1);
    return { notices: [...notices], kept: kept(), status: engine.insertStatus("x")?.state };
  });
}
