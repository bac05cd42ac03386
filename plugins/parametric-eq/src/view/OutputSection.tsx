import { Knob, MeterCanvas } from "@headroom/ui";
import { useEffect, useState } from "react";
import type { EqHost } from "./bands.js";

/** The output's gain and level. */
export function OutputSection({ host }: { readonly host: EqHost }) {
  const { output } = host.readouts;
  const [levels] = useState(() => ({ peak: output.read(), clipped: false }));
  useEffect(() => output.observe(), [output]);
  const read = () => {
    levels.peak = output.read();
    levels.clipped ||= (levels.peak[0] ?? 0) > 0 || (levels.peak[1] ?? 0) > 0;
    return levels;
  };
  return (
    <div className="eq-output">
      <Knob handle={host.params.output} size={44} />
      <div>
        <MeterCanvas name="Output level" read={read} showScale onResetClip={() => (levels.clipped = false)} />
      </div>
    </div>
  );
}
