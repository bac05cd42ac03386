import { Observable } from "../state/observable.js";

/** The strip whose name is being typed, if any. */
export const renaming = new Observable<string | undefined>(undefined);
