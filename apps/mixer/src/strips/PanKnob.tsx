import { Knob } from "@headroom/ui";
import { useMemo } from "react";
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
  return (
    <div className="strip-pan">
      <Knob handle={handle} size={24} label="" name={`Pan of ${stripName}`} format={panText} />
    </div>
  );
}
