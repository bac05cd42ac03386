import { ChoiceMenu, ToggleButton, ValueField } from "@headroom/ui";
import type { LoudnessTarget } from "../targets.js";
import { clockTime } from "./levelNumber.js";
import type { MeterHost } from "./meterHost.js";
import { pullTrigger } from "./pullTrigger.js";
import { Reading } from "./Reading.js";

interface HeadBarProps {
  readonly host: MeterHost;
  readonly target: LoudnessTarget | undefined;
}

/** What is held against what, and the measurement: its time, pause, reset. */
export function HeadBar({ host, target }: HeadBarProps) {
  const { params, readouts } = host;
  const invalid = () => readouts.invalid.read()[0] ?? 0;
  return (
    <header className="meter-head">
      <ChoiceMenu handle={params.target} />
      {target?.use === "own" && <ValueField handle={params.customTarget} label="" />}
      <ValueField handle={params.truePeakLimit} />
      <Reading
        className="meter-invalid"
        read={() => (invalid() > 0 ? `${invalid()} samples were NaN or infinite; they count as silence` : "")}
      />
      <span className="meter-time" title="Measured since the reset, without pauses and silence">
        <Reading className="meter-time-label" read={() => (params.paused.get() ? "Paused" : "Measured")} /> <Reading read={() => clockTime(readouts.measured.read()[0] ?? 0)} />
      </span>
      <ToggleButton handle={params.paused} name="Pause">
        Pause
      </ToggleButton>
      <button type="button" className="hr-button" onClick={() => pullTrigger(params.reset)}>
        Reset
      </button>
    </header>
  );
}
