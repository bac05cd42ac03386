import { useState } from "react";
import type { LoudnessTarget } from "../targets.js";
import { drawLoudnessBars, type LoudnessBars } from "./drawLoudnessBars.js";
import { levelNumber } from "./levelNumber.js";
import { LiveCanvas } from "./LiveCanvas.js";
import { loudnessAxis } from "./loudnessAxis.js";
import type { MeterHost } from "./meterHost.js";
import { MeterLive } from "./MeterLive.js";

interface LoudnessBarsCanvasProps {
  readonly host: MeterHost;
  readonly target: LoudnessTarget | undefined;
}

/** Momentary and short-term loudness as bars, on the graph's axis. */
export function LoudnessBarsCanvas({ host, target }: LoudnessBarsCanvasProps) {
  const { readouts } = host;
  const [bars] = useState<LoudnessBars>({ momentary: 0, momentaryMax: 0, shortTerm: 0, shortTermMax: 0, integrated: 0 });
  const follow = () => {
    let hasMoved = false;
    for (const id of ["momentary", "momentaryMax", "shortTerm", "shortTermMax", "integrated"] as const) {
      const level = readouts[id].read()[0] ?? -Infinity;
      hasMoved ||= Math.abs(level - bars[id]) > 0.02;
      bars[id] = level;
    }
    return hasMoved;
  };
  const momentary = () => readouts.momentary.read()[0] ?? -Infinity;
  return (
    <MeterLive name="Momentary loudness" min={-70} max={3} className="meter-loudness-bars" read={() => ({ value: momentary(), text: `${levelNumber(momentary())} LUFS` })}>
      <LiveCanvas draw={(drawing) => drawLoudnessBars(drawing, bars, loudnessAxis(target), target)} changed={follow} />
    </MeterLive>
  );
}
