import type { PluginDescriptor } from "@headroom/sdk";
import { readPresetFile, writePresetFile, type Insert, type PresetContent, type UserPreset } from "@headroom/session";
import type { Runtime } from "../app/runtime.js";
import { chooseFiles } from "../files/choose-files.js";
import { safeFileName } from "../files/file-name.js";
import { saveFile } from "../files/save-file.js";
import { notify, sentence } from "../status/notices.js";
import { loadPreset } from "./load-preset.js";
import { sameValues } from "./preset.js";
import { presetOf } from "./user-presets.js";

/** A preset is some kilobytes; what is larger is something else and not worth reading. */
const MOST_BYTES = 1_000_000;

/** Gives the person what an insert sounds like now as a preset file. */
export function exportPreset(insert: Insert, descriptor: PluginDescriptor, name: string): void {
  const file = new Blob([writePresetFile(presetOf(descriptor, insert, name))], { type: "application/json" });
  saveFile(`${safeFileName(name, "Preset")}.preset.json`, file);
}

/** Lets the person choose preset files and adds them to the plugin's presets. One alone is loaded too. */
export function importPresets(runtime: Runtime, insertId: string, descriptor: PluginDescriptor): void {
  chooseFiles(".json,application/json", (files) => void addPresetFiles(runtime, insertId, descriptor, files));
}

async function addPresetFiles(runtime: Runtime, insertId: string, descriptor: PluginDescriptor, files: readonly File[]): Promise<void> {
  const added: UserPreset[] = [];
  for (const file of files) {
    try {
      added.push(addPreset(runtime, descriptor, await readFile(file)));
    } catch (error) {
      notify("error", `${file.name}: ${sentence(error)}`);
    }
  }
  const [first] = added;
  if (first && files.length === 1) loadPreset(runtime, insertId, descriptor, { ...first, origin: "user" });
  if (added.length > 0) notify("info", `Imported ${added.map(({ name }) => `“${name}”`).join(", ")} into the presets of ${descriptor.name}.`);
}

async function readFile(file: File): Promise<PresetContent> {
  if (file.size > MOST_BYTES) throw new Error("This file is not a Headroom preset: it is larger than 1 MB; choose a file that Headroom exported.");
  const read = readPresetFile(await file.text());
  if ("problem" in read) throw new Error(read.problem);
  return read.preset;
}

/** Adds it under its name, or the next free one: “Air 2”. One that is there already, name and values, is not added again. */
function addPreset({ presets, plugins }: Runtime, descriptor: PluginDescriptor, content: PresetContent): UserPreset {
  if (content.plugin !== descriptor.id) {
    throw new Error(`This is a preset of ${plugins.name(content.plugin)}, not of ${descriptor.name}; import it in a window of that plugin.`);
  }
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? content.name : `${content.name} ${number}`;
    const taken = presets.named(content.plugin, name);
    if (!taken) return presets.add({ ...content, name });
    if (sameValues(descriptor, taken.values, content.values)) return taken;
  }
}
