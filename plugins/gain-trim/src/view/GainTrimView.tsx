import { Knob, ToggleButton } from "@headroom/ui";
import type { ViewProps } from "@headroom/ui";
import { useState } from "react";
import type { GainTrimParams, GainTrimReadouts } from "../params.js";
import { GainDial } from "./GainDial.js";
import { LevelColumn } from "./LevelColumn.js";
import { MeasureSection } from "./MeasureSection.js";
import { GAIN_TRIM_STYLES } from "./styles.js";

/** Gain in the middle, the sides around it, the levels before and after, and the measured trim below. */
export function GainTrimView({ host }: ViewProps<GainTrimParams, GainTrimReadouts>) {
  const { gain, polarityLeft, polarityRight, swap, mono, width, pan, dcBlock } = host.params;
  const [ends] = useState(() => {
    const { input, inputHeld, inputRms, output, outputHeld, outputRms } = host.readouts;
    return { before: { peak: input, held: inputHeld, rms: inputRms }, after: { peak: output, held: outputHeld, rms: outputRms } };
  });
  return (
    <div className="gain-trim">
      <style href="headroom-gain-trim" precedence="default">
        {GAIN_TRIM_STYLES}
      </style>
      <LevelColumn label="In" readouts={ends.before} />
      <div className="gain-trim-controls">
        <div className="gain-trim-knobs">
          <Knob handle={width} size={48} />
          <GainDial handle={gain} />
          <Knob handle={pan} size={48} format={balanceText} />
        </div>
        <div className="gain-trim-switches">
          <ToggleButton handle={polarityLeft}>Ø L</ToggleButton>
          <ToggleButton handle={polarityRight}>Ø R</ToggleButton>
          <ToggleButton handle={swap}>L ⇄ R</ToggleButton>
          <ToggleButton handle={mono}>Mono</ToggleButton>
          <ToggleButton handle={dcBlock}>DC block</ToggleButton>
        </div>
      </div>
      <LevelColumn label="Out" readouts={ends.after} />
      <MeasureSection host={host} />
    </div>
  );
}

/** Balance as people write it: "C", "L 30", "R 100". */
function balanceText(percent: number): string {
  const share = Math.round(Math.abs(percent));
  return share === 0 ? "C" : `${percent < 0 ? "L" : "R"} ${share}`;
}
