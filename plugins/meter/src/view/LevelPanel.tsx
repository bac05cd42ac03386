import { ChoiceMenu, useParameter, ValueField } from "@headroom/ui";
import { useState } from "react";
import { ClipLamps } from "./ClipLamps.js";
import { LevelDrawing, type LevelBar } from "./drawLevels.js";
import { LevelNumbers } from "./LevelNumbers.js";
import { levelNumber } from "./levelNumber.js";
import { levelScale } from "./levelScale.js";
import { LiveCanvas } from "./LiveCanvas.js";
import type { MeterHost } from "./meterHost.js";
import { MeterLive } from "./MeterLive.js";

const SIDES = [0, 1] as const;

/** Peak, average and true peak of left and right: as bars on a scale of choice, and as numbers. */
export function LevelPanel({ host }: { readonly host: MeterHost }) {
  const { params, readouts } = host;
  useParameter(params.scale);
  const scale = levelScale(params.scale.get());
  const [state] = useState(() => ({ drawing: new LevelDrawing(), bars: SIDES.map((): LevelBar => ({ peak: 0, average: 0, truePeak: 0, hold: 0, highest: 0 })) }));

  const follow = () => {
    const { offsetDb } = scale;
    const [peak, average, truePeak, hold, highest] = [readouts.peak.read(), readouts.average.read(), readouts.truePeak.read(), readouts.hold.read(), readouts.truePeakMax.read()];
    state.bars.forEach((bar, side) => {
      bar.peak = (peak[side] ?? -Infinity) + offsetDb;
      bar.average = average[side] ?? -Infinity;
      bar.truePeak = (truePeak[side] ?? -Infinity) + offsetDb;
      bar.hold = (hold[side] ?? -Infinity) + offsetDb;
      bar.highest = (highest[side] ?? -Infinity) + offsetDb;
    });
  };
  const limit = () => params.truePeakLimit.get() + scale.offsetDb;
  const loudest = () => Math.max(...readouts.peak.read());
  return (
    <section className="meter-panel meter-levels" aria-label="Level">
      <header>
        <h3>Level</h3>
        <ChoiceMenu handle={params.scale} label="" name="Level scale" />
      </header>
      <ClipLamps host={host} />
      <MeterLive name="Peak level" min={-70} max={6} className="meter-bars" read={() => ({ value: loudest(), text: `${levelNumber(loudest())} dBFS` })}>
        <LiveCanvas
          draw={(drawing) => state.drawing.draw(drawing, state.bars, scale, limit())}
          changed={(drawing) => {
            follow();
            return state.drawing.moved(drawing, state.bars, scale, limit());
          }}
        />
      </MeterLive>
      <LevelNumbers host={host} />
      <footer>
        <ValueField handle={params.integrationMs} label="RMS" />
        <ValueField handle={params.holdSeconds} />
      </footer>
    </section>
  );
}
