import type { Strip } from "@headroom/session";
import { Fader, MeterCanvas } from "@headroom/ui";
import { useMemo, useState } from "react";
import { useRuntime } from "../app/runtime.js";
import { MeterReader } from "../engine/meter-reader.js";
import { PanKnob } from "./PanKnob.js";
import { PeakText } from "./PeakText.js";

/** Fader and meter side by side, above them pan and the highest peak. */
export function StripLevel({ strip }: { readonly strip: Strip }) {
  const { id: stripId, name: stripName } = strip;
  const { handles, engine } = useRuntime();
  const handle = useMemo(() => handles.strip(stripId, "faderDb"), [handles, stripId]);
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
