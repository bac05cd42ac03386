import { toTravel } from "@headroom/sdk";
import type { ParameterHandle } from "@headroom/sdk/view";
import type { Gesture } from "./gesture.js";
import { dragNumber, dragTravel } from "./steps.js";

/** Pointer drag, Alt-click and double-click of a slider, until the signal aborts. */
export function attachPointer(
  element: HTMLElement,
  handle: ParameterHandle,
  gesture: Gesture,
  dragLength: () => number,
  signal: AbortSignal,
): void {
  let pointer: number | undefined;
  let travel = 0;
  let length = 1;
  let lastY = 0;

  const stop = () => {
    if (pointer === undefined) return;
    pointer = undefined;
    gesture.end();
  };
  element.addEventListener(
    "pointerdown",
    (event) => {
      if (event.button !== 0 || pointer !== undefined || element.ariaDisabled === "true") return;
      // Also stops the browser from selecting text, and from focusing: the next line does.
      event.preventDefault();
      element.focus({ preventScroll: true });
      if (event.altKey) return gesture.reset();
      pointer = event.pointerId;
      element.setPointerCapture(pointer);
      travel = toTravel(handle.spec, handle.number());
      length = Math.max(1, dragLength());
      lastY = event.clientY;
    },
    { signal },
  );
  element.addEventListener(
    "pointermove",
    (event) => {
      if (event.pointerId !== pointer || event.clientY === lastY) return;
      travel = dragTravel(travel, lastY - event.clientY, length, event.shiftKey);
      lastY = event.clientY;
      gesture.set(dragNumber(handle.spec, travel, event.shiftKey));
    },
    { signal },
  );
  element.addEventListener("pointerup", stop, { signal });
  element.addEventListener("pointercancel", stop, { signal });
  element.addEventListener("lostpointercapture", stop, { signal });
  element.addEventListener("dblclick", () => gesture.reset(), { signal });
  element.addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "Escape" || pointer === undefined) return;
      event.stopPropagation();
      element.releasePointerCapture(pointer);
      pointer = undefined;
      gesture.cancel();
    },
    { signal },
  );
}
