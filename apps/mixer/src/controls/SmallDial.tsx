import { toTravel } from "@headroom/sdk";
import type { ParameterHandle } from "@headroom/sdk/view";
import { attachSlider, controlAt } from "@headroom/ui";
import { useEffect, useEffectEvent, useRef } from "react";
import { typeValue } from "./value-entry.js";
import "./controls.css";

interface SmallDialProps {
  readonly handle: ParameterHandle;
  readonly name: string;
  readonly className?: string;
  /** How the value reads; as its unit says without one. */
  readonly format?: (number: number) => string;
  /** Whether Tab stops here. Without it something else must give the keyboard the same. */
  readonly isTabStop?: boolean;
  /** Called now and after every change. */
  readonly draw: (number: number, element: HTMLElement) => void;
}

/** CSS pixels of drag for the whole travel. */
const DRAG_LENGTH = 120;

/** A value as a filled circle, for rows that have no room for a knob. */
export function SmallDial({ handle, name, className = "", format, isTabStop = false, draw }: SmallDialProps) {
  const ref = useRef<HTMLDivElement>(null);
  const show = useEffectEvent((number: number, element: HTMLElement) => {
    element.style.setProperty("--dial", `${(100 * toTravel(handle.spec, number)).toFixed(1)}%`);
    draw(number, element);
  });
  const read = useEffectEvent((number: number) => format?.(number) ?? "");
  const hasFormat = format !== undefined;
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const release = attachSlider(element, handle, {
      name,
      dragLength: () => DRAG_LENGTH,
      onEdit: (text) => {
        const control = controlAt(element);
        if (control) typeValue(control, text);
      },
      draw: (number) => show(number, element),
      ...(hasFormat ? { format: (number: number) => read(number) } : {}),
    });
    if (!isTabStop) element.tabIndex = -1;
    return release;
  }, [handle, name, isTabStop, hasFormat]);
  return <div ref={ref} className={`small-dial hr-slider ${className}`} />;
}
