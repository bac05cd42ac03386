import { toNumber } from "@headroom/sdk";
import type { ParameterHandle } from "@headroom/sdk/view";
import { Gesture, stepNumber } from "@headroom/ui";
import { hasGain } from "../../band-types.js";
import type { BandNumber } from "../../params.js";
import type { Band } from "../bands/band.js";
import { toggleBands } from "../bands/bandEdits.js";
import { removeBands } from "./removeBands.js";
import { focusToken } from "./tokenFocus.js";
import type { TokenSurroundings } from "./tokenSurroundings.js";

const Q_KEY_OCTAVES = 1 / 8;

interface HeldKeys {
  readonly band: Band;
  readonly gestures: Map<ParameterHandle, Gesture>;
}

/**
 * Edits a band, and what is selected with it, by keys while its token has the focus, until the signal aborts. A held key
 * is one gesture.
 */
export function attachTokenKeys(element: HTMLElement, number: BandNumber, surroundings: TokenSurroundings, signal: AbortSignal): void {
  const { editor, onMenu, onType } = surroundings;
  const { selection, listening, model } = editor;
  let held: HeldKeys | undefined;
  let stopListening: (() => void) | undefined;

  const set = (choose: (band: Band) => ParameterHandle, next: (handle: ParameterHandle) => number) => {
    held ??= { band: editor.group(number), gestures: new Map() };
    const handle = choose(held.band);
    const gesture = held.gestures.get(handle) ?? new Gesture(handle);
    held.gestures.set(handle, gesture);
    gesture.set(next(handle));
  };
  const step = (choose: (band: Band) => ParameterHandle, steps: number, isFine: boolean) =>
    set(choose, (handle) => stepNumber(handle.spec, handle.number(), steps, isFine ? "fine" : "normal"));
  const stepQ = (octaves: number) => set((band) => band.q, (handle) => toNumber(handle.spec, handle.number() * 2 ** octaves));
  /** Goes to the next band up or down the frequencies. */
  const go = (direction: 1 | -1, isExtending: boolean) => {
    const inOrder = [...model.inUse].sort((a, b) => model.valuesOf(a.number).frequency - model.valuesOf(b.number).frequency);
    const at = inOrder.findIndex((band) => band.number === number);
    const next = inOrder[(at + direction + inOrder.length) % inOrder.length];
    if (!next) return;
    if (isExtending) selection.add(next.number);
    else selection.set([next.number]);
    focusToken(editor, element.parentElement, next.number);
  };

  const press = ({ key, shiftKey, repeat }: KeyboardEvent): boolean => {
    switch (key) {
      case "ArrowRight":
      case "ArrowLeft":
        step((band) => band.frequency, key === "ArrowRight" ? 1 : -1, shiftKey);
        return true;
      case "ArrowUp":
      case "ArrowDown":
        if (hasGain(model.valuesOf(number).type)) step((band) => band.gain, key === "ArrowUp" ? 1 : -1, shiftKey);
        return true;
      case "+":
      case "=":
        stepQ(Q_KEY_OCTAVES);
        return true;
      case "-":
      case "−":
        stepQ(-Q_KEY_OCTAVES);
        return true;
      case "PageDown":
      case "PageUp":
        go(key === "PageDown" ? 1 : -1, shiftKey);
        return true;
      case " ":
        toggleBands(editor.concerned(number));
        return true;
      case "Delete":
      case "Backspace":
        removeBands(editor, element.parentElement, number);
        return true;
      case "Enter": {
        const { left, bottom } = element.getBoundingClientRect();
        onMenu(left, bottom);
        return true;
      }
      case "Escape":
        if (selection.state().selected.length < 2) return false;
        selection.set([number]);
        return true;
      case "l":
      case "L":
        if (!repeat) stopListening = listening.start(number);
        return true;
      default:
        if (!/^[\d.]$/.test(key)) return false;
        onType(key);
        return true;
    }
  };
  element.addEventListener("keydown", (event) => {
    if (event.altKey) return;
    const isCommand = event.ctrlKey || event.metaKey;
    if (isCommand && event.key.toLowerCase() === "a") selection.set(model.inUse.map((band) => band.number), number);
    else if (isCommand || !press(event)) return;
    event.preventDefault();
    event.stopPropagation();
  }, { signal });
  const end = () => {
    for (const gesture of held?.gestures.values() ?? []) gesture.end();
    held = undefined;
    stopListening?.();
    stopListening = undefined;
  };
  element.addEventListener("keyup", end, { signal });
  element.addEventListener("blur", end, { signal });
  signal.addEventListener("abort", end);
}
