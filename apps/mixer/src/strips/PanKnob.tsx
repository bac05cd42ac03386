import { Knob } from "@headroom/ui";
import { useEffect, useMemo, useRef } from "react";
import { useRuntime } from "../app/runtime.js";
import { panText } from "../engine/strip-controls.js";

interface PanKnobProps {
  readonly stripId: string;
  readonly stripName: string;
}

/** A strip's place between left and right. */
export function PanKnob({ stripId, stripName }: PanKnobProps) {
  const { handles } = useRuntime();
  const handle = useMemo(() => handles.strip(stripId, "pan"), [handles, stripId]);
  const text = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const show = () => {
      if (text.current) text.current.textContent = panText(handle.number());
    };
    show();
    return handle.subscribe(show);
  }, [handle]);
  return (
    <div className="strip-pan">
      <Knob handle={handle} size={24} label="" showValue={false} name={`Pan of ${stripName}`} />
      <span ref={text} className="strip-value" aria-hidden="true" />
    </div>
  );
}
