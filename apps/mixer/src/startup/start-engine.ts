import { createEngine, type MixerEngine } from "@headroom/engine";
import type { Runtime } from "../app/runtime.js";
import { attempt } from "../session/attempt.js";
import { notify, sentence } from "../status/notices.js";
import { renderDemo } from "./render-demo.js";

/** Starts the engine and gives it session and audio. What fails is said in words; the mixer stays usable. */
export async function startEngine(runtime: Runtime): Promise<void> {
  const { context, startup, plugins, document, library } = runtime;
  try {
    const engine = await createEngine({ context, hosting: crossOriginIsolated ? "isolated" : "inline" });
    engine.node.connect(context.destination);
    engine.onNotice(({ severity, text }) => notify(severity, text));
    await plugins.register(engine);
    for (const fault of plugins.faults.value) notify("error", fault);
    followDocument(runtime, engine);
    resumeWithFirstGesture(context);
  } catch (error) {
    startup.set({ phase: "silent", reason: `The audio engine did not start: ${sentence(error)}` });
    return;
  }
  try {
    if (isNew(runtime)) await renderDemo(runtime);
    else {
      const missing = await library.load(document, (done, total) => startup.set({ phase: "audio", done, total }));
      if (missing.length > 0) notify("error", `The audio of ${missing.join(", ")} is not stored on this computer any more: add ${missing.length === 1 ? "the file" : "the files"} again.`);
    }
  } catch (error) {
    notify("error", `The audio was not loaded: ${sentence(error)}`);
  }
  startup.set({ phase: "ready" });
  requestIdleCallback(() => void runtime.transport.prepare());
}

/** Makes the engine play the document as it is, now and after each edit. */
function followDocument({ document, engine: current }: Runtime, engine: MixerEngine): void {
  const update = () => attempt(() => engine.update(document.snapshot()));
  update();
  document.subscribe(update);
  current.set(engine);
}

/** Whether nothing has ever happened in the session: then the demo song goes in. */
function isNew({ document }: Runtime): boolean {
  const { order, name, audio } = document.snapshot();
  return order.length === 0 && name === "Untitled" && Object.keys(audio).length === 0;
}

/** Browsers let sound begin only with a click or key. */
function resumeWithFirstGesture(context: AudioContext): void {
  const resume = () => {
    removeEventListener("pointerdown", resume);
    removeEventListener("keydown", resume);
    void context.resume();
  };
  addEventListener("pointerdown", resume);
  addEventListener("keydown", resume);
}
