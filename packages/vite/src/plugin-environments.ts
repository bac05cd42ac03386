import { existsSync } from "node:fs";
import path from "node:path";
import type { EnvironmentOptions, Plugin } from "vite";
import { selfContained, strayImports } from "./self-contained.js";

/** Where a plugin's code starts; paths from the project's folder. */
export interface PluginEntries {
  readonly processor: string;
  /** Without it hosts draw the parameters. */
  readonly view?: string | undefined;
}

/** The bundles' names: what `headroom validate` and hosts look for. */
export const PROCESSOR_FILE = "processor.js";
export const VIEW_FILE = "view.js";

/** A plugin's bundles as environments of a Vite build, by name. */
export type EnvironmentName = "processor" | "view";

/** @throws a sentence when an entry is not there. */
export function pluginEntries(root: string, { processor = "src/index.ts", view }: { readonly processor?: string | undefined; readonly view?: string | undefined }): PluginEntries {
  const there = (file: string) => existsSync(path.join(root, file));
  if (!there(processor)) throw new Error(`There is no ${processor}; say where the plugin's definition is: headroom({ processor: "src/…" }).`);
  if (view !== undefined && !there(view)) throw new Error(`There is no ${view}; say where the plugin's view is, or leave \`view\` out of headroom().`);
  return { processor, view: view ?? ["src/view.tsx", "src/view.ts"].find(there) };
}

/** Vite's settings for a plugin's bundles, one environment each. @param outDir - folder to write into. */
export function pluginEnvironments(root: string, entries: PluginEntries, outDir: string, minify: boolean): Record<string, EnvironmentOptions> {
  const environment = (entry: string, file: string, isExternal: (specifier: string, importer?: string) => boolean): EnvironmentOptions => ({
    consumer: "client",
    build: selfContained({ entry: path.join(root, entry), outDir, file, isExternal, minify }),
  });
  return {
    processor: environment(entries.processor, PROCESSOR_FILE, isView(root, entries)),
    ...(entries.view === undefined ? {} : { view: environment(entries.view, VIEW_FILE, () => false) }),
  };
}

/** Vite plugin: a bundle that would still import something is refused. What a definition says of its view may stay: hosts load that by the manifest. */
export function refuseStrayImports(): Plugin {
  return {
    name: "headroom:self-contained",
    applyToEnvironment: ({ name }) => name === "processor" || name === "view",
    generateBundle(_, bundle) {
      const stray = strayImports(bundle, (specifier) => specifier === `./${VIEW_FILE}`);
      if (stray.length > 0) this.error(`The ${this.environment.name}'s bundle still imports ${stray.join(", ")}. A plugin's bundles hold all that they need; install it, or leave it out.`);
    },
  };
}

/** Whether an import of the processor's code is that of the plugin's view, which has a bundle of its own. */
function isView(root: string, { view }: PluginEntries): (specifier: string, importer?: string) => boolean {
  if (view === undefined) return () => false;
  const withoutEnding = (file: string) => file.replace(/\.[jt]sx?$/, "");
  const target = withoutEnding(path.join(root, view));
  return (specifier, importer) => specifier.startsWith(".") && importer !== undefined && withoutEnding(path.resolve(path.dirname(importer), specifier)) === target;
}
