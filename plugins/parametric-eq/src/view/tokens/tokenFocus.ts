import type { BandNumber } from "../../params.js";
import type { EqEditor } from "../bands/eqEditor.js";

/** Puts the keyboard's focus on a band's token, at once or as soon as it is there. @param within - an element that holds the tokens. */
export function focusToken(editor: EqEditor, within: Element | null | undefined, number: BandNumber): void {
  const token = within?.querySelector<HTMLElement>(`.eq-token[data-band="${number}"]`);
  if (token) token.focus({ preventScroll: true });
  else editor.focusWanted = number;
}
