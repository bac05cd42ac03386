import { formatParameter } from "@headroom/sdk";
import type { ParameterHandle } from "@headroom/sdk/view";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import type { RefObject } from "react";
import { attachSlider } from "./attachSlider.js";

interface SliderSettings {
  /** CSS pixels for the whole travel; without one, the element's height less `dragInset`. */
  readonly dragLength?: number | undefined;
  readonly dragInset?: number;
  readonly name?: string | undefined;
  readonly role?: "slider" | "spinbutton";
  readonly disabled?: boolean | undefined;
  /** How the value reads; as its unit says without one. */
  readonly format?: ((number: number) => string) | undefined;
  /** Draws the value into the element, outside React. */
  readonly draw?: (number: number, element: HTMLElement) => void;
}

export interface Slider {
  /** The value as it reads now. */
  readonly text: () => string;
  readonly ref: RefObject<HTMLDivElement | null>;
  /** What a person is typing to begin with, or `undefined` while nobody types. */
  readonly entry: string | undefined;
  /** Opens text entry; without a text it begins with the value as it is. */
  readonly openEntry: (text?: string) => void;
  /** Closes text entry. `refocus` when the keyboard should be back on the control. */
  readonly closeEntry: (refocus: boolean) => void;
}

/** {@link attachSlider} for a React component, with the state of its text entry. */
export function useSlider(handle: ParameterHandle, settings: SliderSettings): Slider {
  const ref = useRef<HTMLDivElement>(null);
  const [entry, setEntry] = useState<string>();
  const { dragLength, dragInset = 0, name, role, disabled } = settings;
  const text = (number: number) => settings.format?.(number) ?? formatParameter(handle.spec, number);
  const format = useEffectEvent(text);
  const draw = useEffectEvent((number: number, element: HTMLElement) => settings.draw?.(number, element));

  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    element.ariaDisabled = disabled === true ? "true" : "false";
    return attachSlider(element, handle, {
      dragLength: () => dragLength ?? element.clientHeight - dragInset,
      draw: (number) => draw(number, element),
      format: (number) => format(number),
      onEdit: (text) => setEntry(text ?? ""),
      ...(name === undefined ? {} : { name }),
      ...(role === undefined ? {} : { role }),
    });
  }, [handle, dragLength, dragInset, name, role, disabled]);

  return {
    ref,
    text: () => text(handle.number()),
    entry,
    openEntry: (text = "") => setEntry(disabled === true ? undefined : text),
    closeEntry: (refocus) => {
      setEntry(undefined);
      if (refocus) ref.current?.focus({ preventScroll: true });
    },
  };
}
