import { MANIFEST_FILE, openPackage, packageOfBundle, type PluginPackage } from "@headroom/session";
import { readJson } from "./fetch-text.js";

const MOST_BYTES = 2 ** 24;
const MOST_ENTRIES = 200;
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
    if (/\.zip$/i.test(file.name)) for (const [path, text] of await unzip(file)) texts.set(path, text);
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

async function unzip(file: File): Promise<[string, string][]> {
  const { unzip: read } = await import("fflate");
  const bytes = new Uint8Array(await file.arrayBuffer());
  let total = 0;
  let entries = 0;
  return new Promise((resolve, reject) => {
    const filter = ({ name, originalSize }: { name: string; originalSize: number }) => {
      if (!WANTED.test(name)) return false;
      entries += 1;
      total += originalSize;
      return total <= MOST_BYTES && entries <= MOST_ENTRIES;
    };
    read(bytes, { filter }, (error, unpacked) => {
      if (error) reject(new Error(`“${file.name}” is no zip file that can be read. Pack it again.`, { cause: error }));
      else if (total > MOST_BYTES || entries > MOST_ENTRIES) reject(new Error(`“${file.name}” holds ${entries} scripts of ${total} bytes; ${MOST_ENTRIES} and ${MOST_BYTES} are the most for a plugin.`));
      else resolve(Object.entries(unpacked).map(([name, content]) => [name, new TextDecoder().decode(content)]));
    });
  });
}
