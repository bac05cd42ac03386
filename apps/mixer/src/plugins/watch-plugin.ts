import type { Runtime } from "../app/runtime.js";
import { openWindow } from "../windows/open-windows.js";
import { notify, sentence } from "../status/notices.js";
import { selectedStrip } from "../strips/selection.js";
import { attempt } from "../session/attempt.js";
import { BuildFollower } from "./build-follower.js";
import { checkedUrl } from "./fetch-package.js";
import type { CatalogEntry } from "./plugin-catalog.js";

const OWN_COMPUTER = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * Follows a plugin under development: loads it from the manifest that its development server gives, puts it into a slot,
 * and puts every new build in the place of the last. Asked for with `?plugin=ADDRESS`. Only of this computer:
 * a link must not bring foreign code in unasked.
 * @returns the undo.
 */
export function watchPlugin(runtime: Runtime, address: string): () => void {
  let url: URL;
  try {
    url = checkedUrl(address);
    if (!OWN_COMPUTER.has(url.hostname)) throw new Error(`Only a plugin of this computer is followed as it is developed; ${url.host} is another. Add it in the list of plugins.`);
  } catch (error) {
    notify("error", sentence(error));
    return () => undefined;
  }
  const follower = new BuildFollower(runtime, url, (entry) => place(runtime, entry));
  return () => follower.stop();
}

/** Puts the plugin into a slot of the selected strip, unless the session has it somewhere. */
function place({ document }: Runtime, { descriptor: { id, version } }: CatalogEntry): void {
  const session = document.snapshot();
  const there = Object.values(session.strips).flatMap(({ inserts }) => inserts.filter((insert) => insert?.plugin === id))[0];
  attempt(() => openWindow(there?.id ?? document.inserts.add(selectedStrip.value, { plugin: id, version })));
}
