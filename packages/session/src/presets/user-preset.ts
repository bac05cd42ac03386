import * as z from "zod/mini";
import { insertSchema, parameterValuesSchema, presetNameSchema } from "../schema.js";

/** What a preset says, wherever it lies: a plugin's values under a name. */
export const presetContentSchema = z.object({
  /** Of the plugin. */
  plugin: insertSchema.shape.plugin,
  /** The plugin's version when it was saved. */
  pluginVersion: insertSchema.shape.version,
  name: presetNameSchema,
  /** What is left out takes its default. */
  values: parameterValuesSchema,
});

/** A preset that a person saved, as the preset store keeps it. */
export const userPresetSchema = z.extend(presetContentSchema, { id: z.string().check(z.minLength(1), z.maxLength(100)) });

export type PresetContent = Readonly<z.infer<typeof presetContentSchema>>;
export type UserPreset = Readonly<z.infer<typeof userPresetSchema>>;
