import { attachSlider } from "@headroom/ui";
import { useEffect, useMemo, useRef } from "react";
import { useRuntime } from "../app/runtime.js";

interface MixDialProps {
  readonly insertId: string;
  readonly name: string;
}

/** CSS pixels of drag for the whole mix. */
const DRAG_LENGTH = 120;

/** An insert's mix at its slot: a small dial, shown while the slot is pointed at or the mix is not full. */
export function MixDial({ insertId, name }: MixDialProps) {
  const { handles } = useRuntime();
  const handle = useMemo(() => handles.mix(insertId), [handles, insertId]);
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const release = attachSlider(element, handle, {
      name,
      dragLength: () => DRAG_LENGTH,
      draw: (percent) => {
        element.style.setProperty("--mix", `${percent}%`);
        element.title = `Mix ${Math.round(percent)} % — drag up or down`;
        element.toggleAttribute("data-partial", percent < 99.5);
      },
    });
    // One tab stop a rack: the slot's menu has the mix for the keyboard.
    element.tabIndex = -1;
    return release;
  }, [handle, name]);
  return <div ref={ref} className="slot-mix hr-slider" />;
}
