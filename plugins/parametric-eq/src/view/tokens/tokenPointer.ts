import type { BandNumber } from "../../params.js";
import { flattenBands, toggleBands } from "../bands/bandEdits.js";
import { TokenDrag } from "./TokenDrag.js";
import type { TokenSurroundings } from "./tokenSurroundings.js";

/** CSS pixels that a hand may tremble within a click. */
const CLICK_PIXELS = 3;
/** Milliseconds after which Alt and a press are no click any more but listen to the band. */
const HOLD_MS = 220;

interface Press {
  readonly id: number;
  readonly down: PointerEvent;
  readonly wasSelected: boolean;
  readonly extends: boolean;
  readonly hold: ReturnType<typeof setTimeout> | undefined;
  drag?: TokenDrag;
}

/**
 * Edits a band by pointer, until the signal aborts. A press selects, with Shift or Ctrl it extends the selection; a drag
 * moves all that is selected; with Alt a click switches the band, a hold or drag listens to it; a double-click puts it to
 * 0 dB; Escape takes a drag back.
 */
export function attachTokenPointer(element: HTMLElement, number: BandNumber, { editor, area, rangeDb, onMenu }: TokenSurroundings, signal: AbortSignal): void {
  const { selection, listening } = editor;
  let press: Press | undefined;
  let stopListening: (() => void) | undefined;
  const listen = () => (stopListening ??= listening.start(number));

  const release = () => {
    if (!press) return;
    clearTimeout(press.hold);
    press.drag?.end();
    stopListening?.();
    stopListening = undefined;
    press = undefined;
  };
  const click = ({ down, wasSelected, extends: isExtending }: Press) => {
    if (down.altKey) return stopListening === undefined ? toggleBands(editor.concerned(number)) : undefined;
    if (!wasSelected) return;
    if (isExtending) selection.remove(number);
    else selection.set([number]);
  };

  element.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || press) return;
    event.preventDefault();
    event.stopPropagation();
    const wasSelected = selection.has(number);
    const isExtending = event.shiftKey || event.ctrlKey || event.metaKey;
    if (isExtending) selection.add(number);
    else selection.focus(number);
    element.focus({ preventScroll: true });
    element.setPointerCapture(event.pointerId);
    const hold = event.altKey ? setTimeout(listen, HOLD_MS) : undefined;
    press = { id: event.pointerId, down: event, wasSelected, extends: isExtending, hold };
  }, { signal });

  element.addEventListener("pointermove", (event) => {
    if (event.pointerId !== press?.id) return;
    const { down } = press;
    if (!press.drag) {
      if (Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY) < CLICK_PIXELS) return;
      if (down.altKey) listen();
      press.drag = new TokenDrag(editor.group(number), area, rangeDb, down);
    }
    press.drag.move(event);
  }, { signal });

  element.addEventListener("pointerup", (event) => {
    if (event.pointerId !== press?.id) return;
    if (!press.drag) click(press);
    release();
  }, { signal });
  for (const type of ["pointercancel", "lostpointercapture"] as const) element.addEventListener(type, release, { signal });
  signal.addEventListener("abort", release);

  element.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !press) return;
    event.stopPropagation();
    press.drag?.cancel();
    release();
  }, { signal });
  element.addEventListener("dblclick", (event) => {
    event.stopPropagation();
    if (!event.altKey) flattenBands(editor.concerned(number));
  }, { signal });
  element.addEventListener("contextmenu", (event) => {
    event.preventDefault();
    selection.focus(number);
    const { left, bottom } = element.getBoundingClientRect();
    // The keyboard's menu key gives no place.
    onMenu(event.clientX || left, event.clientY || bottom);
  }, { signal });
}
