import { Knob, MeterCanvas } from "@headroom/ui";
import type { ViewProps } from "@headroom/ui";
import { useEffect, useState } from "react";
import type { MeterParams, MeterReadouts } from "../params.js";
import { LevelTable } from "./LevelTable.js";
import { resetMeter } from "./resetMeter.js";
import { METER_STYLES } from "./styles.js";

/** A large meter, its levels as numbers, what it measures by. */
export function MeterView({ host }: ViewProps<MeterParams, MeterReadouts>) {
  const { params, readouts } = host;
  const [levels] = useState(() => ({
    peak: readouts.peak.read(), rms: readouts.rms.read(), hold: readouts.hold.read(), clipped: false,
  }));
  useEffect(() => {
    const undo = Object.values(readouts).map((readout) => readout.observe());
    return () => {
      for (const each of undo) each();
    };
  }, [readouts]);
  const read = () => {
    levels.peak = readouts.peak.read();
    levels.rms = readouts.rms.read();
    levels.hold = readouts.hold.read();
    const clips = readouts.clips.read();
    levels.clipped = (clips[0] ?? 0) + (clips[1] ?? 0) > 0;
    return levels;
  };
  return (
    <div className="meter-view">
      <style href="headroom-meter" precedence="default">
        {METER_STYLES}
      </style>
      <div className="meter-view-bars">
        <MeterCanvas name="Level" read={read} showScale onResetClip={() => resetMeter(params.reset)} />
      </div>
      <div className="meter-view-side">
        <LevelTable host={host} />
        <div className="meter-view-knobs">
          <Knob handle={params.integrationMs} />
          <Knob handle={params.holdSeconds} />
        </div>
        <button type="button" className="hr-button" onClick={() => resetMeter(params.reset)}>
          Reset
        </button>
      </div>
    </div>
  );
}
