import type { MixerEngine } from "@headroom/engine";
import type { AudioStore } from "@headroom/session";
import { onFrame } from "@headroom/ui";
import type { Runtime } from "../app/runtime.js";
import { AudioLibrary } from "../audio/audio-library.js";
import { Automation } from "../automation/automation.js";
import { ControlHandles } from "../engine/control-handles.js";
import { Observable } from "../state/observable.js";
import { Transport } from "../transport/transport.js";
import type { StartupState } from "./startup-state.js";

/** The app's parts around a document; the engine follows. */
export function assembleRuntime({ store, ...given }: Pick<Runtime, "document" | "sessions" | "plugins" | "presets"> & { readonly store: AudioStore }): Runtime {
  const { document } = given;
  const context = new AudioContext({ sampleRate: document.snapshot().sampleRate, latencyHint: "interactive" });
  const engine = new Observable<MixerEngine | undefined>(undefined);
  const transport = new Transport(context, document, engine);
  const automation = new Automation(document, engine, transport, (pluginId) => given.plugins.descriptor(pluginId));
  const handles = new ControlHandles(document, engine, automation);
  onFrame(() => {
    automation.frame(performance.now());
    handles.follow();
  });
  return {
    ...given,
    context,
    engine,
    library: new AudioLibrary(store, engine),
    handles,
    transport,
    startup: new Observable<StartupState>({ phase: "engine" }),
  };
}
