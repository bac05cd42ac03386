import type { ReadoutHandle } from "@headroom/sdk/view";
import { LevelText, MeterCanvas } from "@headroom/ui";
import { useEffect, useState } from "react";

interface LevelColumnProps {
  readonly label: string;
  /** Peaks of left and right, dBFS. */
  readonly readout: ReadoutHandle;
}

/** The level at one end of the plugin: its name, a meter, the peak as a number. */
export function LevelColumn({ label, readout }: LevelColumnProps) {
  const [levels] = useState(() => ({ peak: readout.read(), clipped: false }));
  useEffect(() => readout.observe(), [readout]);
  const read = () => {
    levels.peak = readout.read();
    levels.clipped ||= (levels.peak[0] ?? 0) > 0 || (levels.peak[1] ?? 0) > 0;
    return levels;
  };
  return (
    <div className="gain-trim-level">
      {label}
      <div>
        <MeterCanvas name={`${label} level`} read={read} showScale onResetClip={() => (levels.clipped = false)} />
      </div>
      <LevelText read={() => Math.max(...readout.read())} unit="dBFS" hotAt={0} />
    </div>
  );
}
