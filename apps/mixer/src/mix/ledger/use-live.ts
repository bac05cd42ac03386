import { onFrame } from "@headroom/ui";
import { type RefObject, useEffect, useEffectEvent } from "react";

/** Milliseconds between two updates of live numbers: faster cannot be read. */
const UPDATE_MS = 100;

/**
 * Calls back ten times a second, and at once after every render, while an element is in sight: to write live numbers into
 * the page without rendering it anew.
 */
export function useLive(element: RefObject<HTMLElement | null>, update: (element: HTMLElement) => void): void {
  const onUpdate = useEffectEvent(update);
  useEffect(() => {
    if (element.current) onUpdate(element.current);
  });
  useEffect(() => {
    const watched = element.current;
    if (!watched) return;
    let last = -Infinity;
    return onFrame((now) => {
      if (now - last < UPDATE_MS) return;
      last = now;
      onUpdate(watched);
    }, watched);
  }, [element]);
}

/** Writes a text into the page where it is not there already. */
export function setText(element: Element | null | undefined, text: string): void {
  if (element && element.textContent !== text) element.textContent = text;
}
