import { AudioStore, PresetStore, SessionDocument } from "@headroom/session";
import type { Runtime } from "../app/runtime.js";
import { PluginCatalog } from "../plugins/plugin-catalog.js";
import { assembleRuntime } from "../startup/assemble-runtime.js";
import { notify } from "../status/notices.js";
import { emptyListeningSession } from "./listening-session.js";

/** Makes the listening page's parts around a session of its own, which is not kept: the mixer's stays as it is. */
export async function createListeningRuntime(): Promise<Runtime> {
  const plugins = new PluginCatalog();
  const [store, presets] = await Promise.all([
    AudioStore.open((problem) => notify("warning", problem)),
    PresetStore.open((problem) => notify("warning", problem)),
  ]);
  const document = new SessionDocument(emptyListeningSession(), { labels: plugins.labels });
  return assembleRuntime({ document, sessions: undefined, plugins, store, presets });
}
