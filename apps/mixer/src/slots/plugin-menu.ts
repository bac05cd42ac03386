import type { Runtime } from "../app/runtime.js";
import { openMenu, type MenuPlace } from "../menu/menu-request.js";
import { favouritesFirst } from "../plugins/favourite-plugins.js";
import { openPluginList } from "../plugins/plugin-list-state.js";
import { attempt } from "../session/attempt.js";
import { openWindow } from "../windows/open-windows.js";
import type { SlotPlace } from "./slot-place.js";

/** Offers the plugins for a slot, favourites first; the chosen one is put there and its window opens. */
export function openPluginMenu({ document, plugins }: Runtime, place: SlotPlace, menuPlace: MenuPlace): void {
  const actions = favouritesFirst(plugins.descriptors.value).map((plugin) => ({
    label: plugin.name,
    detail: `${plugin.vendor} · ${plugin.features.join(", ")}`,
    run: () =>
      void attempt(() => {
        openWindow(document.inserts.add(place.stripId, { plugin: plugin.id, version: plugin.version }, place.slot));
      }),
  }));
  const faults = [...plugins.faults.value, ...plugins.lost.value.map(({ fault }) => fault)].map((fault) => ({ label: fault, disabled: true, run: () => undefined }));
  const waiting = actions.length === 0 && faults.length === 0 ? [{ label: "Plugins are still loading…", disabled: true, run: () => undefined }] : [];
  openMenu.set({
    label: `Plugin for slot ${place.slot + 1} of ${place.stripName}`,
    place: menuPlace,
    sections: [{ title: `Insert into slot ${place.slot + 1}`, actions: [...actions, ...waiting] }, ...(faults.length > 0 ? [{ title: "Not loaded", actions: faults }] : []), { stays: true, actions: [{ label: "All plugins…", run: openPluginList }] }],
  });
}
