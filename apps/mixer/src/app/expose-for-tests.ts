import type { MixerEngine } from "@headroom/engine";
import type { PresetStore, SessionDocument } from "@headroom/session";
import type { PluginCatalog } from "../plugins/plugin-catalog.js";
import type { Runtime } from "./runtime.js";

declare global {
  interface Window {
    /** For tests and for looking at a running mixer from the browser's console. The only global of the app. */
    headroom?: { readonly document: SessionDocument; readonly presets: PresetStore; readonly plugins: PluginCatalog; readonly engine: MixerEngine | undefined };
  }
}

/** Puts document, presets, plugins and engine where tests and the console find them. */
export function exposeForTests({ document, presets, plugins, engine }: Runtime): void {
  window.headroom = {
    document,
    presets,
    plugins,
    get engine() {
      return engine.value;
    },
  };
}
