import { Observable } from "../state/observable.js";

/** Something worth saying to the person at the mixer. */
export interface Notice {
  readonly id: number;
  readonly time: Date;
  readonly severity: "info" | "warning" | "error";
  readonly text: string;
  /** What can be done about it. */
  readonly action?: NoticeAction;
  /** Where it is said: over the mixer until it is closed, or in the status line alone. */
  readonly where: "message" | "line";
}

/** Something that a message offers to do, once. */
export interface NoticeAction {
  readonly label: string;
  readonly run: () => void;
}

/** Notices that are kept for the list. */
const MOST_NOTICES = 100;

/** What happened, newest last. */
export const notices = new Observable<readonly Notice[]>([]);

let nextId = 1;

/**
 * Says something in the status line, and unless it is only information as a message over the mixer.
 * @returns takes the message away where it no longer holds; the list keeps it.
 */
export function notify(severity: Notice["severity"], text: string, where: Notice["where"] = severity === "info" ? "line" : "message"): () => void {
  const id = addNotice({ severity, text, where });
  return () => notices.set(notices.value.map((notice) => (notice.id === id ? { ...notice, where: "line" } : notice)));
}

/** Says as a message that something was done, and offers to take it back; for what the session's undo does not know. */
export function notifyWithUndo(text: string, undo: () => void): void {
  addNotice({ severity: "info", text, where: "message", action: { label: "Undo", run: undo } });
}

/** What an error says to people. */
export function sentence(error: unknown): string {
  return error instanceof Error && error.message !== "" ? error.message : String(error);
}

function addNotice(notice: Omit<Notice, "id" | "time">): number {
  const id = nextId++;
  notices.set([...notices.value, { ...notice, id, time: new Date() }].slice(-MOST_NOTICES));
  return id;
}
