import type { PluginOrigin, PluginPackage } from "@headroom/session";
import type { Runtime } from "../app/runtime.js";
import { chooseFiles } from "../files/choose-files.js";
import { Observable } from "../state/observable.js";
import { notify, sentence } from "../status/notices.js";
import { askChange } from "./ask-change.js";
import { fetchPackage } from "./fetch-package.js";
import type { CatalogEntry } from "./plugin-catalog.js";
import { readFiles } from "./read-files.js";

/** What is being loaded, for people; `undefined` when nothing is. */
export const pluginUnderWay = new Observable<string | undefined>(undefined);

/** Adds a plugin from an address or an npm package. @returns what is wrong, in a sentence. */
export function loadFrom(runtime: Runtime, origin: Exclude<PluginOrigin, { kind: "file" }>): Promise<string | undefined> {
  return load(runtime, origin, () => fetchPackage(origin));
}

/** Adds a plugin from files. @returns what is wrong, in a sentence. */
export function loadFiles(runtime: Runtime, files: readonly File[]): Promise<string | undefined> {
  return load(runtime, { kind: "file", name: files[0]?.name ?? "" }, () => readFiles(files));
}

/** Lets the person choose a plugin's files and adds them. @param tell - called with what is wrong, in a sentence, or `undefined`. */
export function choosePluginFiles(runtime: Runtime, tell: (fault: string | undefined) => void): void {
  chooseFiles(".zip,.js,.mjs,.json", (files) => void loadFiles(runtime, files).then(tell));
}

/** Fetches a plugin anew; where it came from files, they are chosen again. @param tell - as of {@link choosePluginFiles}. */
export async function reloadPlugin(runtime: Runtime, { origin }: CatalogEntry, tell: (fault: string | undefined) => void): Promise<void> {
  if (origin.kind === "built-in") return;
  if (origin.kind === "file") {
    choosePluginFiles(runtime, tell);
    return;
  }
  tell(await loadFrom(runtime, origin));
}

async function load(runtime: Runtime, origin: PluginOrigin, read: () => Promise<PluginPackage>): Promise<string | undefined> {
  const engine = runtime.engine.value;
  if (!engine) return "The audio engine has not started yet; add the plugin once it has.";
  pluginUnderWay.set(origin.kind === "url" ? origin.url : origin.name);
  try {
    const before = runtime.plugins.entries.value;
    const entry = await runtime.plugins.add(engine, await read(), origin, askChange);
    if (!entry) return undefined;
    const { name, version, id } = entry.descriptor;
    const known = before.find(({ descriptor }) => descriptor.id === id);
    notify("info", known?.integrity === entry.integrity && known.view?.integrity === entry.view?.integrity ? `${name} ${version} is what its source has: nothing changed.` : `${name} ${version} is ${known ? "loaded anew" : "in the list of plugins"}.`);
    return undefined;
  } catch (error) {
    return sentence(error);
  } finally {
    pluginUnderWay.set(undefined);
  }
}
