import { answered, openDatabase, stored } from "../storage/database.js";
import { whyNotStored } from "../storage/trouble.js";
import { integrityOf } from "./integrity.js";
import type { PluginBundle, PluginPackage } from "./plugin-package.js";
import { storedPluginSchema, type PluginOrigin, type StoredPlugin } from "./stored-plugin.js";

const PLUGINS = "plugins";
const BUNDLES = "bundles";

/** A plugin of the store with its code. */
export interface KeptPlugin extends PluginPackage {
  readonly id: string;
  readonly origin: PluginOrigin;
}

/** A plugin of the store that cannot be had any more. */
export interface LostPlugin {
  readonly id: string;
  readonly name: string;
  /** Why, in a sentence. */
  readonly fault: string;
}

/**
 * The plugins that a person added to this browser (IndexedDB), bundles by their hash: what was loaded once is there
 * after a reload, whatever became of its address. What cannot be written lives as long as the page, and `onProblem`
 * says so. `@mainThread`
 */
export class PluginStore {
  readonly #database: IDBDatabase | undefined;
  readonly #onProblem: (problem: string) => void;

  private constructor(database: IDBDatabase | undefined, onProblem: (problem: string) => void) {
    this.#database = database;
    this.#onProblem = onProblem;
    if (database) database.onversionchange = () => database.close();
  }

  /** Never rejects. @param onProblem - called with a sentence for people when something is not kept. */
  static async open(onProblem: (problem: string) => void = () => {}, name = "headroom-plugins"): Promise<PluginStore> {
    try {
      const database = await openDatabase(name, (made) => {
        made.createObjectStore(PLUGINS, { keyPath: "id" });
        made.createObjectStore(BUNDLES);
      });
      return new PluginStore(database, onProblem);
    } catch (error) {
      onProblem(`Plugins that you add are lost when this page closes: ${whyNotStored(error)}.`);
      return new PluginStore(undefined, onProblem);
    }
  }

  /**
   * Everything that is kept and whole; a plugin whose bundles do not have their hashes any more is left out and told.
   * @param onLost - called with each of these; left out, `onProblem` says so.
   */
  async list(onLost: (plugin: LostPlugin) => void = ({ fault }) => this.#onProblem(fault)): Promise<KeptPlugin[]> {
    if (!this.#database) return [];
    try {
      const rows = await answered(this.#database.transaction(PLUGINS).objectStore(PLUGINS).getAll());
      const known = rows.flatMap((row) => storedPluginSchema.safeParse(row).data ?? []);
      return (await Promise.all(known.map((row) => this.#open(row, onLost)))).flatMap((plugin) => plugin ?? []);
    } catch (error) {
      this.#onProblem(`The plugins that you added were not found: ${whyNotStored(error)}.`);
      return [];
    }
  }

  /** Keeps a plugin, in the place of one with the same id, whose bundles go unless another one uses them. */
  async put(id: string, origin: PluginOrigin, { manifest, processor, view }: PluginPackage): Promise<void> {
    const row: StoredPlugin = { id, origin, processor: processor.integrity, ...(view && { view: view.integrity }), ...(manifest && { manifest }) };
    await this.#write(`The plugin ${manifest?.name ?? id} is lost when this page closes`, (plugins, bundles) => {
      plugins.put(row);
      for (const bundle of [processor, view]) if (bundle) bundles.put(bundle.text, bundle.integrity);
      dropUnused(plugins, bundles);
    });
  }

  /** Forgets a plugin, and the bundles that no other one uses. */
  async remove(id: string): Promise<void> {
    await this.#write("The plugin was not removed from this browser", (plugins, bundles) => {
      plugins.delete(id);
      dropUnused(plugins, bundles);
    });
  }

  close(): void {
    this.#database?.close();
  }

  async #open({ id, origin, manifest, processor, view }: StoredPlugin, onLost: (plugin: LostPlugin) => void): Promise<KeptPlugin | undefined> {
    const [code, drawing] = await Promise.all([this.#bundle(processor), view === undefined ? undefined : this.#bundle(view)]);
    if (code && (view === undefined || drawing)) return { id, origin, manifest, processor: code, view: drawing };
    const name = manifest?.name ?? id;
    onLost({ id, name, fault: `The plugin ${name} was not loaded: its code in this browser's storage is gone or changed. Add it again.` });
    return undefined;
  }

  async #bundle(integrity: string): Promise<PluginBundle | undefined> {
    const text: unknown = await (this.#database && answered(this.#database.transaction(BUNDLES).objectStore(BUNDLES).get(integrity)));
    return typeof text === "string" && (await integrityOf(text)) === integrity ? { integrity, text } : undefined;
  }

  async #write(problem: string, change: (plugins: IDBObjectStore, bundles: IDBObjectStore) => void): Promise<void> {
    if (!this.#database) return;
    try {
      const transaction = this.#database.transaction([PLUGINS, BUNDLES], "readwrite");
      change(transaction.objectStore(PLUGINS), transaction.objectStore(BUNDLES));
      await stored(transaction);
    } catch (error) {
      this.#onProblem(`${problem}: ${whyNotStored(error)}.`);
    }
  }
}

/** Deletes the bundles that no plugin uses. Requests of one transaction are answered in order. */
function dropUnused(plugins: IDBObjectStore, bundles: IDBObjectStore): void {
  const rows = plugins.getAll();
  const keys = bundles.getAllKeys();
  keys.onsuccess = () => {
    const used = new Set((rows.result as StoredPlugin[]).flatMap(({ processor, view }) => [processor, view]));
    for (const key of keys.result) if (!used.has(key as string)) bundles.delete(key);
  };
}
