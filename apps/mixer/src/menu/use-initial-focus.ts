import { type RefObject, useEffect } from "react";

const FIRST = "input, [role^=menuitem]:not([aria-disabled=true])";

/**
 * Brings the focus into what just opened. React Aria waits for transitions under way before it moves the focus after a press
 * that came from the keyboard; what was pressed has become inert by then and lost the focus, and it moves nothing.
 */
export function useInitialFocus(root: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    // Two frames: the first belongs to React Aria's own attempt.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        if (root.current?.contains(document.activeElement) === false) root.current.querySelector<HTMLElement>(FIRST)?.focus();
      });
    });
    return () => cancelAnimationFrame(frame);
  }, [root]);
}
