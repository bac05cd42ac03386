import { INSERT_SLOTS, MASTER_ID, type Session, type Strip } from "@headroom/session";
import type { Runtime } from "../app/runtime.js";
import { SHORTCUTS } from "../app/shortcuts.js";
import type { Command } from "../app/shortcut.js";
import { favouritesFirst } from "../plugins/favourite-plugins.js";
import { attempt } from "../session/attempt.js";
import { inMixerOrder } from "../strips/mixer-order.js";
import { selectedStrip } from "../strips/selection.js";
import { showStrip } from "../strips/show-strip.js";
import { vcaOrder } from "../vcas/vca-order.js";
import { openWindow } from "../windows/open-windows.js";
import { KEYLESS_COMMANDS } from "./keyless-commands.js";
import type { PaletteEntry } from "./palette-entry.js";

/** All that the palette offers now: commands, strips and VCAs, inserts, and plugins for the selected strip. */
export function paletteEntries(runtime: Runtime): readonly PaletteEntry[] {
  const session = runtime.document.snapshot();
  const strips = [...inMixerOrder(session), MASTER_ID].flatMap((id) => session.strips[id] ?? []);
  const vcas = vcaOrder(session).flatMap((id) => session.vcas[id] ?? []);
  return [
    ...[...SHORTCUTS, ...KEYLESS_COMMANDS].map((command) => commandEntry(runtime, command)),
    ...strips.map(({ id, name, color, kind }) => stripEntry(id, name, color, kind)),
    ...vcas.map(({ id, name, color }) => stripEntry(id, name, color, "VCA")),
    ...strips.flatMap((strip) => insertEntries(runtime, strip)),
    ...pluginEntries(runtime, session),
  ];
}

function commandEntry(runtime: Runtime, { what, keys, run }: Command): PaletteEntry {
  return { id: `command ${what}`, group: "command", label: what, ...(keys === undefined ? {} : { keys }), run: () => run(runtime) };
}

function stripEntry(id: string, name: string, color: string, kind: string): PaletteEntry {
  return { id: `strip ${id}`, group: "strip", label: name || "Unnamed", detail: `Go to the ${kind}`, color, run: () => showStrip(id) };
}

function insertEntries({ plugins }: Runtime, strip: Strip): readonly PaletteEntry[] {
  return strip.inserts.flatMap((insert, slot): readonly PaletteEntry[] =>
    insert ? [{ id: `insert ${insert.id}`, group: "insert", label: plugins.name(insert.plugin), detail: `Open on ${strip.name}, slot ${slot + 1}`, color: strip.color, run: () => openWindow(insert.id) }] : [],
  );
}

/** Plugins for the first free slot of the selected strip; none where it has no free slot. */
function pluginEntries({ document, plugins }: Runtime, session: Session): readonly PaletteEntry[] {
  const strip = session.strips[selectedStrip.value];
  const slot = strip?.inserts.indexOf(null) ?? -1;
  if (!strip || slot < 0 || slot >= INSERT_SLOTS) return [];
  return favouritesFirst(plugins.descriptors.value).map((plugin) => ({
    id: `plugin ${plugin.id}`,
    group: "plugin",
    label: `Add ${plugin.name}`,
    detail: `To ${strip.name}, slot ${slot + 1} · ${plugin.vendor}`,
    color: strip.color,
    run: () => void attempt(() => openWindow(document.inserts.add(strip.id, { plugin: plugin.id, version: plugin.version }, slot))),
  }));
}
