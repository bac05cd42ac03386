import type { MenuPlace } from "../menu/menu-request.js";
import { Observable } from "../state/observable.js";

/** The send whose panel is open, and what the panel stands beside. */
export const openSend = new Observable<{ readonly sendId: string; readonly place: MenuPlace } | undefined>(undefined);
