import { CONTRACT_VERSION } from "@headroom/sdk";
import * as z from "zod/mini";
import { check } from "../parse/check.js";
import { SessionError } from "../session-error.js";

/** Name of the file that describes a plugin package; its bundles lie beside it. */
export const MANIFEST_FILE = "headroom-plugin.json";

const text = (most: number) => z.string().check(z.minLength(1), z.maxLength(most));

const bundleSchema = z.object({
  /** Relative to the manifest. */
  file: text(200).check(z.refine(isBesideManifest, "the name of a file beside the manifest, such as processor.js")),
  /** SHA-256 of the file as in subresource integrity. */
  integrity: z.string().check(z.refine((value) => /^sha256-[A-Za-z0-9+/]{43}=$/.test(value), "sha256- and the hash in base64")),
});

/** A plugin package: who it is, and its one or two bundles with their hashes. */
export const manifestSchema = z.object({
  /** Version of the plugin contract that it was built with. */
  contract: z.int().check(z.gte(1)),
  /** The same as in the plugin's definition. */
  id: text(100),
  name: text(200),
  vendor: text(200),
  version: text(50),
  /** One self-contained ES module, whose default export is the definition. */
  processor: bundleSchema,
  /** One self-contained ES module, whose default export is the view. Without it the host draws the parameters. */
  view: z.optional(bundleSchema),
});

export type PluginManifest = Readonly<z.infer<typeof manifestSchema>>;

/**
 * A manifest, checked.
 * @param from - where it came from, for the sentence: an address or a file's name.
 * @throws {@link SessionError} with one sentence for each fault; also where its contract is newer than this host's.
 */
export function parseManifest(value: unknown, from: string): PluginManifest {
  const what = `The manifest of ${from}`;
  // Before the rest: a newer contract may have another form.
  const { contract } = check(z.looseObject({ contract: manifestSchema.shape.contract }), value, what);
  if (contract > CONTRACT_VERSION) {
    throw new SessionError(`The plugin from ${from} is written for version ${contract} of the plugin contract; this mixer knows up to ${CONTRACT_VERSION}. Use a newer mixer, or an older version of the plugin.`);
  }
  return check(manifestSchema, value, what);
}

function isBesideManifest(file: string): boolean {
  return /^[\w@+-][\w.@+-]*(\/[\w@+-][\w.@+-]*)*$/.test(file);
}
