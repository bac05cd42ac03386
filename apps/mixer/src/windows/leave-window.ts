import type { SessionDocument } from "@headroom/session";
import { findInsert } from "../session/find-insert.js";
import { focusSlot } from "../slots/slot-place.js";
import { closeWindow, openWindows } from "./open-windows.js";

/** Closes a plugin window and puts the focus back on its insert's slot. */
export function leaveWindow(document: SessionDocument, insertId: string): void {
  closeWindow(insertId);
  const place = findInsert(document.snapshot(), insertId);
  if (place) focusSlot(place.strip.id, place.slot);
}

/** Closes the window on top, if any is open. */
export function leaveTopWindow(document: SessionDocument): void {
  const top = openWindows.value.at(-1);
  if (top) leaveWindow(document, top.insertId);
}
