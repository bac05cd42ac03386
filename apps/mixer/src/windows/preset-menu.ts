import { toNumber, fromNumber, type ParameterValue, type PluginDescriptor } from "@headroom/sdk";
import type { Insert } from "@headroom/session";
import type { Runtime } from "../app/runtime.js";
import { openMenu, type MenuPlace } from "../menu/menu-request.js";
import { attempt } from "../session/attempt.js";

/** Offers a plugin's presets, first of them its default. */
export function openPresetMenu({ document, plugins }: Runtime, insert: Insert, place: MenuPlace): void {
  const descriptor = plugins.descriptor(insert.plugin);
  if (!descriptor) return;
  const presets = [{ name: "Default", values: {} }, ...descriptor.presets.filter(({ name }) => name !== "Default")];
  const actions = presets.map((preset) => ({
    label: preset.name,
    run: () =>
      void attempt(() => document.inserts.setParams(insert.id, presetValues(descriptor, preset.values), `Preset ${preset.name} for ${descriptor.name}`)),
  }));
  openMenu.set({ label: `Presets of ${descriptor.name}`, place, sections: [{ title: "Presets", actions }] });
}

/** The value of every parameter under a preset: what it leaves out takes its default. */
export function presetValues(descriptor: PluginDescriptor, values: Readonly<Record<string, unknown>>): Record<string, ParameterValue> {
  return Object.fromEntries(
    Object.entries(descriptor.params).map(([id, spec]) => [id, fromNumber(spec, toNumber(spec, values[id] ?? spec.default))]),
  );
}
