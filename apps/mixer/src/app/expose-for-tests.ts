import type { MixerEngine } from "@headroom/engine";
import type { SessionDocument } from "@headroom/session";
import type { Runtime } from "./runtime.js";

declare global {
  interface Window {
    /** For tests and for looking at a running mixer from the browser's console. The only global of the app. */
    headroom?: { readonly document: SessionDocument; readonly engine: MixerEngine | undefined };
  }
}

/** Puts document and engine where tests and the console find them. */
export function exposeForTests({ document, engine }: Runtime): void {
  window.headroom = {
    document,
    get engine() {
      return engine.value;
    },
  };
}
