import { toNumber } from "@headroom/sdk";
import { frequencyToX, gainToY, xToFrequency, yToGain } from "@headroom/ui";
import { hasGain } from "../band-filter.js";
import type { TokenGestures, TokenOptions } from "./attachToken.js";
import type { Band } from "./bands.js";

const FINE = 0.1;

/** Drags a token over the graph, until the signal aborts. Escape puts it back. */
export function attachTokenDrag(
  element: HTMLElement,
  band: Band,
  { frequency, gain }: TokenGestures,
  { graph, rangeDb, onSelect }: TokenOptions,
  signal: AbortSignal,
): void {
  let pointer: number | undefined;
  let x = 0;
  let y = 0;
  let lastX = 0;
  let lastY = 0;
  const end = () => {
    pointer = undefined;
    frequency.end();
    gain.end();
  };
  element.addEventListener(
    "pointerdown",
    (event) => {
      if (event.button !== 0 || pointer !== undefined) return;
      event.preventDefault();
      event.stopPropagation();
      element.focus({ preventScroll: true });
      onSelect();
      if (event.altKey) return band.enabled.set(!band.enabled.get());
      pointer = event.pointerId;
      element.setPointerCapture(pointer);
      x = frequencyToX(band.frequency.number(), graph.clientWidth);
      y = gainToY(band.gain.number(), graph.clientHeight, rangeDb);
      lastX = event.clientX;
      lastY = event.clientY;
    },
    { signal },
  );
  element.addEventListener(
    "pointermove",
    (event) => {
      if (event.pointerId !== pointer) return;
      const speed = event.shiftKey ? FINE : 1;
      x = Math.min(graph.clientWidth, Math.max(0, x + (event.clientX - lastX) * speed));
      y = Math.min(graph.clientHeight, Math.max(0, y + (event.clientY - lastY) * speed));
      lastX = event.clientX;
      lastY = event.clientY;
      frequency.set(toNumber(band.frequency.spec, xToFrequency(x, graph.clientWidth)));
      if (!hasGain(band.type.get())) return;
      const gainDb = yToGain(y, graph.clientHeight, rangeDb);
      // Tenths, as they are shown; what is finer can be typed.
      gain.set(toNumber(band.gain.spec, Math.round(gainDb * 10) / 10));
    },
    { signal },
  );
  for (const type of ["pointerup", "pointercancel", "lostpointercapture"] as const) element.addEventListener(type, end, { signal });
  element.addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "Escape" || pointer === undefined) return;
      event.stopPropagation();
      pointer = undefined;
      frequency.cancel();
      gain.cancel();
    },
    { signal },
  );
}
