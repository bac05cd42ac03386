import { useEffect } from "react";
import { useRuntime } from "../app/runtime.js";
import { choosePlugin, chosenPlugin } from "./listening-session.js";
import { pluginOfAddress } from "./plugin-address.js";

/** Keeps the page's address and the plugin that is heard the same: a link chooses a plugin, an undo changes the address. */
export function useAddress(): void {
  const { document } = useRuntime();
  useEffect(() => {
    const follow = () => {
      const heard = chosenPlugin(document.snapshot());
      if (heard && heard !== pluginOfAddress()) choosePlugin(document, pluginOfAddress());
    };
    const show = () => {
      const heard = chosenPlugin(document.snapshot());
      if (heard && heard !== pluginOfAddress()) history.replaceState(null, "", `#${heard.slug}`);
    };
    addEventListener("hashchange", follow);
    const forget = document.subscribe(show);
    return () => {
      removeEventListener("hashchange", follow);
      forget();
    };
  }, [document]);
}
