import { useEffect } from "react";
import { useObservable } from "../state/observable.js";
import { midiRemedy, midiState } from "./midi-devices.js";
import { midiLearning } from "./midi-learning.js";

const giveUp = () => midiLearning.set(undefined);

/** Says that a controller is waited for, and what is in the way. Escape gives up. */
export function LearnNote() {
  const learning = useObservable(midiLearning);
  const state = useObservable(midiState);
  useEffect(() => {
    if (!learning) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      giveUp();
    };
    addEventListener("keydown", onKeyDown, { capture: true });
    return () => removeEventListener("keydown", onKeyDown, { capture: true });
  }, [learning]);
  if (!learning) return null;
  return (
    <div className="midi-learn" role="status">
      <span className="midi-learn-lamp" aria-hidden="true" />
      <p>
        <strong>{learning.name}</strong>
        {midiRemedy(state) ?? (state.phase === "on" ? "Move a knob or fader on your MIDI device." : "Waiting for the browser's permission to use MIDI.")}
      </p>
      <button type="button" className="hr-button" onClick={giveUp}>
        Cancel
      </button>
    </div>
  );
}
