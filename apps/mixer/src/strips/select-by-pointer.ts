import type { MouseEvent, PointerEvent } from "react";
import type { Runtime } from "../app/runtime.js";
import { allInMixerOrder } from "./mixer-order.js";
import { leadSelection, selectStrip, selectTo, toggleSelected } from "./selection.js";

/** What takes a press for itself. Modifiers mean something of its own there: fine, the default, solo safe. */
const CONTROLS = "button:not(.strip-name-text), select, input, a, [role=slider], [role=spinbutton], [role=separator], .hr-value";

type Modifiers = Pick<MouseEvent, "ctrlKey" | "metaKey" | "shiftKey">;

/**
 * A press anywhere on a strip: it becomes the one that keys act on. With Ctrl beside its controls it is taken into the
 * selection or out of it, with Shift the selection reaches to it. One of several selected strips stays among them, so that
 * what is pressed moves them all.
 */
export function pressStrip({ document }: Runtime, stripId: string, event: PointerEvent): void {
  const isControl = event.target instanceof Element && event.target.closest(CONTROLS) !== null;
  if (event.button !== 0 || isControl || !selectByModifier(document, stripId, event)) leadSelection(stripId);
}

/** A click on a strip's name, or Enter there, selects it alone; with Ctrl or Shift by keyboard as {@link pressStrip}. */
export function clickStripName({ document }: Runtime, stripId: string, event: MouseEvent): void {
  const isByKey = event.detail === 0;
  if (isByKey && selectByModifier(document, stripId, event)) return;
  if (!hasModifier(event)) selectStrip(stripId);
}

function selectByModifier(document: Runtime["document"], stripId: string, event: Modifiers): boolean {
  if (!hasModifier(event)) return false;
  if (event.shiftKey) selectTo(allInMixerOrder(document.snapshot()), stripId);
  else toggleSelected(stripId);
  return true;
}

function hasModifier({ ctrlKey, metaKey, shiftKey }: Modifiers): boolean {
  return ctrlKey || metaKey || shiftKey;
}
