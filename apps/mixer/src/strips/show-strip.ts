import { selectStrip } from "./selection.js";

/** Selects a strip or VCA, brings it into view and gives its name the focus. */
export function showStrip(stripId: string): void {
  selectStrip(stripId);
  focusStrip(stripId);
}

/** Brings a strip or VCA into view and gives its name the focus. */
export function focusStrip(stripId: string): void {
  const name = document.querySelector<HTMLElement>(`[data-strip-focus="${CSS.escape(stripId)}"]`);
  name?.focus({ preventScroll: true });
  name?.closest(".strip")?.scrollIntoView({ block: "nearest", inline: "nearest" });
}
