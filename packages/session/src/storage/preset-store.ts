import { newId } from "../document/new-id.js";
import { check } from "../parse/check.js";
import { userPresetSchema, type PresetContent, type UserPreset } from "../presets/user-preset.js";
import { SessionError } from "../session-error.js";
import { answered, openDatabase, stored } from "./database.js";
import { whyNotStored } from "./trouble.js";

const ROWS = "presets";
const NONE: readonly UserPreset[] = [];

/**
 * The presets that a person saved in this browser (IndexedDB), for all plugins. They are read once and held in memory:
 * reading and changing is immediate, writing follows. Other tabs of the same site are told. What cannot be
 * written lives as long as the page, and `onProblem` says so. `@mainThread`
 */
export class PresetStore {
  readonly #database: IDBDatabase | undefined;
  readonly #onProblem: (problem: string) => void;
  readonly #channel: BroadcastChannel | undefined;
  readonly #listeners = new Set<() => void>();
  readonly #presets = new Map<string, UserPreset>();
  #byPlugin = new Map<string, readonly UserPreset[]>();
  /** Writes and readings in their order, each behind the last. */
  #work: Promise<void> = Promise.resolve();
  #writesWaiting = 0;
  #readingWaits = false;
  /** Whether something is in memory alone: then memory is not read again. */
  #unwritten = false;

  private constructor(database: IDBDatabase | undefined, name: string, onProblem: (problem: string) => void) {
    this.#database = database;
    this.#onProblem = onProblem;
    if (!database) return;
    database.onversionchange = () => database.close();
    this.#channel = new BroadcastChannel(name);
    this.#channel.onmessage = () => this.#readAgain();
  }

  /** Never rejects. @param onProblem - called with a sentence for people when something is kept in memory only. */
  static async open(onProblem: (problem: string) => void = () => {}, name = "headroom-presets"): Promise<PresetStore> {
    try {
      const database = await openDatabase(name, (made) => made.createObjectStore(ROWS, { keyPath: "id" }));
      const store = new PresetStore(database, name, onProblem);
      await store.#read();
      return store;
    } catch (error) {
      onProblem(`Presets are lost when this page closes: ${whyNotStored(error)}.`);
      return new PresetStore(undefined, name, onProblem);
    }
  }

  /** A plugin's presets by name. The same list until one of them changes. */
  of(plugin: string): readonly UserPreset[] {
    return this.#byPlugin.get(plugin) ?? NONE;
  }

  get(id: string): UserPreset | undefined {
    return this.#presets.get(id);
  }

  /** A plugin's preset of that name; letters' case and spaces around it do not count. */
  named(plugin: string, name: string): UserPreset | undefined {
    return this.of(plugin).find((preset) => folded(preset.name) === folded(name));
  }

  /** Calls back after every change, also by another tab. @returns the undo. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** @throws {@link SessionError} when the name is taken or the preset is none. */
  add(content: PresetContent): UserPreset {
    const preset = this.#sound({ ...content, id: newId() });
    this.#set(preset.id, preset);
    return preset;
  }

  /** Changes what is given. @returns the undo. @throws {@link SessionError} when it is gone or the name is taken. */
  update(id: string, content: Partial<Omit<PresetContent, "plugin">>): () => void {
    const before = this.#existing(id);
    this.#set(id, this.#sound({ ...before, ...content }));
    return () => this.#set(id, before);
  }

  /** @returns the undo. @throws {@link SessionError} when it is gone. */
  remove(id: string): () => void {
    const before = this.#existing(id);
    this.#set(id, undefined);
    return () => this.#set(id, before);
  }

  /** Resolves when all changes so far are written, or known not to be. */
  async settled(): Promise<void> {
    while (this.#writesWaiting > 0) await this.#work;
  }

  close(): void {
    this.#channel?.close();
    this.#database?.close();
  }

  #existing(id: string): UserPreset {
    const preset = this.#presets.get(id);
    if (!preset) throw new SessionError("This preset is not there any more; choose another.");
    return preset;
  }

  #sound(preset: UserPreset): UserPreset {
    const sound = check(userPresetSchema, { ...preset, name: preset.name.trim() }, "The preset");
    const other = this.named(sound.plugin, sound.name);
    if (other && other.id !== sound.id) throw new SessionError(`There is a preset “${other.name}” already; choose another name, or replace it.`);
    return sound;
  }

  #set(id: string, preset: UserPreset | undefined): void {
    const name = preset?.name ?? this.#presets.get(id)?.name ?? "";
    if (preset) this.#presets.set(id, preset);
    else this.#presets.delete(id);
    this.#tell();
    this.#writesWaiting += 1;
    this.#work = this.#work.then(() => this.#write(id, preset, name)).finally(() => (this.#writesWaiting -= 1));
  }

  #readAgain(): void {
    if (this.#readingWaits) return;
    this.#readingWaits = true;
    this.#work = this.#work.then(() => {
      this.#readingWaits = false;
      // What cannot be read now is read when another tab changes something again.
      return this.#read().catch(() => undefined);
    });
  }

  async #write(id: string, preset: UserPreset | undefined, name: string): Promise<void> {
    if (!this.#database) return;
    try {
      const transaction = this.#database.transaction(ROWS, "readwrite");
      const rows = transaction.objectStore(ROWS);
      if (preset) rows.put(preset);
      else rows.delete(id);
      await stored(transaction);
      this.#channel?.postMessage(undefined);
    } catch (error) {
      this.#unwritten = true;
      this.#onProblem(`The change to the preset “${name}” is lost when this page closes: ${whyNotStored(error)}.`);
    }
  }

  async #read(): Promise<void> {
    if (!this.#database || this.#unwritten) return;
    const rows = await answered(this.#database.transaction(ROWS).objectStore(ROWS).getAll());
    // What was changed here meanwhile is not in these rows: they are read again once it is written.
    if (this.#writesWaiting > 0) {
      this.#readAgain();
      return;
    }
    const presets = rows.flatMap((row) => userPresetSchema.safeParse(row).data ?? []);
    this.#presets.clear();
    for (const preset of presets) this.#presets.set(preset.id, preset);
    this.#tell();
  }

  #tell(): void {
    const byPlugin = new Map<string, UserPreset[]>();
    for (const preset of this.#presets.values()) byPlugin.set(preset.plugin, [...(byPlugin.get(preset.plugin) ?? []), preset]);
    for (const presets of byPlugin.values()) presets.sort((a, b) => a.name.localeCompare(b.name, undefined, { numeric: true }));
    this.#byPlugin = byPlugin;
    for (const listener of [...this.#listeners]) listener();
  }
}

function folded(name: string): string {
  return name.trim().toLowerCase();
}
