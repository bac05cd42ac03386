import { Observable } from "../state/observable.js";

/** Something worth saying to the person at the mixer. */
export interface Notice {
  readonly id: number;
  readonly time: Date;
  readonly severity: "info" | "warning" | "error";
  readonly text: string;
  /** Where it is said: over the mixer until it is closed, or in the status line alone. */
  readonly where: "message" | "line";
}

/** Notices that are kept for the list. */
const MOST_NOTICES = 100;

/** What happened, newest last. */
export const notices = new Observable<readonly Notice[]>([]);

let nextId = 1;

/** Says something in the status line, and unless it is only information as a message over the mixer. */
export function notify(severity: Notice["severity"], text: string, where: Notice["where"] = severity === "info" ? "line" : "message"): void {
  notices.set([...notices.value, { id: nextId++, time: new Date(), severity, text, where }].slice(-MOST_NOTICES));
}

/** What an error says to people. */
export function sentence(error: unknown): string {
  return error instanceof Error && error.message !== "" ? error.message : String(error);
}
