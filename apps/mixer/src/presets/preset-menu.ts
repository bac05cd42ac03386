import type { PluginDescriptor } from "@headroom/sdk";
import type { Insert } from "@headroom/session";
import type { Runtime } from "../app/runtime.js";
import { openMenu, type MenuAction, type MenuPlace } from "../menu/menu-request.js";
import { loadPreset } from "./load-preset.js";
import { type CurrentPreset, type Preset, presetsOf } from "./preset.js";
import { exportPreset, importPresets } from "./preset-files.js";
import { presetNaming } from "./preset-name-dialog.js";
import { removePreset, replaceValues } from "./user-presets.js";

/** From so many presets on the menu has a field to search in. */
const MANY = 8;

/** Offers a plugin's presets, and what can be done with the current one. */
export function openPresetMenu(runtime: Runtime, insert: Insert, descriptor: PluginDescriptor, current: CurrentPreset, place: MenuPlace): void {
  const presets = presetsOf(descriptor, runtime.presets.of(descriptor.id));
  const offer = (origin: Preset["origin"]) =>
    presets
      .filter((preset) => preset.origin === origin)
      .map((preset): MenuAction => ({
        label: preset.name,
        checked: preset === current.preset || preset.id === current.preset?.id,
        run: () => loadPreset(runtime, insert.id, descriptor, preset),
      }));
  const user = offer("user");
  openMenu.set({
    label: `Presets of ${descriptor.name}`,
    place,
    ...(presets.length >= MANY ? { search: "Search presets" } : {}),
    sections: [
      { title: "Factory", actions: offer("factory") },
      ...(user.length > 0 ? [{ title: "Yours", actions: user }] : []),
      { stays: true, actions: [...ownActions(runtime, insert, descriptor, current), ...fileActions(runtime, insert, descriptor, current)] },
    ],
  });
}

/** A factory preset cannot be changed: it is saved under another name. */
function ownActions(runtime: Runtime, insert: Insert, descriptor: PluginDescriptor, { preset, isEdited, name }: CurrentPreset): readonly MenuAction[] {
  const isUser = preset?.origin === "user";
  const saveAs: MenuAction = { label: "Save as…", run: () => presetNaming.set({ kind: "save", insertId: insert.id, name: isUser || !preset ? name : "" }) };
  if (!isUser) return [saveAs];
  return [
    { label: "Save", disabled: !isEdited, run: () => replaceValues(runtime, insert, descriptor, preset) },
    saveAs,
    { label: "Rename…", run: () => presetNaming.set({ kind: "rename", presetId: preset.id }) },
    { label: "Delete", dangerous: true, run: () => removePreset(runtime, preset) },
  ];
}

function fileActions(runtime: Runtime, insert: Insert, descriptor: PluginDescriptor, { name }: CurrentPreset): readonly MenuAction[] {
  return [
    { label: "Import…", run: () => importPresets(runtime, insert.id, descriptor) },
    { label: "Export…", run: () => exportPreset(insert, descriptor, name) },
  ];
}
