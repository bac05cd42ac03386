import type { PluginDescriptor } from "@headroom/sdk";
import type { Runtime } from "../app/runtime.js";
import { attempt } from "../session/attempt.js";
import { findInsert } from "../session/find-insert.js";
import { notify } from "../status/notices.js";
import { allValues, currentPreset, type Preset, presetsOf } from "./preset.js";
import { presetRemarks } from "./preset-remarks.js";

/** Loads a preset into an insert's live setting: one step. What its plugin does not take of it is said. */
export function loadPreset({ document }: Runtime, insertId: string, descriptor: PluginDescriptor, preset: Preset): void {
  const { id, name, values } = preset;
  if (!attempt(() => document.settings.loadPreset(insertId, { id, name }, allValues(descriptor, values)))) return;
  for (const remark of presetRemarks(descriptor, preset)) notify("warning", remark, "line");
}

/** Loads the preset that many places further in the menu, round its ends. */
export function stepPreset(runtime: Runtime, insertId: string, descriptor: PluginDescriptor, places: 1 | -1): void {
  const insert = findInsert(runtime.document.snapshot(), insertId)?.insert;
  if (!insert) return;
  const presets = presetsOf(descriptor, runtime.presets.of(descriptor.id));
  const { preset } = currentPreset(descriptor, insert, presets);
  const at = preset ? presets.indexOf(preset) : places > 0 ? -1 : 0;
  const next = presets[(at + places + presets.length) % presets.length];
  if (next) loadPreset(runtime, insertId, descriptor, next);
}
