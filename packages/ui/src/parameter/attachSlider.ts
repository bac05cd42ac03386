import { formatParameter } from "@headroom/sdk";
import type { ParameterHandle } from "@headroom/sdk/view";
import { attachKeys } from "./attachKeys.js";
import { attachPointer } from "./attachPointer.js";
import { attachWheel } from "./attachWheel.js";
import { registerControl } from "./controlAt.js";
import { Gesture } from "./gesture.js";
import { describeSlider } from "./describeSlider.js";
import { parameterName } from "./parameterName.js";

export interface SliderOptions {
  /** CSS pixels of pointer movement for the whole travel, read when a drag starts. */
  readonly dragLength: () => number;
  /** Asked for when a person wants to type a value. `text` is what they typed already. */
  readonly onEdit?: (text: string | undefined) => void;
  /** Called now and after every change, to draw the value. */
  readonly draw?: (number: number) => void;
  /** How the value reads; as its unit says without one. */
  readonly format?: (number: number) => string;
  /** Accessible name; the parameter's own without one. */
  readonly name?: string;
  readonly role?: "slider" | "spinbutton";
}

/**
 * Makes an element a control of a parameter: pointer, wheel and keys edit it, ARIA attributes tell it.
 * Nothing is rendered by React while it moves. `@mainThread`
 *
 * Drag up or down (Shift for fine, Escape puts it back) · wheel · double-click, Alt-click, Delete or
 * Backspace for the default · arrows, Page Up and Page Down, Home, End · Enter or a digit to type.
 * @returns the undo. It closes an open gesture.
 */
export function attachSlider(element: HTMLElement, handle: ParameterHandle, options: SliderOptions): () => void {
  const gesture = new Gesture(handle);
  const listening = new AbortController();
  const forget = describeSlider(element, handle, options);
  const unregister = registerControl({
    element,
    handle,
    name: options.name ?? parameterName(handle),
    format: options.format ?? ((number) => formatParameter(handle.spec, number)),
  });
  attachPointer(element, handle, gesture, options.dragLength, listening.signal);
  attachWheel(element, handle, gesture, listening.signal);
  attachKeys(element, handle, gesture, options.onEdit, listening.signal);
  return () => {
    listening.abort();
    gesture.end();
    forget();
    unregister();
  };
}
