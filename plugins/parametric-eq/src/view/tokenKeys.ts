import { toNumber } from "@headroom/sdk";
import type { ParameterHandle } from "@headroom/sdk/view";
import { stepNumber } from "@headroom/ui";
import type { Gesture } from "@headroom/ui";
import { hasGain } from "../band-filter.js";
import type { TokenGestures, TokenOptions } from "./attachToken.js";
import { clearBand } from "./bandEdits.js";
import type { Band } from "./bands.js";

const Q_KEY_OCTAVES = 1 / 8;

/** Edits a band by keys while its token has the focus, until the signal aborts. A held key is one gesture. */
export function attachTokenKeys(
  element: HTMLElement,
  band: Band,
  { frequency, gain, q }: TokenGestures,
  { onMenu }: TokenOptions,
  signal: AbortSignal,
): void {
  const step = (gesture: Gesture, handle: ParameterHandle, steps: number, fine: boolean) =>
    gesture.set(stepNumber(handle.spec, handle.number(), steps, fine ? "fine" : "normal"));
  const press = (event: KeyboardEvent): boolean => {
    const fine = event.shiftKey;
    switch (event.key) {
      case "ArrowRight":
      case "ArrowLeft":
        step(frequency, band.frequency, event.key === "ArrowRight" ? 1 : -1, fine);
        return true;
      case "ArrowUp":
      case "ArrowDown":
        if (hasGain(band.type.get())) step(gain, band.gain, event.key === "ArrowUp" ? 1 : -1, fine);
        return true;
      case "+":
      case "=":
      case "-":
      case "−":
        q.set(toNumber(band.q.spec, band.q.number() * 2 ** (event.key === "+" || event.key === "=" ? Q_KEY_OCTAVES : -Q_KEY_OCTAVES)));
        return true;
      case " ":
        band.enabled.set(!band.enabled.get());
        return true;
      case "Delete":
      case "Backspace":
        clearBand(band);
        return true;
      case "Enter": {
        const { left, bottom } = element.getBoundingClientRect();
        onMenu(left, bottom);
        return true;
      }
      default:
        return false;
    }
  };
  element.addEventListener(
    "keydown",
    (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || !press(event)) return;
      event.preventDefault();
      event.stopPropagation();
    },
    { signal },
  );
  const end = () => {
    for (const gesture of [frequency, gain, q]) gesture.end();
  };
  element.addEventListener("keyup", end, { signal });
  element.addEventListener("blur", end, { signal });
}
