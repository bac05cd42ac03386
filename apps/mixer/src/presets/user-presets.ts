import type { PluginDescriptor } from "@headroom/sdk";
import type { Insert, PresetContent, UserPreset } from "@headroom/session";
import type { Runtime } from "../app/runtime.js";
import { attempt } from "../session/attempt.js";
import { notifyWithUndo } from "../status/notices.js";
import { allValues } from "./preset.js";

/** An insert's live setting as a preset of that name. */
export function presetOf(descriptor: PluginDescriptor, insert: Insert, name: string): PresetContent {
  return { plugin: descriptor.id, pluginVersion: descriptor.version, name, values: allValues(descriptor, insert.params) };
}

/**
 * Saves an insert's live setting under a name; a preset of that name is replaced, which can be taken back.
 * @returns whether it was saved; a refusal is said in words.
 */
export function savePreset(runtime: Runtime, insert: Insert, descriptor: PluginDescriptor, name: string): boolean {
  const { document, presets } = runtime;
  const taken = presets.named(descriptor.id, name);
  return attempt(() => {
    const { id } = taken ?? presets.add(presetOf(descriptor, insert, name));
    if (taken) replaceValues(runtime, insert, descriptor, taken);
    document.settings.namePreset(insert.id, { id, name: presets.get(id)?.name ?? name });
  });
}

/** Gives a preset the values that an insert has now. */
export function replaceValues({ presets }: Runtime, insert: Insert, descriptor: PluginDescriptor, { id, name }: Pick<UserPreset, "id" | "name">): void {
  const { pluginVersion, values } = presetOf(descriptor, insert, name);
  attempt(() => offerUndo(`The preset “${name}” was replaced.`, presets.update(id, { pluginVersion, values })));
}

export function removePreset({ presets }: Runtime, { id, name }: Pick<UserPreset, "id" | "name">): void {
  attempt(() => offerUndo(`The preset “${name}” was deleted.`, presets.remove(id)));
}

function offerUndo(text: string, undo: () => void): void {
  notifyWithUndo(text, () => void attempt(undo));
}
