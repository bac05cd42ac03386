import { Observable } from "../state/observable.js";

/** Whether the list of sessions is shown. */
export const sessionsShown = new Observable(false);
