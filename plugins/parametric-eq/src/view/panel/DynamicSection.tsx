import { LevelText, ToggleButton, useParameter, ValueField } from "@headroom/ui";
import { canBeDynamic } from "../../band-types.js";
import type { Band, EqHost } from "../bands/band.js";
import { ratioText } from "../bands/bandText.js";

interface DynamicSectionProps {
  readonly host: EqHost;
  readonly band: Band;
}

/** How a band's gain follows the level, and what it does now. */
export function DynamicSection({ host, band }: DynamicSectionProps) {
  useParameter(band.type);
  const isOn = useParameter(band.dynamic).number >= 0.5;
  const isPossible = canBeDynamic(band.type.get());
  const isUsed = isOn && isPossible;
  const liveDb = () => {
    const db = host.readouts.dynamics.read()[band.number - 1] ?? 0;
    return Number.isFinite(db) ? db : 0;
  };
  return (
    <section className="eq-dynamics" aria-label="Dynamics" data-used={isUsed || undefined}>
      <div className="eq-dynamics-head">
        <ToggleButton handle={band.dynamic} color="var(--eq-band)" textColor="var(--hr-well)" disabled={!isPossible}>
          Dynamic
        </ToggleButton>
        <span className="eq-live" title="What the dynamics add to the gain now">
          {isUsed ? <LevelText read={liveDb} unit="dB" floor={-Infinity} /> : isPossible ? "" : "Bells and shelves"}
        </span>
      </div>
      <div className="eq-dynamics-values">
        <ValueField handle={band.dynamicThreshold} label="Threshold" disabled={!isUsed} />
        <ValueField handle={band.dynamicAttack} label="Attack" disabled={!isUsed} />
        <ValueField handle={band.dynamicRatio} label="Ratio" format={ratioText} disabled={!isUsed} />
        <ValueField handle={band.dynamicRelease} label="Release" disabled={!isUsed} />
      </div>
    </section>
  );
}
