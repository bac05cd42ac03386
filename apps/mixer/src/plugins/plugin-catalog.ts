import type { MixerEngine } from "@headroom/engine";
import { inWords, type PluginDescriptor } from "@headroom/sdk";
import { openPackage, type Labels, type LostPlugin, type PluginBundle, type PluginManifest, type PluginPackage, type PluginStore } from "@headroom/session";
import type { View } from "@headroom/sdk/view";
import { sentence } from "../status/notices.js";
import { Observable } from "../state/observable.js";
import { BUILT_IN_PLUGINS, type BuiltInPlugin } from "./built-in.js";
import { fetchText, readJson } from "./fetch-text.js";
import { originText, sameOrigin, type Origin } from "./plugin-origin.js";
import { isTrustedCode, trustCode } from "./trusted-code.js";

/** A plugin that can be put into slots. */
export interface CatalogEntry {
  readonly descriptor: PluginDescriptor;
  readonly origin: Origin;
  readonly manifest: PluginManifest | undefined;
  /** Hash of the processor's bundle. */
  readonly integrity: string;
  /** For a view that has a frame of its own. */
  readonly view: PluginBundle | undefined;
}

/** A plugin that is there already comes with other code. */
export interface PluginChange {
  readonly before: CatalogEntry;
  readonly after: PluginPackage;
  readonly origin: Origin;
}

/** Where a plugin's UI runs: in the page, or in a frame of its own. */
export type LoadedView = { readonly page: View } | { readonly frame: string } | undefined;

/** For looking at the mixer's own views as those of others are shown. */
const areAllFramed = () => new URLSearchParams(location.search).get("views") === "framed";

/** The plugins that can be put into slots. All come through the same door: manifest, hashes, a description from the sandbox. */
export class PluginCatalog {
  readonly entries = new Observable<readonly CatalogEntry[]>([]);
  /** What is known of each plugin that loaded, in the order of the menu. */
  readonly descriptors = new Observable<readonly PluginDescriptor[]>([]);
  /** One sentence for each plugin of the mixer's own that did not load. */
  readonly faults = new Observable<readonly string[]>([]);
  /** Plugins that a person added and that do not load any more. */
  readonly lost = new Observable<readonly LostPlugin[]>([]);

  /** Names for undo steps. */
  readonly labels: Labels = {
    plugin: (pluginId) => this.name(pluginId),
    parameter: (pluginId, parameterId) => {
      const spec = this.descriptor(pluginId)?.params[parameterId];
      return (spec?.label ?? inWords(parameterId)).toLowerCase();
    },
  };

  readonly #store: Promise<PluginStore> | undefined;

  /** @param store - where a person's own plugins are kept; without it there are none. */
  constructor(store?: Promise<PluginStore>) {
    this.#store = store;
  }

