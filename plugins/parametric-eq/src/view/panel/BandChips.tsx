import { useSyncExternalStore } from "react";
import type { KeyboardEvent } from "react";
import type { BandNumber } from "../../params.js";
import type { EqEditor } from "../bands/eqEditor.js";
import { BandChip } from "./BandChip.js";
import { Icon } from "./Icon.js";

interface BandChipsProps {
  readonly editor: EqEditor;
  readonly onAdd: () => void;
}

/** More bands than these are shown by their numbers alone. */
const WITH_GLYPHS = 14;

/** All bands in use in one row, to choose from: with Shift or Ctrl several. */
export function BandChips({ editor, onAdd }: BandChipsProps) {
  const { model, selection } = editor;
  const inUse = useSyncExternalStore(model.subscribeUse, () => model.inUse);
  const { selected, primary } = useSyncExternalStore(selection.subscribe, selection.state);
  const tabStop = primary ?? inUse[0]?.number;
  const choose = (number: BandNumber, isExtending: boolean) => {
    if (isExtending) selection.toggle(number);
    else selection.set([number]);
  };
  return (
    <div className="eq-chips">
      <div role="toolbar" aria-label="Bands" className="eq-chip-row" data-many={inUse.length > WITH_GLYPHS || undefined} onKeyDown={moveFocus}>
        {inUse.map((band) => (
          <BandChip
            key={band.number}
            band={band}
            editor={editor}
            isSelected={selected.includes(band.number)}
            isTabStop={band.number === tabStop}
            onChoose={(isExtending) => choose(band.number, isExtending)}
          />
        ))}
        {inUse.length === 0 && <span className="eq-hint">No bands yet</span>}
      </div>
      <button type="button" className="hr-button" aria-label="Add a band" disabled={inUse.length === model.bands.length} onClick={onAdd}>
        <Icon name="plus" /> Band
      </button>
    </div>
  );
}

function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const chips = [...event.currentTarget.querySelectorAll<HTMLElement>("button")];
  const at = chips.findIndex((chip) => chip === document.activeElement);
  if (event.key === "ArrowRight") chips[(at + 1) % chips.length]?.focus();
  else if (event.key === "ArrowLeft") chips[(at - 1 + chips.length) % chips.length]?.focus();
  else if (event.key === "Home") chips[0]?.focus();
  else if (event.key === "End") chips.at(-1)?.focus();
  else return;
  event.preventDefault();
  event.stopPropagation();
}
