import { createEngine, type MixerEngine } from "@headroom/engine";
import type { SessionDocument } from "@headroom/session";
import type { Runtime } from "../app/runtime.js";
import { attempt } from "../session/attempt.js";
import { tellEngineNotices } from "../status/engine-notices.js";
import { hopSetting } from "../status/hop-setting.js";
import { notify } from "../status/notices.js";
import { loadClock } from "../transport/transport.js";

/** Starts the engine with the built-in plugins and makes it play the document, now and after each edit. */
export async function startEngine({ context, plugins, document, engine: current }: Runtime): Promise<MixerEngine> {
  // Tone is fetched meanwhile.
  void loadClock().catch(() => undefined);
  const engine = await createEngine({ context, hosting: crossOriginIsolated ? "isolated" : "inline", hop: hopSetting.value });
  engine.node.connect(context.destination);
  tellEngineNotices(engine);
  await Promise.all([plugins.register(engine), plugins.restore(engine)]);
  for (const fault of [...plugins.faults.value, ...plugins.lost.value.map((plugin) => plugin.fault)]) notify("error", fault);
  const update = () => attempt(() => engine.update(document.snapshot()));
  update();
  document.subscribe(update);
  keepStates(engine, document);
  current.set(engine);
  resumeWithFirstGesture(context);
  return engine;
}

/** What plugins save of their own goes into the document, and is asked for when the page may be about to close. */
function keepStates(engine: MixerEngine, document: SessionDocument): void {
  engine.onSaved((insertId, setting, state) => void attempt(() => document.inserts.keepState(insertId, setting, state)));
  addEventListener("visibilitychange", () => {
    if (globalThis.document.visibilityState === "hidden") void engine.saveStates();
  });
}

/** Browsers let sound begin only with a click or key. */
function resumeWithFirstGesture(context: AudioContext): void {
  const gestures = ["pointerdown", "keydown"];
  const resume = () => {
    for (const gesture of gestures) removeEventListener(gesture, resume);
    // Where it still may not, play says so.
    context.resume().catch(() => undefined);
  };
  for (const gesture of gestures) addEventListener(gesture, resume);
}
