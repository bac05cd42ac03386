import { useEffect } from "react";
import { useRuntime } from "./runtime.js";
import type { Shortcut } from "./shortcut.js";

const TEXT_FIELDS = "input:not([type=range]):not([type=radio]):not([type=checkbox]), textarea, select, [contenteditable=true]";

/**
 * Listens for a page's keys wherever nobody types and no dialog or menu is open.
 * @param shortcuts - the same list at every call.
 */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  const runtime = useRuntime();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || (event.target instanceof Element && isBusy(event.target, event.key))) return;
      const shortcut = shortcuts.find(({ matches }) => matches(event));
      if (!shortcut) return;
      event.preventDefault();
      shortcut.run(runtime);
    };
    addEventListener("keydown", onKeyDown);
    return () => removeEventListener("keydown", onKeyDown);
  }, [runtime, shortcuts]);
}

function isBusy(target: Element, key: string): boolean {
  if (target.closest(TEXT_FIELDS)) return true;
  if (target.closest("[role=menu], [role=dialog][aria-modal=true], .dialog")) return true;
  // Space presses a focused button only where it got the focus by the keyboard: after a click it plays.
  return key === " " && target.matches("button:focus-visible, [role=separator]");
}
