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
  const stop = useRef<() => void>(undefined);
  const start = () => (stop.current = listening.start(band));
  const release = () => stop.current?.();
  useEffect(() => () => stop.current?.(), [listening, band]);
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
        wasHeld.current = true;
        start();
      }}
      onPointerUp={release}
      onLostPointerCapture={release}
      onKeyDown={(event) => {
        if (event.key !== " " && event.key !== "Enter") return;
        event.stopPropagation();
        // What the browser makes of a key is a click, which would switch it off again.
        event.preventDefault();
        if (!event.repeat) start();
      }}
      onKeyUp={(event) => {
        if (event.key === " ") event.preventDefault();
        release();
      }}
      onClick={() => {
        if (!wasHeld.current) {
          if (isHeard) release();
          else start();
        }
        wasHeld.current = false;
      }}
      onBlur={() => {
        wasHeld.current = false;
        release();
      }}
    >
      <Icon name="listen" />
    </button>
  );
}
