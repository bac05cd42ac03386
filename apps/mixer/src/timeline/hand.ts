import type { KeyboardEvent as ReactKeyboardEvent, PointerEvent as ReactPointerEvent } from "react";

/** Pixels that a pointer must move before a click becomes a drag. */
const DRAG_PIXELS = 3;

/** Where a pointer came to since it went down. */
export interface Drag {
  readonly x: number;
  readonly y: number;
  readonly clientX: number;
  readonly clientY: number;
  /** Shift is held: without the grid, or finer. */
  readonly free: boolean;
}

/** One edit by hand on the timeline, from its start to its one undo step. */
export interface HandEdit {
  readonly drag: (by: Drag) => void;
  /** An arrow key: right and up are 1. */
  readonly step: (x: number, y: number, fine: boolean) => void;
  /** @param copy - Alt or Ctrl was held where a pointer let go. */
  readonly end: (copy: boolean) => void;
  readonly cancel: () => void;
}

/**
 * Follows a pointer that went down. Escape takes the edit back.
 *
 * @param begin - called once the pointer has moved.
 * @param click - called where it goes up without.
 */
export function dragByPointer(down: ReactPointerEvent<HTMLElement>, begin: () => HandEdit | undefined, click?: (event: PointerEvent) => void): void {
  if (down.button !== 0) return;
  down.stopPropagation();
  const { clientX, clientY, pointerId, currentTarget } = down;
  currentTarget.setPointerCapture(pointerId);
  const ended = new AbortController();
  let edit: HandEdit | undefined;
  const on = <Type extends keyof HTMLElementEventMap>(type: Type, listener: (event: HTMLElementEventMap[Type]) => void) =>
    currentTarget.addEventListener(type, listener, { signal: ended.signal });
  on("pointermove", (event) => {
    const [x, y] = [event.clientX - clientX, event.clientY - clientY];
    if (!edit && Math.hypot(x, y) < DRAG_PIXELS) return;
    edit ??= begin();
    edit?.drag({ x, y, clientX: event.clientX, clientY: event.clientY, free: event.shiftKey });
  });
  on("pointerup", (event) => {
    ended.abort();
    if (edit) edit.end(event.altKey || event.ctrlKey);
    else click?.(event);
  });
  const giveUp = () => {
    ended.abort();
    edit?.cancel();
  };
  on("pointercancel", giveUp);
  addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "Escape") return;
      event.stopImmediatePropagation();
      giveUp();
    },
    { capture: true, signal: ended.signal },
  );
}

const ARROWS: Readonly<Record<string, readonly [x: number, y: number]>> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };

let held: { readonly element: HTMLElement; readonly edit: HandEdit } | undefined;

/**
 * Takes an arrow key: as long as it is held, its steps are one edit, which ends when the key comes up or the focus goes.
 *
 * @returns whether the key was one.
 */
export function stepByKeys(event: ReactKeyboardEvent<HTMLElement>, begin: () => HandEdit | undefined): boolean {
  const arrow = ARROWS[event.key];
  if (!arrow || event.altKey || event.ctrlKey || event.metaKey) return false;
  event.preventDefault();
  event.stopPropagation();
  const element = event.currentTarget;
  if (held?.element !== element) {
    held?.edit.end(false);
    const edit = begin();
    if (!edit) return true;
    held = { element, edit };
    const over = new AbortController();
    const end = () => {
      over.abort();
      const mine = held?.element === element ? held : undefined;
      if (mine) held = undefined;
      mine?.edit.end(false);
    };
    addEventListener("keyup", (up) => up.key in ARROWS && end(), { capture: true, signal: over.signal });
    element.addEventListener("blur", end, { signal: over.signal });
  }
  held.edit.step(arrow[0], arrow[1], event.shiftKey);
  return true;
}
