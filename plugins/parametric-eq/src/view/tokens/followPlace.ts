import { onFrame } from "@headroom/ui";
import type { BandNumber } from "../../params.js";
import { bandInWords } from "../bands/bandText.js";
import { tokenPlace } from "../graph/graphScale.js";
import type { TokenSurroundings } from "./tokenSurroundings.js";

/** Keeps a token where its band is, and its words for screen readers what the band is. @returns the undo. */
export function followPlace(element: HTMLElement, number: BandNumber, { editor, area, rangeDb }: TokenSurroundings): () => void {
  let isOld = false;
  const place = () => {
    isOld = false;
    const values = editor.model.valuesOf(number);
    const { x, y } = tokenPlace(values, area.width, area.height, rangeDb);
    element.style.transform = `translate(${x.toFixed(1)}px, ${y.toFixed(1)}px)`;
    element.toggleAttribute("data-off", !values.enabled);
    element.toggleAttribute("data-dynamic", values.dynamic);
    element.setAttribute("aria-valuenow", String(Math.round(values.frequency)));
    element.setAttribute("aria-valuetext", bandInWords(values));
  };
  place();
  const forget = editor.model.subscribe((band) => {
    if (band === number) isOld = true;
  });
  // A token outside the graph's edges is watched too: its graph is what must be seen.
  const stop = onFrame(() => {
    if (isOld) place();
  }, area.element);
  const forgetSize = area.subscribe(place);
  return () => {
    forget();
    stop();
    forgetSize();
  };
}
