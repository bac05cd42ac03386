import { INSERT_SLOTS, MASTER_ID } from "@headroom/session";
import type { Runtime } from "../app/runtime.js";
import { openMenu, type MenuAction, type MenuPlace } from "../menu/menu-request.js";
import { attempt } from "../session/attempt.js";
import { findInsert } from "../session/find-insert.js";
import { inMixerOrder } from "../strips/mixer-order.js";
import { openWindow } from "../windows/open-windows.js";
import { moveByKey } from "./move-insert.js";
import { retryInsert } from "./retry-insert.js";

const MIXES = [100, 75, 50, 25];

/** Opens the menu of what can be done with an insert. */
export function openInsertMenu(runtime: Runtime, insertId: string, place: MenuPlace): void {
  const { document, plugins, engine } = runtime;
  const placed = findInsert(document.snapshot(), insertId);
  if (!placed) return;
  const { insert, strip, slot } = placed;
  const edit = (run: () => void) => () => void attempt(run);
  const strips = [...inMixerOrder(document.snapshot()), MASTER_ID];
  const index = strips.indexOf(strip.id);
  const state = engine.value?.insertStatus(insertId)?.state;
  const retry: MenuAction[] =
    state === "stopped" || state === "missing" ? [{ label: "Start again", run: () => void retryInsert(runtime, insertId) }] : [];
  const actions: MenuAction[] = [
    ...retry,
    { label: "Open", shortcut: "Enter", run: () => openWindow(insertId) },
    { label: insert.bypass ? "Switch on" : "Bypass", shortcut: "B", run: edit(() => document.inserts.setBypass(insertId, !insert.bypass)) },
    { label: "Remove", shortcut: "Del", dangerous: true, run: edit(() => document.inserts.remove(insertId)) },
  ];
  const step = (label: string, shortcut: string, slots: number, by: number, disabled: boolean): MenuAction => ({
    label,
    shortcut,
    disabled,
    run: () => moveByKey(document, insertId, { slots, strips: by }),
  });
  const moves = [
    step("Move up", "Alt+↑", -1, 0, slot === 0),
    step("Move down", "Alt+↓", 1, 0, slot === INSERT_SLOTS - 1),
    step("Move to the strip at the left", "Alt+←", 0, -1, index === 0),
    step("Move to the strip at the right", "Alt+→", 0, 1, index === strips.length - 1),
    slot < strip.slotsBeforeFader
      ? { label: "Place after the fader", run: edit(() => document.strips.set(strip.id, { slotsBeforeFader: slot })) }
      : { label: "Place before the fader", run: edit(() => document.strips.set(strip.id, { slotsBeforeFader: slot + 1 })) },
    { label: "Duplicate", run: edit(() => document.inserts.copy(insertId, strip.id, slot)) },
    {
      label: "Where it runs",
      detail: insert.hosting === undefined ? "As the session says" : insert.hosting,
      run: () => void import("../hosting/hosting-menu.js").then(({ openInsertHosting }) => openInsertHosting(runtime, insertId, place)),
    },
  ];
  const mixes = MIXES.map((mix) => ({
    label: `${mix} %`,
    checked: Math.round(insert.mix * 100) === mix,
    run: edit(() => document.inserts.setMix(insertId, mix / 100)),
  }));
  openMenu.set({ label: plugins.name(insert.plugin), place, sections: [{ actions }, { title: "Place", actions: moves }, { title: "Mix", actions: mixes }] });
}
