import type { MixerEngine } from "@headroom/engine";
import type { PresetStore, SessionDocument } from "@headroom/session";
import type { Runtime } from "./runtime.js";

declare global {
  interface Window {
    /** For tests and for looking at a running mixer from the browser's console. The only global of the app. */
    headroom?: { readonly document: SessionDocument; readonly presets: PresetStore; readonly engine: MixerEngine | undefined };
  }
}

/** Puts document, presets and engine where tests and the console find them. */
export function exposeForTests({ document, presets, engine }: Runtime): void {
  window.headroom = {
    document,
    presets,
    get engine() {
      return engine.value;
    },
  };
}
