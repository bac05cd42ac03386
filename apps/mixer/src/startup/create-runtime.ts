import { AudioStore, PluginStore, PresetStore } from "@headroom/session";
import type { Runtime } from "../app/runtime.js";
import { PluginCatalog } from "../plugins/plugin-catalog.js";
import { notify } from "../status/notices.js";
import { assembleRuntime } from "./assemble-runtime.js";
import { openStartSession } from "./open-session.js";

/** Makes everything that the mixer's first picture needs; the engine follows. */
export async function createRuntime(): Promise<Runtime> {
  const plugins = new PluginCatalog(PluginStore.open((problem) => notify("warning", problem)));
  const [sessions, store, presets] = await Promise.all([
    openStartSession(plugins.labels),
    AudioStore.open((problem) => notify("warning", problem)),
    PresetStore.open((problem) => notify("warning", problem)),
  ]);
  void import("../sessions/tidy-storage.js").then(({ tidyStorage }) => tidyStorage(sessions.store, store));
  return assembleRuntime({ document: sessions.opened.document, sessions, plugins, store, presets });
}
