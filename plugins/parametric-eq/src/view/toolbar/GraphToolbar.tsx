import { RANGES_DB } from "../graph/graphScale.js";
import { FLOORS_DB, SPEEDS, TILTS_DB, type GraphSettings } from "../graph/graphSettings.js";
import { SettingMenu } from "./SettingMenu.js";
import { SettingToggle } from "./SettingToggle.js";

interface GraphToolbarProps {
  readonly settings: GraphSettings;
  readonly onChange: (change: Partial<GraphSettings>) => void;
}

const HEATMAPS = ["off", "input", "output"] as const;
const SPEED_NAMES = Object.keys(SPEEDS) as (keyof typeof SPEEDS)[];

/** How the graph shows spectra and gains. */
export function GraphToolbar({ settings, onChange }: GraphToolbarProps) {
  const { showInput, showOutput, heatmap, isFrozen, holdsPeaks, tiltDbPerOctave, speed, floorDb, rangeDb } = settings;
  return (
    <div role="toolbar" aria-label="Graph" className="eq-toolbar">
      <SettingToggle name="Spectrum before the EQ" isOn={showInput} onChange={(isOn) => onChange({ showInput: isOn })} color="spectrum-pre">
        In
      </SettingToggle>
      <SettingToggle name="Spectrum after the EQ" isOn={showOutput} onChange={(isOn) => onChange({ showOutput: isOn })} color="spectrum-post">
        Out
      </SettingToggle>
      <SettingMenu
        name="Heatmap" value={heatmap} options={HEATMAPS} text={(source) => source.charAt(0).toUpperCase() + source.slice(1)}
        onChange={(source) => onChange({ heatmap: source })}
      />
      <SettingToggle name="Hold the highest levels" isOn={holdsPeaks} onChange={(isOn) => onChange({ holdsPeaks: isOn })}>
        Hold
      </SettingToggle>
      <SettingToggle name="Freeze the spectra" isOn={isFrozen} onChange={(isOn) => onChange({ isFrozen: isOn })}>
        Freeze
      </SettingToggle>
      <SettingMenu name="Tilt" value={tiltDbPerOctave} options={TILTS_DB} text={(db) => `${db} dB/oct`} onChange={(db) => onChange({ tiltDbPerOctave: db })} />
      <SettingMenu name="Speed" value={speed} options={SPEED_NAMES} text={(name) => name.charAt(0).toUpperCase() + name.slice(1)} onChange={(name) => onChange({ speed: name })} />
      <SettingMenu name="Floor" value={floorDb} options={FLOORS_DB} text={(db) => `${String(db).replace("-", "−")} dB`} onChange={(db) => onChange({ floorDb: db })} />
      <span className="eq-space" />
      <SettingMenu name="Range" value={rangeDb} options={RANGES_DB} text={(db) => `±${db} dB`} onChange={(db) => onChange({ rangeDb: db })} />
    </div>
  );
}
