import * as z from "zod/mini";
import { sentence } from "../parse/sentence.js";
import { presetContentSchema, type PresetContent } from "./user-preset.js";

/** Form of the preset files that this code writes. Raised by one with every change. */
const FILE_VERSION = 1;

const fileSchema = z.extend(presetContentSchema, { headroomPreset: z.literal(FILE_VERSION) });

/** A preset as the text of a JSON file. */
export function writePresetFile({ plugin, pluginVersion, name, values }: PresetContent): string {
  const file: z.infer<typeof fileSchema> = { headroomPreset: FILE_VERSION, plugin, pluginVersion, name, values };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** The preset in the text of a file, or one sentence that says why there is none. Values are the plugin's to check. */
export function readPresetFile(text: string): { readonly preset: PresetContent } | { readonly problem: string } {
  let input: unknown;
  try {
    input = JSON.parse(text);
  } catch {
    return { problem: "This file is not a Headroom preset: it is not JSON; choose a file that Headroom exported." };
  }
  const version = typeof input === "object" && input !== null && "headroomPreset" in input ? input.headroomPreset : undefined;
  if (typeof version !== "number" || !Number.isInteger(version)) {
    return { problem: "This file is not a Headroom preset: it names no version of the form; choose a file that Headroom exported." };
  }
  if (version > FILE_VERSION) {
    return { problem: `This preset was saved by a newer Headroom (form ${version}; this one reads up to ${FILE_VERSION}); update Headroom to import it.` };
  }
  const result = fileSchema.safeParse(input);
  if (result.success) {
    const { headroomPreset: _, ...preset } = result.data;
    return { preset };
  }
  const [issue] = result.error.issues;
  return { problem: issue ? sentence(issue, input, "The preset") : "The preset cannot be read; choose a file that Headroom exported." };
}
