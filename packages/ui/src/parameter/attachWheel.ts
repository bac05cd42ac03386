import { toTravel } from "@headroom/sdk";
import type { ParameterHandle } from "@headroom/sdk/view";
import type { Gesture } from "./gesture.js";
import { dragNumber, FINE, stepNumber } from "./steps.js";

/** Wheel pixels for the whole travel. One notch of a mouse wheel is about 100 pixels. */
const WHEEL_LENGTH = 5000;
/** Milliseconds without a wheel event after which the gesture is over. */
const PAUSE_MS = 350;
const PIXELS_PER_LINE = 33;

/** Wheel edits of a slider, until the signal aborts. */
export function attachWheel(element: HTMLElement, handle: ParameterHandle, gesture: Gesture, signal: AbortSignal): void {
  let travel = 0;
  let reached = Number.NaN;
  element.addEventListener(
    "wheel",
    (event) => {
      if (event.ctrlKey || element.ariaDisabled === "true") return;
      const pixels = wheelPixels(event);
      if (pixels === 0) return;
      event.preventDefault();
      const { spec } = handle;
      if (spec.kind === "choice" || spec.kind === "toggle" || spec.kind === "integer") {
        gesture.set(stepNumber(spec, handle.number(), -Math.sign(pixels), "normal"));
      } else {
        // What rounding cut off is kept from one event to the next, or a slow trackpad would never move it.
        if (handle.number() !== reached) travel = toTravel(spec, handle.number());
        travel = Math.min(1, Math.max(0, travel - (pixels / WHEEL_LENGTH) * (event.shiftKey ? FINE : 1)));
        gesture.set(dragNumber(spec, travel, event.shiftKey));
        reached = handle.number();
      }
      gesture.endAfter(PAUSE_MS);
    },
    { signal, passive: false },
  );
}

/** Pixels that a wheel event scrolls by, downwards. With Shift, browsers report them as sideways. */
export function wheelPixels(event: WheelEvent): number {
  const delta = event.deltaY === 0 ? event.deltaX : event.deltaY;
  return event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? delta : delta * PIXELS_PER_LINE;
}
