import { SessionError } from "../session-error.js";
import { integrityOf } from "./integrity.js";
import { parseManifest, type PluginManifest } from "./manifest.js";

/** Letters of a bundle's text: 16 Mi. */
const MOST_LETTERS = 2 ** 24;

/** One ES module of a plugin as text, with the hash that its text has. */
export interface PluginBundle {
  readonly integrity: string;
  readonly text: string;
}

/** A plugin as it is loaded: checked against its manifest, not yet run. */
export interface PluginPackage {
  /** `undefined` for a bundle that came alone. */
  readonly manifest: PluginManifest | undefined;
  readonly processor: PluginBundle;
  readonly view: PluginBundle | undefined;
}

/**
 * The package that a manifest describes.
 * @param manifest - as it came: untrusted.
 * @param read - gives the text of a file beside the manifest; rejects with a sentence.
 * @param from - where it came from, for messages.
 * @throws {@link SessionError} with a sentence for each fault of the manifest, or for a bundle that is not the one it names.
 */
export async function openPackage(manifest: unknown, read: (file: string) => Promise<string>, from: string): Promise<PluginPackage> {
  const checked = parseManifest(manifest, from);
  const bundle = async ({ file, integrity }: PluginManifest["processor"]): Promise<PluginBundle> => {
    const text = sized(await read(file), file, from);
    const found = await integrityOf(text);
    if (found !== integrity) {
      throw new SessionError(`${file} of the plugin from ${from} has the hash ${found}; its manifest says ${integrity}. Build the plugin again, or fetch it anew.`);
    }
    return { integrity, text };
  };
  const [processor, view] = await Promise.all([bundle(checked.processor), checked.view && bundle(checked.view)]);
  return { manifest: checked, processor, view };
}

/** A processor's bundle that came without a manifest: its hash is what it has. */
export async function packageOfBundle(text: string, from: string): Promise<PluginPackage> {
  const sound = sized(text, "The bundle", from);
  return { manifest: undefined, processor: { integrity: await integrityOf(sound), text: sound }, view: undefined };
}

function sized(text: string, file: string, from: string): string {
  if (text.length <= MOST_LETTERS) return text;
  throw new SessionError(`${file} of the plugin from ${from} has ${text.length} letters; ${MOST_LETTERS} is the most. Build it without what it does not need.`);
}
