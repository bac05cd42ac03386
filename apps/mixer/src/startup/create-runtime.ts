import { AudioStore, PluginStore, PresetStore } from "@headroom/session";
import type { Runtime } from "../app/runtime.js";
import { PluginCatalog } from "../plugins/plugin-catalog.js";
import { notify } from "../status/notices.js";
import { assembleRuntime } from "./assemble-runtime.js";
import { openLastSession } from "./open-session.js";

/** Makes everything that the mixer's first picture needs; the engine follows. */
export async function createRuntime(): Promise<Runtime> {
  const plugins = new PluginCatalog(PluginStore.open((problem) => notify("warning", problem)));
  const [{ document }, store, presets] = await Promise.all([
    openLastSession(plugins.labels),
    AudioStore.open((problem) => notify("warning", problem)),
    PresetStore.open((problem) => notify("warning", problem)),
  ]);
  return assembleRuntime({ document, plugins, store, presets });
}
