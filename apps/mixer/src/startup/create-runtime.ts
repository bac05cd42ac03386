import type { MixerEngine } from "@headroom/engine";
import { AudioStore, PresetStore } from "@headroom/session";
import type { Runtime } from "../app/runtime.js";
import { AudioLibrary } from "../audio/audio-library.js";
import { ControlHandles } from "../engine/control-handles.js";
import { PluginCatalog } from "../plugins/plugin-catalog.js";
import { Observable } from "../state/observable.js";
import { notify } from "../status/notices.js";
import { Transport } from "../transport/transport.js";
import { openLastSession } from "./open-session.js";
import type { StartupState } from "./startup-state.js";

/** Makes everything that the first picture needs; the engine follows. */
export async function createRuntime(): Promise<Runtime> {
  const plugins = new PluginCatalog();
  const [opened, store, presets] = await Promise.all([
    openLastSession(plugins.labels),
    AudioStore.open((problem) => notify("warning", problem)),
    PresetStore.open((problem) => notify("warning", problem)),
  ]);
  const { document } = opened;
  const context = new AudioContext({ sampleRate: document.snapshot().sampleRate, latencyHint: "interactive" });
  const engine = new Observable<MixerEngine | undefined>(undefined);
  return {
    context,
    document,
    engine,
    plugins,
    presets,
    library: new AudioLibrary(store, engine),
    handles: new ControlHandles(document, engine),
    transport: new Transport(context, document, engine),
    startup: new Observable<StartupState>({ phase: "engine" }),
  };
}
