import type { SessionStore } from "@headroom/session";
import { notify, notifyWithUndo } from "../status/notices.js";
import { sessionUrl } from "./session-address.js";

const KEY = "headroom.parting-word";

/** What one page leaves for the next to say. */
interface PartingWord {
  readonly severity: "info" | "warning";
  readonly text: string;
  /** A session that was deleted and can be brought back. */
  readonly deleted?: string;
}

/** Leaves something to be said once the next session is open in this tab. */
export function leaveWord(word: PartingWord): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(word));
  } catch {
    // A browser that keeps nothing has no other session to go to.
  }
}

/** Says what the page before left, once. */
export function sayPartingWord(store: SessionStore): void {
  let word: PartingWord | undefined;
  try {
    word = JSON.parse(sessionStorage.getItem(KEY) ?? "null") as PartingWord | undefined ?? undefined;
    sessionStorage.removeItem(KEY);
  } catch {
    return;
  }
  if (!word) return;
  const { severity, text, deleted } = word;
  if (deleted === undefined) notify(severity, text);
  else notifyWithUndo(text, () => void store.restore(deleted).then(() => location.assign(sessionUrl(deleted))));
}
