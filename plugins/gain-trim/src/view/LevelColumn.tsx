import { LevelText, MeterCanvas } from "@headroom/ui";
import { HeadroomText } from "./HeadroomText.js";
import { useLevels } from "./useLevels.js";
import type { LevelReadouts } from "./useLevels.js";

interface LevelColumnProps {
  readonly label: string;
  readonly readouts: LevelReadouts;
}

/** The level at one end of the plugin: peak and RMS on a meter, RMS and headroom as numbers. */
export function LevelColumn({ label, readouts }: LevelColumnProps) {
  const levels = useLevels(readouts);
  return (
    <section className="gain-trim-level" aria-label={label}>
      <h3>{label}</h3>
      <div className="gain-trim-meter">
        <MeterCanvas name={`${label} level`} read={levels.read} showScale onResetClip={levels.reset} />
      </div>
      <dl>
        <div>
          <dt>RMS</dt>
          <dd>
            <LevelText read={levels.rmsDb} unit="dB" />
          </dd>
        </div>
        <div>
          <dt>Headroom</dt>
          <dd>
            <button type="button" title="Of the highest peak, below full scale: click to start anew" onClick={levels.reset}>
              <HeadroomText levels={levels} />
              <span className="hr-hidden">, start the headroom of {label} anew</span>
            </button>
          </dd>
        </div>
      </dl>
    </section>
  );
}
