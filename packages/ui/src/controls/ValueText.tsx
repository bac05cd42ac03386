import type { ParameterHandle } from "@headroom/sdk/view";
import { useEffect, useEffectEvent, useRef } from "react";
import type { Slider } from "../parameter/useSlider.js";
import { TextEntry } from "./TextEntry.js";

interface ValueTextProps {
  readonly handle: ParameterHandle;
  readonly slider: Slider;
}

/** A parameter's value as text beside its control; a click types a new one. Written outside React while it moves. */
export function ValueText({ handle, slider }: ValueTextProps) {
  const ref = useRef<HTMLSpanElement>(null);
  const show = useEffectEvent(() => {
    if (ref.current) ref.current.textContent = slider.text();
  });
  useEffect(() => {
    show();
    return handle.subscribe(() => show());
  }, [handle]);
  return (
    // The slider itself is the accessible control and opens the same entry with Enter.
    <div className="hr-value" onClick={() => slider.entry === undefined && slider.openEntry()}>
      <span ref={ref} aria-hidden="true" />
      {slider.entry !== undefined && <TextEntry handle={handle} text={slider.entry} shown={slider.text()} onClose={slider.closeEntry} />}
    </div>
  );
}
