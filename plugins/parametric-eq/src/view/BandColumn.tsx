import { ChoiceMenu, ToggleButton, useParameter, ValueField } from "@headroom/ui";
import type { CSSProperties } from "react";
import { hasGain, hasSlope } from "../band-filter.js";
import { slopeText } from "./bands.js";
import type { Band } from "./bands.js";

interface BandColumnProps {
  readonly band: Band;
  readonly isSelected: boolean;
  readonly onSelect: () => void;
}

/** A band's values as numbers to drag and type. */
export function BandColumn({ band, isSelected, onSelect }: BandColumnProps) {
  const isOn = useParameter(band.enabled).number >= 0.5;
  // Rendered again when the type changes: it decides which values the band has.
  useParameter(band.type);
  const type = band.type.get();
  const name = `Band ${band.number}`;
  return (
    <section
      className="eq-band"
      aria-label={name}
      data-selected={isSelected || undefined}
      data-off={!isOn || undefined}
      style={{ "--eq-band": band.color } as CSSProperties}
      onFocus={onSelect}
    >
      <div className="eq-band-head">
        <button type="button" className="eq-band-number" aria-label={`Select band ${band.number}`} aria-pressed={isSelected} onClick={onSelect}>
          {band.number}
        </button>
        <ToggleButton handle={band.enabled} name={`${name} on`} color="var(--eq-band)" textColor="var(--hr-well)">
          {isOn ? "On" : "Off"}
        </ToggleButton>
      </div>
      <ChoiceMenu handle={band.type} label="" name={`${name} type`} />
      <ValueField handle={band.frequency} label="Freq" name={`${name} frequency`} />
      {hasSlope(type) ? (
        <ChoiceMenu handle={band.slope} label="" name={`${name} slope`} optionText={slopeText} />
      ) : (
        <div className={hasGain(type) ? undefined : "eq-unused"}>
          <ValueField handle={band.gain} label="Gain" name={`${name} gain`} disabled={!hasGain(type)} />
        </div>
      )}
      <ValueField handle={band.q} label="Q" name={`${name} Q`} />
    </section>
  );
}
