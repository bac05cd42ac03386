import { Observable } from "../state/observable.js";
import { notify } from "../status/notices.js";
import { type ControlChange, readControlChange } from "./midi-message.js";

/** What is known of the MIDI devices. `off` until somebody asks for them. */
export type MidiState =
  | { readonly phase: "off" | "asking" | "unsupported" | "refused" }
  | { readonly phase: "on"; readonly devices: readonly string[] };

export const midiState = new Observable<MidiState>({ phase: "off" });

/** What to do where there is no MIDI, in words; `undefined` where there is. */
export function midiRemedy(state: MidiState): string | undefined {
  if (state.phase === "unsupported") return "This browser has no Web MIDI; open the mixer in Chrome, Edge or Firefox to use a controller.";
  if (state.phase === "refused") return "The browser does not let this page use MIDI; allow it in the settings of this site, then try again.";
  if (state.phase === "on" && state.devices.length === 0) return "No MIDI device is connected; plug one in, and it is found at once.";
  return undefined;
}

type Listener = (device: string, change: ControlChange) => void;

/** Asks for the MIDI devices, once, and gives every movement of a controller to `listener`. @returns the undo. */
export function listenToMidi(listener: Listener): () => void {
  let access: MIDIAccess | undefined;
  let isWanted = true;
  const hear = (input: MIDIInput) => {
    input.onmidimessage = ({ data }) => {
      const change = data ? readControlChange(data) : undefined;
      if (change) listener(input.name ?? input.id, change);
    };
  };
  const show = () => {
    if (access) midiState.set({ phase: "on", devices: [...access.inputs.values()].filter(({ state }) => state === "connected").map(({ name, id }) => name ?? id) });
  };
  const changed = ({ port }: MIDIConnectionEvent) => {
    if (port?.type !== "input") return;
    const name = port.name ?? port.id;
    const wasThere = midiState.value.phase === "on" && midiState.value.devices.includes(name);
    if (port.state === "connected") hear(port as MIDIInput);
    else if (wasThere) notify("warning", `${name} was pulled out; its mappings are kept and work again when it is plugged in.`);
    show();
  };
  const open = async () => {
    if (!("requestMIDIAccess" in navigator)) return midiState.set({ phase: "unsupported" });
    midiState.set({ phase: "asking" });
    try {
      const granted = await navigator.requestMIDIAccess();
      if (!isWanted) return;
      access = granted;
      access.inputs.forEach(hear);
      access.onstatechange = changed;
      show();
    } catch {
      if (isWanted) midiState.set({ phase: "refused" });
    }
  };
  void open();
  return () => {
    isWanted = false;
    if (access) access.onstatechange = null;
    access?.inputs.forEach((input) => (input.onmidimessage = null));
    midiState.set({ phase: "off" });
  };
}
