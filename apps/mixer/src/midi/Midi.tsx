import { useEffect } from "react";
import { useRuntime } from "../app/runtime.js";
import { useObservable } from "../state/observable.js";
import { MidiControl } from "./midi-control.js";
import { listenToMidi } from "./midi-devices.js";
import { midiLearning, midiListShown } from "./midi-learning.js";
import { midiMappings } from "./midi-mapping.js";
import { LearnNote } from "./LearnNote.js";
import { MidiList } from "./MidiList.js";
import "./midi.css";

/** MIDI control: listens once something is mapped, learned or the list is looked at, so that nobody is asked for a permission before. */
export function Midi() {
  const runtime = useRuntime();
  const isLearning = useObservable(midiLearning) !== undefined;
  const isListed = useObservable(midiListShown);
  const isMapped = useObservable(midiMappings).length > 0;
  const isWanted = isLearning || isListed || isMapped;
  useEffect(() => {
    if (!isWanted) return;
    const control = new MidiControl(runtime);
    const stop = listenToMidi((device, change) => control.take(device, change));
    return () => {
      stop();
      control.dispose();
    };
  }, [runtime, isWanted]);
  return (
    <>
      <LearnNote />
      <MidiList />
    </>
  );
}
