import type { Strip } from "@headroom/session";
import { Fader, MeterCanvas } from "@headroom/ui";
import { useState } from "react";
import { useRuntime } from "../app/runtime.js";
import { MeterReader } from "../engine/meter-reader.js";
import { PanKnob } from "./PanKnob.js";
import { PeakText } from "./PeakText.js";
import { useLinkedControl } from "./use-linked-control.js";

/** Fader and meter side by side, above them pan and the highest peak. */
export function StripLevel({ strip }: { readonly strip: Strip }) {
  const { id: stripId, name: stripName } = strip;
  const { engine } = useRuntime();
  const handle = useLinkedControl(stripId, "faderDb");
  const [reader] = useState(() => new MeterReader());
  const reset = () => engine.value?.resetMeters(stripId);
  return (
    <div className="strip-level">
      <div className="strip-row strip-pan-peak">
        <PanKnob strip={strip} />
        <PeakText reader={reader} stripName={stripName} onReset={reset} />
      </div>
      <div className="strip-level-columns">
        <Fader handle={handle} name={`Fader of ${stripName}`} />
        <div className="strip-meter">
          <MeterCanvas name={`Level of ${stripName}`} read={() => reader.read(engine.value, stripId, "output")} onResetClip={reset} />
        </div>
      </div>
    </div>
  );
}
