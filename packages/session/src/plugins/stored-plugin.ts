import * as z from "zod/mini";
import { manifestSchema } from "./manifest.js";

const text = (most: number) => z.string().check(z.minLength(1), z.maxLength(most));

/** Where a plugin of a person's own came from. */
export const pluginOriginSchema = z.discriminatedUnion("kind", [
  /** The address of a manifest, or of a processor's bundle. */
  z.object({ kind: z.literal("url"), url: text(2000) }),
  /** An npm package, as a development server gives the files of `node_modules`. */
  z.object({ kind: z.literal("package"), name: text(214), base: text(2000) }),
  z.object({ kind: z.literal("file"), name: text(500) }),
]);

/** A plugin that a person added, as the plugin store keeps it: bundles are kept by their hash. */
export const storedPluginSchema = z.object({
  id: text(200),
  origin: pluginOriginSchema,
  manifest: z.optional(manifestSchema),
  /** Hashes of the bundles: what was agreed to, and what alone will run. */
  processor: text(100),
  view: z.optional(text(100)),
});

export type PluginOrigin = Readonly<z.infer<typeof pluginOriginSchema>>;
export type StoredPlugin = Readonly<z.infer<typeof storedPluginSchema>>;
