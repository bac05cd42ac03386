import { existsSync, readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

/** A plugin's bundle, found but not yet run. */
export interface FoundPlugin {
  /** Its file. */
  readonly file: string;
  /** Its code. */
  readonly bundle: string;
}

/** There is no such plugin, in a sentence. */
export class PluginNotFoundError extends Error {
  override readonly name = "PluginNotFoundError";
}

/** What a package exports its bundle as. */
const ENTRY = "processor.js";
const FIRST_PARTY_SCOPE = "@headroom";

/**
 * Finds a plugin by what a person calls it: a bundle's file, a folder with a built plugin, a package that is installed here,
 * or one of the project's own, such as `parametric-eq`.
 * @param folder - where paths and packages are looked for.
 */
export function findPlugin(name: string, folder: string): FoundPlugin {
  const there = path.resolve(folder, name);
  if (existsSync(there)) return read(statSync(there).isDirectory() ? bundleOfFolder(there, name) : there, name);
  if (/^[./]|^[a-zA-Z]:\\|\.(m?js|ts)$/.test(name)) throw new PluginNotFoundError(`There is no ${there}; name a built bundle, a plugin's folder or a package.`);
  const file = bundleOfPackage(name, folder) ?? bundleOfPackage(`${FIRST_PARTY_SCOPE}/${name}`, folder) ?? bundleOfWorkspace(name, folder);
  if (file !== undefined) return read(file, name);
  throw new PluginNotFoundError(`There is no plugin "${name}": no such file or folder here, and no package of that name with "./${ENTRY}" in its exports is installed here.`);
}

function read(file: string, name: string): FoundPlugin {
  if (/\.tsx?$/.test(file)) throw new PluginNotFoundError(`${name} is TypeScript; build the plugin and name its bundle.`);
  return { file, bundle: readFileSync(file, "utf8") };
}

/** The bundle in a plugin's folder: what its package exports, or the usual place. */
function bundleOfFolder(folder: string, name: string): string {
  const manifest = path.join(folder, "package.json");
  const stated = existsSync(manifest) ? exportOf(JSON.parse(readFileSync(manifest, "utf8")) as unknown) : undefined;
  const candidates = [stated, `dist/${ENTRY}`, ENTRY].filter((file) => file !== undefined).map((file) => path.join(folder, file));
  const found = candidates.find((file) => existsSync(file));
  if (found !== undefined) return found;
  throw new PluginNotFoundError(`${name} holds no built plugin: there is no ${path.relative(folder, candidates[0] ?? "")} in it; build it, or name its bundle.`);
}

function exportOf(manifest: unknown): string | undefined {
  const { exports } = manifest as { readonly exports?: Readonly<Record<string, unknown>> };
  const entry = exports?.[`./${ENTRY}`];
  const target = typeof entry === "object" && entry !== null ? (entry as { readonly default?: unknown }).default : entry;
  return typeof target === "string" ? target : undefined;
}

function bundleOfPackage(name: string, folder: string): string | undefined {
  try {
    return createRequire(path.join(folder, "here.js")).resolve(`${name}/${ENTRY}`);
  } catch {
    return undefined;
  }
}

/** In the project's own repository its plugins are folders. */
function bundleOfWorkspace(name: string, folder: string): string | undefined {
  for (let at = folder; ; at = path.dirname(at)) {
    if (existsSync(path.join(at, "plugins", name, "package.json"))) return bundleOfFolder(path.join(at, "plugins", name), name);
    if (at === path.dirname(at)) return undefined;
  }
}
