import { AudioStore, PresetStore, SessionDocument } from "@headroom/session";
import type { Runtime } from "../app/runtime.js";
import { PluginCatalog } from "../plugins/plugin-catalog.js";
import { assembleRuntime } from "../startup/assemble-runtime.js";
import { notify } from "../status/notices.js";
import { faultSession } from "./fault-session.js";

/** Makes the fault page's parts around a session of its own, which is not kept: the mixer's stays as it is. */
export async function createFaultRuntime(): Promise<Runtime> {
  const plugins = new PluginCatalog();
  const warn = (problem: string) => notify("warning", problem);
  const [store, presets] = await Promise.all([AudioStore.open(warn), PresetStore.open(warn)]);
  const document = new SessionDocument(faultSession(), { labels: plugins.labels });
  return assembleRuntime({ document, sessions: undefined, plugins, store, presets });
}
