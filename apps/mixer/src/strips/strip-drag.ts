import type { PointerEvent as ReactPointerEvent } from "react";
import type { Runtime } from "../app/runtime.js";
import { attempt } from "../session/attempt.js";

/** Pixels that a pointer must move before a press becomes a drag. */
const DRAG_PIXELS = 6;
/** At the row, for the stylesheet: a strip is on its way. */
const UNDER_WAY = "data-strip-dragged";
/** At the strip that the dragged one would stand before or behind. */
const SIDE = "data-drop-side";

interface Target {
  readonly element: HTMLElement;
  readonly id: string;
  readonly isAfter: boolean;
}

/** Drags a channel or bus by its name to another place among its kind. Escape ends the drag. */
export function dragStrip(down: ReactPointerEvent<HTMLElement>, { document }: Runtime, stripId: string): void {
  const kind = document.snapshot().strips[stripId]?.kind;
  if (down.button !== 0 || kind === undefined || kind === "master" || down.pointerType === "touch") return;
  const { clientX, clientY } = down;
  const row = down.currentTarget.closest<HTMLElement>(".mixer-strips");
  const ended = new AbortController();
  const { signal } = ended;
  let target: Target | undefined;
  let isDragged = false;

  const point = (next: Target | undefined) => {
    target?.element.removeAttribute(SIDE);
    next?.element.setAttribute(SIDE, next.isAfter ? "after" : "before");
    target = next;
  };
  const end = () => {
    ended.abort();
    point(undefined);
    row?.removeAttribute(UNDER_WAY);
  };
  const move = (event: PointerEvent) => {
    isDragged ||= Math.hypot(event.clientX - clientX, event.clientY - clientY) >= DRAG_PIXELS;
    if (!isDragged) return;
    row?.setAttribute(UNDER_WAY, "");
    point(stripAt(event, kind));
  };
  const drop = () => {
    const to = target;
    end();
    if (!to || to.id === stripId) return;
    const { order } = document.snapshot();
    const without = order.filter((id) => id !== stripId);
    attempt(() => document.strips.move(stripId, without.indexOf(to.id) + (to.isAfter ? 1 : 0)));
  };
  addEventListener("pointermove", move, { signal });
  addEventListener("pointerup", drop, { signal });
  addEventListener("pointercancel", end, { signal });
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !isDragged) return;
    event.stopImmediatePropagation();
    end();
  }, { capture: true, signal });
}

function stripAt({ clientX, clientY }: PointerEvent, kind: string): Target | undefined {
  const element = document.elementFromPoint(clientX, clientY)?.closest<HTMLElement>(`.mixer-strips > .strip[data-kind="${kind}"]`);
  const id = element?.querySelector<HTMLElement>("[data-strip-focus]")?.dataset["stripFocus"];
  if (!element || id === undefined) return undefined;
  const { left, width } = element.getBoundingClientRect();
  return { element, id, isAfter: clientX > left + width / 2 };
}
