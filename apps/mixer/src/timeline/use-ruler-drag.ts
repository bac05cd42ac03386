import { type PointerEvent, useState } from "react";
import { useRuntime } from "../app/runtime.js";
import { snapToBeat } from "./time-scale.js";

/** Pixels that a pointer must move before a click becomes a drag. */
const DRAG_PIXELS = 4;

interface Span {
  readonly startSeconds: number;
  readonly endSeconds: number;
}

/**
 * A click in the ruler moves the song there; a drag sets the loop, snapped to beats.
 * @returns the loop while it is being dragged, and the handler for the ruler.
 */
export function useRulerDrag(pixelsPerSecond: number) {
  const { document, transport } = useRuntime();
  const [dragged, setDragged] = useState<Span>();

  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return;
    const ruler: HTMLElement = event.currentTarget;
    const left = ruler.getBoundingClientRect().left;
    const { tempo } = document.snapshot();
    const secondsAt = (clientX: number) => Math.max(0, clientX - left) / pixelsPerSecond;
    const from = event.clientX;
    let span: Span | undefined;
    ruler.setPointerCapture(event.pointerId);
    const ended = new AbortController();
    ruler.addEventListener("pointermove", (now) => {
      if (!span && Math.abs(now.clientX - from) < DRAG_PIXELS) return;
      const [a, b] = [from, now.clientX].map((x) => snapToBeat(secondsAt(x), tempo)).sort((one, two) => one - two);
      span = { startSeconds: a ?? 0, endSeconds: Math.max(b ?? 0, (a ?? 0) + 60 / tempo) };
      setDragged(span);
    }, { signal: ended.signal });
    const finish = () => {
      ended.abort();
      setDragged(undefined);
      if (span) transport.setLoop({ enabled: true, ...span });
      else transport.seek(secondsAt(from));
    };
    ruler.addEventListener("pointerup", finish, { signal: ended.signal });
    ruler.addEventListener("pointercancel", () => {
      ended.abort();
      setDragged(undefined);
    }, { signal: ended.signal });
  };
  return { dragged, onPointerDown };
}
