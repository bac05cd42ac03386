import type { BandNumber } from "../../params.js";
import { clearBands } from "../bands/bandEdits.js";
import type { EqEditor } from "../bands/eqEditor.js";

/**
 * Removes a band, with all that is selected if it is selected. The focus goes to a band that stays, or to the graph: it
 * must not fall to the page, where the same key removes more.
 * @param within - an element that holds the tokens.
 */
export function removeBands(editor: EqEditor, within: Element | null | undefined, number: BandNumber): void {
  const gone = editor.concerned(number);
  const stays = editor.model.inUse.filter((band) => !gone.includes(band));
  const next = stays.find((band) => band.number > number) ?? stays.at(-1);
  clearBands(gone);
  editor.selection.point(undefined);
  if (next) editor.selection.set([next.number]);
  else editor.selection.clear();
  const target = next ? within?.querySelector<HTMLElement>(`.eq-token[data-band="${next.number}"]`) : within?.closest<HTMLElement>(".eq-graph");
  target?.focus({ preventScroll: true });
}