  /** Makes the built-in plugins known to the engine, or those wanted. Never rejects: what fails is a fault in words. */
  async register(engine: MixerEngine, wanted: (pluginId: string) => boolean = () => true): Promise<void> {
    const chosen = BUILT_IN_PLUGINS.filter(({ id }) => wanted(id));
    this.faults.set([]);
    const results = await Promise.allSettled(chosen.map(async (plugin) => this.#add(engine, await openBuiltIn(plugin), { kind: "built-in" })));
    this.faults.set([...new Set(results.flatMap((result) => (result.status === "rejected" ? [sentence(result.reason)] : [])))]);
  }

  /** Makes the plugins that a person added known again. Never rejects. */
  async restore(engine: MixerEngine): Promise<void> {
    const lost: LostPlugin[] = [];
    const kept = (await (await this.#store)?.list((plugin) => lost.push(plugin))) ?? [];
    const results = await Promise.allSettled(kept.map((plugin) => this.#add(engine, plugin, plugin.origin)));
    for (const [i, { id, manifest }] of kept.entries()) {
      const result = results[i];
      if (result?.status === "rejected") lost.push({ id, name: manifest?.name ?? this.name(id), fault: sentence(result.reason) });
    }
    this.lost.set(lost);
  }

  /**
   * Adds a plugin of a person's own, and keeps it.
   * @param agree - asked before code runs that is not what was agreed to before; `false` leaves everything as it is.
   * @returns `undefined` when that was refused. Rejects with a sentence.
   */
  async add(engine: MixerEngine, loaded: PluginPackage, origin: Exclude<Origin, { kind: "built-in" }>, agree: (change: PluginChange) => Promise<boolean>): Promise<CatalogEntry | undefined> {
    const known = this.entries.value.find((entry) => (loaded.manifest ? entry.descriptor.id === loaded.manifest.id : sameOrigin(entry.origin, origin)));
    const isOther = (entry: CatalogEntry | undefined): entry is CatalogEntry =>
      entry !== undefined && (entry.integrity !== loaded.processor.integrity || entry.view?.integrity !== loaded.view?.integrity);
    if (known?.origin.kind !== "built-in" && isOther(known) && !(await agree({ before: known, after: loaded, origin }))) return undefined;
    const answer = { agreed: true };
    const check = async (id: string) => {
      if (BUILT_IN_PLUGINS.some((plugin) => plugin.id === id)) throw new Error(`The plugin from ${originText(origin)} has the id ${id} of one that comes with the mixer; give it an id of its own.`);
      const before = this.entry(id);
      answer.agreed = before === known || !isOther(before) || (await agree({ before, after: loaded, origin }));
      if (!answer.agreed) throw new Error("refused");
    };
    try {
      const entry = await this.#add(engine, loaded, origin, check);
      await (await this.#store)?.put(entry.descriptor.id, origin, loaded);
      this.#isLostNoMore(entry.descriptor.id);
      return entry;
    } catch (error) {
      if (!answer.agreed) return undefined;
      throw error;
    }
  }

  /** Forgets a plugin that a person added; its inserts keep their places and values. */
  async remove(engine: MixerEngine | undefined, pluginId: string): Promise<void> {
    this.#show(this.entries.value.filter(({ descriptor }) => descriptor.id !== pluginId));
    this.#isLostNoMore(pluginId);
    engine?.removePlugin(pluginId);
    await (await this.#store)?.remove(pluginId);
  }

  /** Those of the plugins that a person added, with their code. */
  async packages(pluginIds: ReadonlySet<string>): Promise<readonly PluginPackage[]> {
    return ((await (await this.#store)?.list()) ?? []).filter(({ id }) => pluginIds.has(id));
  }

  /** Whether a plugin may run in the audio thread, and in a worker beside others. */
  isTrusted(pluginId: string): boolean {
    const entry = this.entry(pluginId);
    return entry !== undefined && (entry.origin.kind === "built-in" || isTrustedCode(entry.integrity));
  }

  /** Trusts a plugin's code as it is, or no longer: other code of the same plugin has to be trusted anew. It starts anew where it is in use. */
  async setTrusted(engine: MixerEngine, pluginId: string, trusted: boolean): Promise<void> {
    const kept = (await (await this.#store)?.list())?.find(({ id }) => id === pluginId);
    if (!kept) throw new Error(`The code of ${this.name(pluginId)} is not kept here: add the plugin again.`);
    trustCode(kept.processor.integrity, trusted);
    await this.#add(engine, kept, kept.origin);
  }

  entry(pluginId: string): CatalogEntry | undefined {
    return this.entries.value.find(({ descriptor }) => descriptor.id === pluginId);
  }

  descriptor(pluginId: string): PluginDescriptor | undefined {
    return this.entry(pluginId)?.descriptor;
  }

  /** A plugin's name; before it has loaded, what its id says. */
  name(pluginId: string): string {
    return this.descriptor(pluginId)?.name ?? inWords(pluginId.slice(pluginId.lastIndexOf(".") + 1));
  }

  /** The plugin's own UI, or `undefined` where the host must draw one. */
  async loadView(pluginId: string): Promise<LoadedView> {
    const builtIn = BUILT_IN_PLUGINS.find(({ id }) => id === pluginId);
    if (builtIn && !areAllFramed()) return { page: (await builtIn.view()).default };
    const bundle = builtIn ? (await openBuiltIn(builtIn, true)).view : this.entry(pluginId)?.view;
    return bundle && { frame: bundle.text };
  }

  async #add(engine: MixerEngine, { manifest, processor, view }: PluginPackage, origin: Origin, check?: (id: string) => Promise<void>): Promise<CatalogEntry> {
    const descriptor = await engine.registerPlugin({
      url: manifest && origin.kind === "built-in" ? manifest.name : originText(origin),
      bundle: processor.text,
      integrity: processor.integrity,
      trusted: origin.kind === "built-in" || isTrustedCode(processor.integrity),
      accept: async ({ id }) => {
        if (manifest && manifest.id !== id) throw new Error(`The manifest of ${originText(origin)} says ${manifest.id}, but its processor states ${id}. Build the plugin again.`);
        await check?.(id);
      },
    });
    const entry: CatalogEntry = { descriptor, origin, manifest, integrity: processor.integrity, view };
    this.#show([...this.entries.value.filter((other) => other.descriptor.id !== descriptor.id), entry]);
    return entry;
  }

  #isLostNoMore(pluginId: string): void {
    this.lost.set(this.lost.value.filter(({ id }) => id !== pluginId));
  }

  /** Built-in plugins first and in their order, then by name. */
  #show(entries: readonly CatalogEntry[]): void {
    const order = (entry: CatalogEntry) => (entry.origin.kind === "built-in" ? BUILT_IN_PLUGINS.findIndex(({ id }) => id === entry.descriptor.id) : BUILT_IN_PLUGINS.length);
    const sorted = entries.toSorted((a, b) => order(a) - order(b) || a.descriptor.name.localeCompare(b.descriptor.name));
    this.entries.set(sorted);
    this.descriptors.set(sorted.map(({ descriptor }) => descriptor));
  }
}

/** @param framed - with the view as a bundle; else only the page's own view is used. */
function openBuiltIn({ manifest, files }: BuiltInPlugin, framed = false): Promise<PluginPackage> {
  const stated = readJson(manifest, "The manifest") as Record<string, unknown>;
  const name = String(stated["name"]);
  return openPackage(framed ? stated : { ...stated, view: undefined }, (file) => fetchText(files[file] ?? file, "default"), name);
}
