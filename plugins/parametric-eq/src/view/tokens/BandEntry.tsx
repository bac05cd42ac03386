import { useEffect, useId, useRef, useState } from "react";
import type { BandNumber } from "../../params.js";
import { setTyped } from "../bands/bandEdits.js";
import { frequencyText, parseBand } from "../bands/bandText.js";
import type { EqEditor } from "../bands/eqEditor.js";
import type { GraphArea } from "../graph/graphArea.js";
import { tokenPlace } from "../graph/graphScale.js";

interface BandEntryProps {
  readonly editor: EqEditor;
  readonly band: BandNumber;
  readonly area: GraphArea;
  readonly rangeDb: number;
  /** Typed already. */
  readonly text: string;
  /** `refocus` when the keyboard, not a click elsewhere, ended it. */
  readonly onClose: (refocus: boolean) => void;
}

const WIDTH = 176;
const GAP = 18;

/** A field beside a token to type frequency, gain and Q into. Enter takes them, Escape and leaving do not. */
export function BandEntry({ editor, band, area, rangeDb, text, onClose }: BandEntryProps) {
  const input = useRef<HTMLInputElement>(null);
  const faultId = useId();
  const [fault, setFault] = useState<string>();
  const values = editor.model.valuesOf(band);
  const { x, y } = tokenPlace(values, area.width, area.height, rangeDb);
  useEffect(() => input.current?.focus({ preventScroll: true }), []);

  const take = (typed: string) => {
    const parsed = parseBand(typed);
    if (!parsed) return setFault(`“${typed}” is no value of a band; type a frequency, a gain or a Q, such as ${frequencyText(values.frequency)}, −3 dB or q 2.`);
    setTyped(editor.concerned(band), parsed);
    onClose(true);
  };
  return (
    <div
      className="eq-entry"
      style={{
        width: WIDTH,
        left: Math.min(area.width - WIDTH - 4, Math.max(4, x - WIDTH / 2)),
        top: y > area.height / 2 ? y - GAP - 26 : y + GAP,
      }}
      onPointerDown={(event) => event.stopPropagation()}
      onDoubleClick={(event) => event.stopPropagation()}
    >
      <input
        ref={input}
        className="hr-field"
        aria-label={`Values of band ${band}`}
        placeholder="1.2k, −3 dB, q 2 or A4"
        defaultValue={text}
        aria-invalid={fault !== undefined}
        aria-describedby={fault === undefined ? undefined : faultId}
        spellCheck={false}
        autoComplete="off"
        onInput={() => setFault(undefined)}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.key === "Escape") onClose(true);
          else if (event.key === "Enter") take(event.currentTarget.value);
        }}
        onBlur={() => onClose(false)}
      />
      {fault !== undefined && (
        <p id={faultId} role="alert">
          {fault}
        </p>
      )}
    </div>
  );
}
