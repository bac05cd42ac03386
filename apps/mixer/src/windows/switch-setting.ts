import type { SessionDocument } from "@headroom/session";
import { attempt } from "../session/attempt.js";
import { openWindows } from "./open-windows.js";

/** Makes an insert's other setting, A or B, the one that is heard. */
export function switchSetting(document: SessionDocument, insertId: string): void {
  attempt(() => document.settings.switch(insertId));
}

/** The same for the window on top, if any is open. */
export function switchTopWindow(document: SessionDocument): void {
  const top = openWindows.value.at(-1);
  if (top) switchSetting(document, top.insertId);
}

/** Alt+A, by the key's place: with Alt it types another letter on some keyboards. */
export function isSwitchKey({ code, altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent): boolean {
  return code === "KeyA" && altKey && !ctrlKey && !metaKey && !shiftKey;
}
