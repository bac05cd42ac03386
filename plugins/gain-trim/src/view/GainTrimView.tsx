import { Knob, ToggleButton } from "@headroom/ui";
import type { ViewProps } from "@headroom/ui";
import type { GainTrimParams, GainTrimReadouts } from "../params.js";
import { LevelColumn } from "./LevelColumn.js";
import { GAIN_TRIM_STYLES } from "./styles.js";

/** Gain in the middle, stereo below it, the levels before and after at its sides. */
export function GainTrimView({ host }: ViewProps<GainTrimParams, GainTrimReadouts>) {
  const { gain, polarityLeft, polarityRight, swap, mono, width, pan } = host.params;
  return (
    <div className="gain-trim">
      <style href="headroom-gain-trim" precedence="default">
        {GAIN_TRIM_STYLES}
      </style>
      <LevelColumn label="In" readout={host.readouts.input} />
      <div className="gain-trim-controls">
        <div className="gain-trim-row">
          <Knob handle={width} />
          <Knob handle={gain} size={104} />
          <Knob handle={pan} />
        </div>
        <div className="gain-trim-switches">
          <ToggleButton handle={polarityLeft}>Ø L</ToggleButton>
          <ToggleButton handle={polarityRight}>Ø R</ToggleButton>
          <ToggleButton handle={swap}>L ⇄ R</ToggleButton>
          <ToggleButton handle={mono}>Mono</ToggleButton>
        </div>
      </div>
      <LevelColumn label="Out" readout={host.readouts.output} />
    </div>
  );
}
