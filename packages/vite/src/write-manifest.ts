import { checkDescriptor, CONTRACT_VERSION, describe, type PluginDefinition } from "@headroom/sdk";
import { integrityOf, MANIFEST_FILE, parseManifest, type PluginManifest } from "@headroom/session";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";

/** Names of a plugin's bundles in their folder. */
export interface BundleFiles {
  readonly processor: string;
  readonly view?: string | undefined;
}

/** A built plugin as it lies on the disk: files and their texts, the manifest among them. */
export interface BuiltPlugin {
  readonly manifest: PluginManifest;
  readonly files: ReadonlyMap<string, string>;
}

/**
 * Writes `headroom-plugin.json` beside a plugin's bundles: who it is, as its processor says, and the hash of each bundle.
 * Rejects with a sentence for each fault of the plugin's statement.
 * @param folder - absolute.
 */
export async function writeManifest(folder: string, { processor, view }: BundleFiles): Promise<BuiltPlugin> {
  const files = new Map<string, string>();
  const bundle = async (file: string) => {
    const text = await readFile(path.join(folder, file), "utf8");
    files.set(file, text);
    return { file, integrity: await integrityOf(text) };
  };
  const processorBundle = await bundle(processor);
  const { id, name, vendor, version } = await statementOf(files.get(processor) ?? "", processor);
  const manifest = parseManifest(
    { contract: CONTRACT_VERSION, id, name, vendor, version, processor: processorBundle, ...(view === undefined ? {} : { view: await bundle(view) }) },
    path.join(folder, processor),
  );
  const text = `${JSON.stringify(manifest, undefined, 2)}\n`;
  files.set(MANIFEST_FILE, text);
  await writeFile(path.join(folder, MANIFEST_FILE), text);
  return { manifest, files };
}

/** Runs a processor's bundle and takes what it states. A module of its own for each text: the same name would give the first one again. */
async function statementOf(bundle: string, file: string) {
  const { default: plugin } = (await import(/* @vite-ignore */ `data:text/javascript;base64,${Buffer.from(bundle).toString("base64")}`)) as { readonly default: unknown };
  if (typeof plugin !== "object" || plugin === null) throw new TypeError(`${file} has no definition as its default export; export what definePlugin() returns.`);
  const descriptor = describe(plugin as PluginDefinition);
  const faults = checkDescriptor(descriptor);
  if (faults.length > 0) throw new TypeError(faults.join(" "));
  return descriptor;
}
