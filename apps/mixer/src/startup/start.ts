import type { Runtime } from "../app/runtime.js";
import { notify, sentence } from "../status/notices.js";
import { watchPlugin } from "../plugins/watch-plugin.js";
import { startEngine } from "./start-engine.js";

/**
 * Fetches what a page plays. Plugins can be put into slots after `engineStarted`.
 */
export type LoadAudio = (runtime: Runtime, engineStarted: Promise<unknown>) => Promise<void>;

/**
 * Brings a page from its first picture to playing: engine, audio and Tone at once. What fails is said in
 * words; the rest stays usable. Each part leaves a mark for measuring ("headroom engine", "headroom audio",
 * "headroom clock", "headroom ready").
 */
export async function start(runtime: Runtime, loadAudio: LoadAudio): Promise<void> {
  const { startup, transport } = runtime;
  const engine = marked("headroom engine", startEngine(runtime));
  const [started, loaded, clock] = await Promise.allSettled([
    engine,
    marked("headroom audio", loadAudio(runtime, engine)),
    marked("headroom clock", engine.then(() => transport.prepare())),
  ]);
  if (started.status === "rejected") {
    startup.set({ phase: "silent", reason: `The audio engine did not start: ${sentence(started.reason)}` });
    return;
  }
  if (loaded.status === "rejected") notify("error", `The audio was not loaded: ${sentence(loaded.reason)}`);
  if (clock.status === "rejected") notify("error", `The transport did not load: ${sentence(clock.reason)} Load the page again.`);
  startup.set({ phase: "ready" });
  const followed = new URLSearchParams(location.search).get("plugin");
  if (followed !== null) watchPlugin(runtime, followed);
  performance.mark("headroom ready");
}

async function marked<Result>(name: string, work: Promise<Result>): Promise<Result> {
  const result = await work;
  performance.mark(name);
  return result;
}
