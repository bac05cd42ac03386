import { MANIFEST_FILE, openPackage, packageOfBundle, type PluginPackage } from "@headroom/session";
import { readJson } from "./fetch-text.js";
import { MOST_BYTES, readZip } from "./read-zip.js";

const WANTED = /\.(json|m?js)$/;

/** Whether a file that was dropped on the page is, or may be, a plugin. */
export function isPluginFile({ name }: File): boolean {
  return /\.(zip|m?js|json)$/i.test(name);
}

/** The plugin in files: a zip, a manifest with its bundles, or one bundle. Rejects with a sentence. */
export async function readFiles(files: readonly File[]): Promise<PluginPackage> {
  const [first] = files;
  const name = first?.name ?? "";
  const texts = new Map<string, string>();
  for (const file of files) {
    if (file.size > MOST_BYTES) throw new Error(`“${file.name}” has ${file.size} bytes; ${MOST_BYTES} is the most for a plugin.`);
    if (/\.zip$/i.test(file.name)) for (const [path, text] of await readZip(file, WANTED)) texts.set(path, text);
    else texts.set(file.name, await file.text());
  }
  const manifest = [...texts.keys()].find((path) => path.split("/").at(-1) === MANIFEST_FILE);
  if (manifest !== undefined) {
    const folder = manifest.slice(0, -MANIFEST_FILE.length);
    const read = async (file: string) => {
      const text = texts.get(folder + file);
      if (text === undefined) throw new Error(`The manifest in “${name}” names ${file}, which is not there. Add the files of the whole folder.`);
      return text;
    };
    return openPackage(readJson(texts.get(manifest) ?? "", manifest), read, name);
  }
  const scripts = [...texts].filter(([path]) => /\.m?js$/.test(path));
  const [script] = scripts;
  if (script && scripts.length === 1) return packageOfBundle(script[1], name);
  throw new Error(`“${name}” holds no ${MANIFEST_FILE} and ${scripts.length === 0 ? "no" : "more than one"} script. Add the folder that the plugin's build wrote, as a zip, or its processor's bundle alone.`);
}
