import type { Strip } from "@headroom/session";
import type { Runtime } from "../app/runtime.js";
import { openMenu, type MenuAction, type MenuPlace } from "../menu/menu-request.js";
import { openNewSendMenu } from "../sends/send-menu.js";
import { attempt } from "../session/attempt.js";
import { membershipActions } from "../vcas/vca-menu.js";
import { copyStrips, recolor, removeStrips } from "./linked-edits.js";
import { renaming } from "./renaming.js";
import { STRIP_COLORS } from "./strip-colors.js";

/** Opens the menu of what can be done with a strip. */
export function openStripMenu(runtime: Runtime, strip: Strip, place: MenuPlace): void {
  const { document } = runtime;
  const edit = (run: () => void) => () => void attempt(run);
  const index = document.snapshot().order.indexOf(strip.id);
  const last = document.snapshot().order.length - 1;
  const actions: MenuAction[] = [{ label: "Rename", shortcut: "F2", run: () => renaming.set(strip.id) }];
  actions.push({ label: "Automation…", run: () => void import("../automation/lane-menu.js").then(({ openLaneMenu }) => openLaneMenu(runtime, strip.id, place)) });
  if (strip.kind !== "master") {
    actions.push(
      { label: "Add a send…", run: () => openNewSendMenu(runtime, strip, place) },
      { label: "Duplicate", shortcut: "Ctrl+D", run: () => copyStrips(document, strip.id) },
      { label: "Move left", disabled: index === 0, run: edit(() => document.strips.move(strip.id, index - 1)) },
      { label: "Move right", disabled: index === last, run: edit(() => document.strips.move(strip.id, index + 1)) },
      { label: "Delete", shortcut: "Del", dangerous: true, run: () => removeStrips(document, strip.id) },
    );
  }
  const signal: MenuAction[] = [
    { label: "Swap left and right", checked: strip.swap, run: edit(() => document.strips.set(strip.id, { swap: !strip.swap })) },
    polarity(document, strip, 0, "left"),
    polarity(document, strip, 1, "right"),
  ];
  const colors = STRIP_COLORS.map(({ name, color }) => ({
    label: name,
    color,
    checked: color === strip.color,
    run: () => recolor(document, strip.id, color),
  }));
  openMenu.set({ label: strip.name, place, sections: [{ actions }, { title: "Signal", actions: signal }, { title: "VCAs", actions: membershipActions(runtime, document.snapshot(), strip.id) }, { title: "Colour", actions: colors }] });
}

function polarity(document: Runtime["document"], strip: Strip, side: 0 | 1, name: string): MenuAction {
  return {
    label: `Invert polarity of the ${name} side`,
    checked: strip.invert[side],
    run: () =>
      void attempt(() => {
        const invert: [boolean, boolean] = [...strip.invert];
        invert[side] = !invert[side];
        document.strips.set(strip.id, { invert });
      }),
  };
}
