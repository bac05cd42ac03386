import { Observable } from "../state/observable.js";

/** Something worth saying to the person at the mixer. */
export interface Notice {
  readonly id: number;
  readonly time: Date;
  readonly severity: "info" | "warning" | "error";
  readonly text: string;
}

/** Notices that are kept for the list. */
const MOST_NOTICES = 100;

/** What happened, newest last. */
export const notices = new Observable<readonly Notice[]>([]);

let nextId = 1;

/** Says something in the status line, and as a message over the mixer unless it is only information. */
export function notify(severity: Notice["severity"], text: string): void {
  notices.set([...notices.value, { id: nextId++, time: new Date(), severity, text }].slice(-MOST_NOTICES));
}

/** What an error says to people. */
export function sentence(error: unknown): string {
  return error instanceof Error && error.message !== "" ? error.message : String(error);
}
