import { X } from "lucide-react";
import { Dialog } from "../app/Dialog.js";
import { useRuntime } from "../app/runtime.js";
import { useSession } from "../session/use-session.js";
import { useObservable } from "../state/observable.js";
import { ENCODINGS, type Encoding } from "./encoder.js";
import { midiRemedy, midiState } from "./midi-devices.js";
import { midiListShown } from "./midi-learning.js";
import { midiMappings, removeMapping, setEncoding, type MidiMapping } from "./midi-mapping.js";
import { PITCH_BEND } from "./midi-message.js";
import { controlOfPlace } from "./midi-target.js";
import { controllerText } from "./midi-text.js";

/** All MIDI mappings: what moves what, how the device says it, and whether it is there. */
export function MidiList() {
  const isOpen = useObservable(midiListShown);
  const mappings = useObservable(midiMappings);
  const state = useObservable(midiState);
  const devices = state.phase === "on" ? state.devices : [];
  const remedy = midiRemedy(state);
  return (
    <Dialog title="MIDI mappings" isOpen={isOpen} onClose={() => midiListShown.set(false)}>
      <p className="midi-devices">{remedy ?? (devices.length > 0 ? `Connected: ${devices.join(", ")}.` : "Waiting for the browser's permission to use MIDI.")}</p>
      {mappings.length === 0 ? (
        <p className="midi-empty">Nothing is mapped yet. Click a fader or knob with the right button and choose MIDI learn.</p>
      ) : (
        <ul className="midi-list" aria-label="Mappings">
          {mappings.map((mapping) => (
            <Row key={`${mapping.owner} ${mapping.control}`} mapping={mapping} isConnected={devices.includes(mapping.device)} />
          ))}
        </ul>
      )}
    </Dialog>
  );
}

function Row({ mapping, isConnected }: { readonly mapping: MidiMapping; readonly isConnected: boolean }) {
  const runtime = useRuntime();
  const isThere = useSession(() => controlOfPlace(runtime, mapping) !== undefined);
  const { name, device, encoding, controller } = mapping;
  const trouble = isThere ? (isConnected ? undefined : "Not connected") : "Not in this session";
  return (
    <li className="midi-row" data-off={trouble !== undefined || undefined}>
      <div className="midi-names">
        <span>{name}</span>
        <span>
          {controllerText(mapping)} · {device}
          {trouble !== undefined && <em>{trouble}</em>}
        </span>
      </div>
      <select className="hr-select" aria-label={`How the controller of ${name} counts`} value={encoding} disabled={controller === PITCH_BEND} onChange={({ target }) => setEncoding(mapping, target.value as Encoding)}>
        {Object.entries(ENCODINGS).map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
      <button type="button" className="icon-button" aria-label={`Forget the mapping of ${name}`} title="Forget" onClick={() => removeMapping(mapping)}>
        <X size={14} aria-hidden="true" />
      </button>
    </li>
  );
}
