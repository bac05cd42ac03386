import type { Runtime } from "../app/runtime.js";
import { notify, sentence } from "../status/notices.js";
import { loadAudio } from "./load-audio.js";
import { startEngine } from "./start-engine.js";

/** Brings the mixer from its first picture to playing. What fails is said in words; the rest stays usable. */
export async function start(runtime: Runtime): Promise<void> {
  const { startup, transport } = runtime;
  const engine = startEngine(runtime);
  const [started, loaded] = await Promise.allSettled([engine, loadAudio(runtime, engine)]);
  if (started.status === "rejected") {
    startup.set({ phase: "silent", reason: `The audio engine did not start: ${sentence(started.reason)}` });
    return;
  }
  if (loaded.status === "rejected") notify("error", `The audio was not loaded: ${sentence(loaded.reason)}`);
  startup.set({ phase: "ready" });
  // Tone is large and not needed before the first press of play.
  const prepare = () => transport.prepare().catch((error: unknown) => notify("error", `The transport did not load: ${sentence(error)} Load the page again.`));
  if (typeof requestIdleCallback === "function") requestIdleCallback(() => void prepare());
  else setTimeout(prepare, 200);
}
