import { useEffect, useRef, useSyncExternalStore } from "react";
import type { BandNumber } from "../../params.js";
import type { EqEditor } from "../bands/eqEditor.js";
import { Icon } from "./Icon.js";

interface ListenButtonProps {
  readonly editor: EqEditor;
  readonly band: BandNumber;
}

/**
 * Listens to one band alone for as long as it is held, by pointer, Space or Enter. A screen reader's click, which cannot
 * hold, switches it on and off; leaving the button switches it off.
 */
export function ListenButton({ editor, band }: ListenButtonProps) {
  const { listening } = editor;
  const isHeard = useSyncExternalStore(listening.subscribe, listening.band) === band;
  const wasHeld = useRef(false);
  useEffect(() => () => listening.stop(), [listening, band]);
  const hold = () => {
    wasHeld.current = true;
    listening.start(band);
  };
  const release = () => listening.stop();
  return (
    <button
      type="button"
      className="hr-button eq-listen"
      aria-label={`Listen to band ${band}`}
      aria-pressed={isHeard}
      title="Hold to hear this band alone (on the graph: Alt and drag, or L)"
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        hold();
      }}
      onPointerUp={release}
      onLostPointerCapture={release}
      onKeyDown={(event) => {
        if (event.key !== " " && event.key !== "Enter") return;
        event.stopPropagation();
        // What the browser makes of a key is a click, which would switch it off again.
        event.preventDefault();
        if (!event.repeat) hold();
      }}
      onKeyUp={(event) => {
        if (event.key === " ") event.preventDefault();
        release();
      }}
      onClick={() => {
        if (!wasHeld.current) {
          if (isHeard) listening.stop();
          else listening.start(band);
        }
        wasHeld.current = false;
      }}
      onBlur={release}
    >
      <Icon name="listen" />
    </button>
  );
}
