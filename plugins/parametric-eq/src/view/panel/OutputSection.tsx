import { ChoiceMenu, Knob, LevelText, ToggleButton, useParameter } from "@headroom/ui";
import type { EqHost } from "../bands/band.js";
import type { Quality } from "../../params.js";
import { hqFactor } from "../../design/quality.js";

/** Whether a quality costs time. HQ does where it raises the sample rate. */
function addsLatency(quality: Quality, sampleRate: number): boolean {
  return quality === "linear-phase" || (quality === "hq" && hqFactor(sampleRate) > 1);
}

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
        <ChoiceMenu handle={quality} label="" />
        <span className="eq-latency">{addsLatency(quality.get(), host.sampleRate) ? "Adds latency" : "No latency"}</span>
      </div>
    </section>
  );
}
