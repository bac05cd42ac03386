import type { Runtime } from "../app/runtime.js";
import { openWindow } from "../windows/open-windows.js";
import { notify, sentence } from "../status/notices.js";
import { selectedStrip } from "../strips/selection.js";
import { attempt } from "../session/attempt.js";
import { checkedUrl, fetchPackage } from "./fetch-package.js";
import { loadFrom } from "./load-plugin.js";
import { fetchText } from "./fetch-text.js";

/** Milliseconds between two looks at the manifest. */
const LOOK_MS = 50;
/** A build writes one file after the other: what does not fit together is told after so many looks. */
const PATIENCE = 60;
const OWN_COMPUTER = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * Follows a plugin under development: loads it from the manifest that its development server gives, puts it into a slot,
 * and puts every new build in the place of the last. Asked for with `?plugin=ADDRESS`. Only of this computer:
 * a link must not bring foreign code in unasked.
 * @returns the undo.
 */
export async function watchPlugin(runtime: Runtime, address: string): Promise<() => void> {
  const stopped = new AbortController();
  const undo = () => stopped.abort();
  let url: URL;
  try {
    url = checkedUrl(address);
  } catch (error) {
    notify("error", sentence(error));
    return undo;
  }
  if (!OWN_COMPUTER.has(url.hostname)) {
    notify("error", `Only a plugin of this computer is followed as it is developed; ${url.host} is another. Add it in the list of plugins.`);
    return undo;
  }
  const origin = { kind: "url", url: url.href } as const;
  const fault = await loadFrom(runtime, origin);
  if (fault !== undefined) notify("error", fault);
  else place(runtime, url.href);
  void follow(runtime, origin, stopped.signal);
  return undo;
}

async function follow(runtime: Runtime, origin: { readonly kind: "url"; readonly url: string }, signal: AbortSignal): Promise<void> {
  let seen = await fetchText(origin.url).catch(() => "");
  let misses = 0;
  while (!signal.aborted) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    // A server that is being restarted is no news.
    const text = await fetchText(origin.url).catch(() => seen);
    if (text === seen) continue;
    try {
      const engine = runtime.engine.value;
      if (!engine) continue;
      // Who develops it agrees to what is built.
      const entry = await runtime.plugins.add(engine, await fetchPackage(origin), origin, async () => true);
      seen = text;
      misses = 0;
      if (entry) notify("info", `${entry.descriptor.name} ${entry.descriptor.version} is the new build.`);
    } catch (error) {
      misses += 1;
      if (misses < PATIENCE && sentence(error).includes("has the hash")) continue;
      seen = text;
      misses = 0;
      notify("error", sentence(error));
    }
  }
}

/** Puts the plugin into a slot of the selected strip, unless the session has it somewhere. */
function place({ plugins, document }: Runtime, url: string): void {
  const entry = plugins.entries.value.find(({ origin }) => origin.kind === "url" && origin.url === url);
  if (!entry) return;
  const { id, version } = entry.descriptor;
  const session = document.snapshot();
  const there = Object.values(session.strips).flatMap(({ inserts }) => inserts.filter((insert) => insert?.plugin === id))[0];
  attempt(() => openWindow(there?.id ?? document.inserts.add(selectedStrip.value, { plugin: id, version })));
}
