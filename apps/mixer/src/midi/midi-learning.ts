import { Observable } from "../state/observable.js";
import type { MidiMapping } from "./midi-mapping.js";

/** The control that the next controller to be moved will move; `undefined` while nothing is learned. */
export const midiLearning = new Observable<Pick<MidiMapping, "owner" | "control" | "name"> | undefined>(undefined);
/** Whether the list of mappings is shown. */
export const midiListShown = new Observable(false);
