import { stripVTControlCharacters } from "node:util";
import { createBuilder, type InlineConfig, type Rolldown } from "vite";
import type { EnvironmentName } from "./plugin-environments.js";
import { writeManifest, type BuiltPlugin, type BundleFiles } from "./write-manifest.js";

/** What came of the last save. */
export type BuildReport = { readonly built: BuiltPlugin; readonly milliseconds: number } | { readonly failed: string };

/** Builds a plugin anew after every save: only the bundles that a change touches, and the manifest once all are done. */
export class PluginBuilds {
  /** The last build that is complete. */
  current: BuiltPlugin | undefined;
  readonly #folder: string;
  readonly #files: BundleFiles;
  readonly #tell: (report: BuildReport) => void;
  readonly #watchers: Rolldown.RolldownWatcher[] = [];
  readonly #faults = new Map<EnvironmentName, string>();
  readonly #busy = new Set<EnvironmentName>();
  #startedAt = 0;
  /** What failed last, to tell it once although a save may be noticed twice. */
  #told: string | undefined;

  /** @param folder - where the bundles are written, absolute. @param tell - called once after every save. */
  constructor(folder: string, files: BundleFiles, tell: (report: BuildReport) => void) {
    this.#folder = folder;
    this.#files = files;
    this.#tell = tell;
  }

  async start(config: InlineConfig, names: readonly EnvironmentName[]): Promise<void> {
    const builder = await createBuilder(config, null);
    for (const name of names) this.#busy.add(name);
    this.#startedAt = performance.now();
    for (const name of names) {
      const environment = builder.environments[name];
      // The configuration states one for each name, and asks to watch.
      if (environment) this.#follow(name, (await builder.build(environment)) as Rolldown.RolldownWatcher);
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.#watchers.map((watcher) => watcher.close()));
  }

  #follow(name: EnvironmentName, watcher: Rolldown.RolldownWatcher): void {
    this.#watchers.push(watcher);
    watcher.on("event", async (event) => {
      if (event.code === "START") {
        if (this.#busy.size === 0) this.#startedAt = performance.now();
        this.#busy.add(name);
        this.#faults.delete(name);
      }
      if (event.code === "ERROR") this.#faults.set(name, stripVTControlCharacters(event.error.message));
      if (event.code === "BUNDLE_END" || event.code === "ERROR") await event.result.close();
      if (event.code !== "END") return;
      this.#busy.delete(name);
      if (this.#busy.size === 0) await this.#finish();
    });
  }

  async #finish(): Promise<void> {
    const fault = [...this.#faults.values()][0];
    if (fault !== undefined) return this.#fail(fault);
    try {
      const built = await writeManifest(this.#folder, this.#files);
      this.current = built;
      this.#told = undefined;
      this.#tell({ built, milliseconds: performance.now() - this.#startedAt });
    } catch (error) {
      this.#fail(error instanceof Error ? error.message : String(error));
    }
  }

  #fail(failed: string): void {
    if (failed === this.#told) return;
    this.#told = failed;
    this.#tell({ failed });
  }
}
