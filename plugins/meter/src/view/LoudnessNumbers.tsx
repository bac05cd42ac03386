import type { LoudnessTarget } from "../targets.js";
import { levelNumber } from "./levelNumber.js";
import type { MeterHost } from "./meterHost.js";
import { Reading } from "./Reading.js";
import { targetWords } from "./targetWords.js";

interface LoudnessNumbersProps {
  readonly host: MeterHost;
  readonly target: LoudnessTarget | undefined;
}

/** Integrated loudness large, how far off the target it is in words, and the other readings. */
export function LoudnessNumbers({ host, target }: LoudnessNumbersProps) {
  const { params, readouts } = host;
  const one = (id: "momentary" | "momentaryMax" | "shortTerm" | "shortTermMax" | "integrated" | "range" | "peakToLoudness" | "measured") => readouts[id].read()[0] ?? -Infinity;
  const truePeak = () => Math.max(...readouts.truePeakMax.read());
  const words = () => targetWords({ integrated: one("integrated"), truePeak: truePeak() }, target, params.truePeakLimit.get());
  /** Readings that are 0 until there is one. */
  const difference = (id: "range" | "peakToLoudness", fromSeconds: number) => (one("measured") >= fromSeconds && one("integrated") > -70 ? levelNumber(one(id)) : "–");
  return (
    <div className="meter-loudness">
      <dl className="meter-integrated">
        <dt>Integrated</dt>
        <dd>
          <Reading read={() => levelNumber(one("integrated"))} state={() => words().loudness} /> <small>LUFS</small>
        </dd>
      </dl>
      <p className="meter-words">
        <Reading read={() => words().loudnessDistance} className="meter-distance" />
        <Reading read={() => words().peakDistance} state={() => words().truePeak} className="meter-distance" />
        <Reading read={() => words().meaning} className="meter-meaning" />
      </p>
      <dl className="meter-cells">
        <Cell label="Short-term" unit="LUFS" read={() => levelNumber(one("shortTerm"))} most={() => levelNumber(one("shortTermMax"))} />
        <Cell label="Momentary" unit="LUFS" read={() => levelNumber(one("momentary"))} most={() => levelNumber(one("momentaryMax"))} />
        <Cell label="Range" unit="LU" read={() => difference("range", 3)} />
        <Cell label="True peak" unit="dBTP" read={() => levelNumber(truePeak())} state={() => words().truePeak} />
        <Cell label="Peak to loudness" unit="LU" read={() => difference("peakToLoudness", 0.4)} />
      </dl>
    </div>
  );
}

interface CellProps {
  readonly label: string;
  readonly unit: string;
  readonly read: () => string;
  readonly most?: () => string;
  readonly state?: () => string;
}

function Cell({ label, unit, read, most, state }: CellProps) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <Reading read={read} {...(state === undefined ? {} : { state })} /> <small>{unit}</small>
        {most && (
          <span className="meter-most">
            max <Reading read={most} />
          </span>
        )}
      </dd>
    </div>
  );
}
