import { ChoiceMenu, Knob, LevelText, ToggleButton, useParameter } from "@headroom/ui";
import type { EqHost } from "../bands/band.js";
import type { Quality } from "../../params.js";

const QUALITY_NAMES: Readonly<Record<Quality, string>> = { standard: "Standard", hq: "HQ", "linear-phase": "Linear phase" };

/** What a quality costs in time, as far as its statement tells. */
const LATENCY: Readonly<Record<Quality, string>> = {
  standard: "No latency",
  hq: "Adds latency",
  "linear-phase": "Adds latency",
};

/** What concerns all bands: the scale of their gains, the output's gain, the quality. */
export function OutputSection({ host }: { readonly host: EqHost }) {
  const { gainScale, output, autoGain, quality } = host.params;
  const isAuto = useParameter(autoGain).number >= 0.5;
  useParameter(quality);
  const autoDb = () => {
    const db = host.readouts.autoGain.read()[0] ?? 0;
    return Number.isFinite(db) ? db : 0;
  };
  return (
    <section className="eq-output" aria-label="Output">
      <Knob handle={gainScale} label="Scale" name="Gain scale" size={46} />
      <Knob handle={output} label="Output" size={46} />
      <div className="eq-output-modes">
        <div className="eq-auto">
          <ToggleButton handle={autoGain}>Auto gain</ToggleButton>
          <span className="eq-live">{isAuto && <LevelText read={autoDb} unit="dB" floor={-Infinity} />}</span>
        </div>
        <ChoiceMenu handle={quality} label="" optionText={(option) => QUALITY_NAMES[option as Quality]} />
        <span className="eq-latency">{LATENCY[quality.get()]}</span>
      </div>
    </section>
  );
}
