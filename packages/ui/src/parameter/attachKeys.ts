import { fromTravel } from "@headroom/sdk";
import type { ParameterHandle } from "@headroom/sdk/view";
import type { Gesture } from "./gesture.js";
import type { StepSize } from "./steps.js";
import { stepNumber } from "./steps.js";

const DIRECTION: Readonly<Record<string, 1 | -1>> = {
  ArrowUp: 1, ArrowRight: 1, PageUp: 1, ArrowDown: -1, ArrowLeft: -1, PageDown: -1,
};

/** Keyboard edits of a slider, until the signal aborts. A held key is one gesture. */
export function attachKeys(
  element: HTMLElement,
  handle: ParameterHandle,
  gesture: Gesture,
  onEdit: ((text: string | undefined) => void) | undefined,
  signal: AbortSignal,
): void {
  element.addEventListener(
    "keydown",
    (event) => {
      if (event.target !== element || event.ctrlKey || event.metaKey || event.altKey || element.ariaDisabled === "true") return;
      if (press(event)) {
        event.preventDefault();
        event.stopPropagation();
      }
    },
    { signal },
  );
  element.addEventListener("keyup", (event) => event.key in DIRECTION && gesture.end(), { signal });
  element.addEventListener("blur", () => gesture.end(), { signal });

  function press(event: KeyboardEvent): boolean {
    const { key } = event;
    const { spec } = handle;
    const direction = DIRECTION[key];
    if (direction !== undefined) {
      const size: StepSize = key.startsWith("Page") ? "page" : event.shiftKey ? "fine" : "normal";
      gesture.set(stepNumber(spec, handle.number(), direction, size));
      return true;
    }
    if (key === "Home" || key === "End") {
      gesture.set(fromTravel(spec, key === "Home" ? 0 : 1));
      gesture.end();
      return true;
    }
    if (key === "Delete" || key === "Backspace") {
      gesture.reset();
      return true;
    }
    if (onEdit && key === "Enter") {
      onEdit(undefined);
      return true;
    }
    if (onEdit && /^[\d.+\-−]$/.test(key)) {
      onEdit(key);
      return true;
    }
    return false;
  }
}
