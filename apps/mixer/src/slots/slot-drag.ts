import type { PointerEvent as ReactPointerEvent } from "react";
import type { Runtime } from "../app/runtime.js";
import { Observable } from "../state/observable.js";
import { moveInsert } from "./move-insert.js";

/** Pixels that a pointer must move before a click becomes a drag. */
const DRAG_PIXELS = 5;
const TARGET = "data-drop-target";

/** What the pointer carries over the mixer, if anything. */
export const draggedInsert = new Observable<{ readonly name: string; readonly x: number; readonly y: number; readonly copy: boolean } | undefined>(undefined);

/** Drags an insert to another slot; with Ctrl (or ⌥) held where it is dropped, a copy of it. Escape ends the drag. */
export function dragSlot(down: ReactPointerEvent<HTMLElement>, { document }: Runtime, insertId: string, name: string): void {
  if (down.button !== 0) return;
  const { clientX, clientY, currentTarget } = down;
  const ended = new AbortController();
  let target: HTMLElement | undefined;

  const point = (slot: HTMLElement | undefined) => {
    if (slot === target) return;
    target?.removeAttribute(TARGET);
    slot?.setAttribute(TARGET, "");
    target = slot;
  };
  const end = () => {
    ended.abort();
    point(undefined);
    draggedInsert.set(undefined);
  };
  const move = (event: PointerEvent) => {
    if (!draggedInsert.value && Math.hypot(event.clientX - clientX, event.clientY - clientY) < DRAG_PIXELS) return;
    draggedInsert.set({ name, x: event.clientX, y: event.clientY, copy: event.ctrlKey || event.altKey });
    point(slotAt(event.clientX, event.clientY));
  };
  const drop = (event: PointerEvent) => {
    const wasDragged = draggedInsert.value !== undefined;
    const to = target;
    end();
    if (!wasDragged) return;
    // The click that follows a drag must not open the window.
    const dropped = new AbortController();
    currentTarget.addEventListener("click", (click) => click.stopPropagation(), { capture: true, signal: dropped.signal });
    setTimeout(() => dropped.abort());
    if (to) moveInsert(document, insertId, to.dataset["strip"] ?? "", Number(to.dataset["slot"]), event.ctrlKey || event.altKey);
  };
  addEventListener("pointermove", move, { signal: ended.signal });
  addEventListener("pointerup", drop, { signal: ended.signal });
  addEventListener("pointercancel", end, { signal: ended.signal });
  const giveUp = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.stopImmediatePropagation();
    end();
  };
  addEventListener("keydown", giveUp, { capture: true, signal: ended.signal });
}

function slotAt(x: number, y: number): HTMLElement | undefined {
  return document.elementFromPoint(x, y)?.closest<HTMLElement>(".slot") ?? undefined;
}
