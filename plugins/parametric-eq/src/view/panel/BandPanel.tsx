import { ChoiceMenu, Knob, ToggleButton, useParameter } from "@headroom/ui";
import { useMemo, useSyncExternalStore } from "react";
import type { CSSProperties } from "react";
import { hasGain, hasSlope } from "../../band-types.js";
import type { BandNumber } from "../../params.js";
import { slopeText } from "../bands/bandText.js";
import type { EqEditor } from "../bands/eqEditor.js";
import { DynamicSection } from "./DynamicSection.js";
import { Icon } from "./Icon.js";
import { ListenButton } from "./ListenButton.js";

interface BandPanelProps {
  readonly editor: EqEditor;
  readonly number: BandNumber;
  readonly onStep: (direction: 1 | -1) => void;
  readonly onDelete: () => void;
}

/** All values of the selected band, to turn and type. With several bands selected, it moves them all. */
export function BandPanel({ editor, number, onStep, onDelete }: BandPanelProps) {
  const { selected } = useSyncExternalStore(editor.selection.subscribe, editor.selection.state);
  // Linked anew for another selection, which `group` reads.
  // eslint-disable-next-line react-hooks/exhaustive-deps -- see above
  const band = useMemo(() => editor.group(number), [editor, number, selected]);
  const isOn = useParameter(band.enabled).number >= 0.5;
  useParameter(band.type);
  const type = band.type.get();
  const also = selected.length - 1;
  return (
    <section className="eq-band" aria-label={`Band ${number}`} data-off={!isOn || undefined} style={{ "--eq-band": band.color } as CSSProperties}>
      <div className="eq-band-head">
        <div className="eq-band-name">
          <button type="button" className="hr-button" aria-label="Previous band" onClick={() => onStep(-1)}>
            <Icon name="previous" />
          </button>
          <span className="eq-mark" data-shape={band.shape} data-selected aria-hidden="true">
            <b>{number}</b>
          </span>
          <button type="button" className="hr-button" aria-label="Next band" onClick={() => onStep(1)}>
            <Icon name="next" />
          </button>
        </div>
        <div className="eq-band-acts">
          <ToggleButton handle={band.enabled} color="var(--eq-band)" textColor="var(--hr-well)">
            <Icon name="power" />
          </ToggleButton>
          <ListenButton editor={editor} band={number} />
          <button type="button" className="hr-button" aria-label={`Delete band ${number}`} title="Delete" onClick={onDelete}>
            <Icon name="remove" />
          </button>
        </div>
        <span className="eq-also">{also > 0 ? `and ${also} more` : ""}</span>
      </div>
      <div className="eq-band-kind">
        <ChoiceMenu handle={band.type} label="" />
        <ChoiceMenu handle={band.slope} label="" optionText={slopeText} disabled={!hasSlope(type)} />
        <ChoiceMenu handle={band.channel} label="" />
      </div>
      <div className="eq-band-knobs">
        <Knob handle={band.frequency} label="Freq" size={46} color={band.color} />
        <Knob handle={band.gain} label="Gain" size={46} color={band.color} disabled={!hasGain(type)} />
        <Knob handle={band.q} label="Q" size={46} color={band.color} />
      </div>
      <DynamicSection host={editor.host} band={band} />
    </section>
  );
}
