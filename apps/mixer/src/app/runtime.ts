import type { MixerEngine } from "@headroom/engine";
import type { PresetStore, SessionDocument } from "@headroom/session";
import { createContext, useContext } from "react";
import type { AudioLibrary } from "../audio/audio-library.js";
import type { ControlHandles } from "../engine/control-handles.js";
import type { PluginCatalog } from "../plugins/plugin-catalog.js";
import type { Sessions } from "../startup/open-session.js";
import type { StartupState } from "../startup/startup-state.js";
import type { Observable } from "../state/observable.js";
import type { Transport } from "../transport/transport.js";

/** What the app is made of. Made once, before the first component is drawn. */
export interface Runtime {
  readonly context: AudioContext;
  readonly document: SessionDocument;
  /** Where the document is kept, beside others. A page without: its session is not kept. */
  readonly sessions: Sessions | undefined;
  /** `undefined` until it has started. */
  readonly engine: Observable<MixerEngine | undefined>;
  readonly library: AudioLibrary;
  readonly plugins: PluginCatalog;
  /** The person's own presets, for all plugins. */
  readonly presets: PresetStore;
  readonly handles: ControlHandles;
  readonly transport: Transport;
  readonly startup: Observable<StartupState>;
}

export const RuntimeContext = createContext<Runtime | undefined>(undefined);

/** The app's parts, in any component. */
export function useRuntime(): Runtime {
  const runtime = useContext(RuntimeContext);
  if (!runtime) throw new Error("This component is drawn outside the app.");
  return runtime;
}
