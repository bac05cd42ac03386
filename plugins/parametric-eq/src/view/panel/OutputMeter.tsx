import { MeterCanvas } from "@headroom/ui";
import { useEffect, useState } from "react";
import type { EqHost } from "../bands/band.js";

/** The output's level, as tall as the graph. */
export function OutputMeter({ host }: { readonly host: EqHost }) {
  const { output } = host.readouts;
  const [levels] = useState(() => ({ peak: output.read(), clipped: false }));
  useEffect(() => output.observe(), [output]);
  const read = () => {
    levels.peak = output.read();
    levels.clipped ||= (levels.peak[0] ?? 0) > 0 || (levels.peak[1] ?? 0) > 0;
    return levels;
  };
  return (
    <div className="eq-meter">
      <MeterCanvas name="Output level" read={read} showScale onResetClip={() => (levels.clipped = false)} />
    </div>
  );
}
