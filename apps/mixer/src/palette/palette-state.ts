import { Observable } from "../state/observable.js";

/** Whether the command palette is open. */
export const paletteShown = new Observable(false);
