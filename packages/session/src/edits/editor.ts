import type { Labels } from "../document/labels.js";
import { same } from "../document/share.js";
import type { Fields } from "../document/stored-form.js";
import type { Session, Strip } from "../schema.js";
import { SessionError } from "../session-error.js";

/** How an edit stands to the one before it. */
export interface EditOptions {
  /** An edit of the same key as the last step joins it. When together they leave nothing different, the step is none. */
  readonly joins?: string;
}

/** What the edits need of the document. */
export interface Editor {
  readonly root: Fields;
  readonly labels: Labels;
  snapshot(): Session;
  edit<T>(name: string, change: () => T, options?: EditOptions): T;
  /** Changes what is nobody's edit: no step of undo. */
  note(change: () => void): void;
}

/** Sets the fields that differ, so that what is set to its own value is no change. */
export function setFields(stored: Fields, values: object): void {
  for (const [key, value] of Object.entries(values)) {
    if (same(stored.get(key), value)) continue;
    if (value === undefined) stored.delete(key);
    else stored.set(key, structuredClone(value));
  }
}

/** As {@link setFields}, and removes all others. */
export function replaceFields(stored: Fields, values: object): void {
  for (const key of [...stored.keys()]) if (!Object.hasOwn(values, key)) stored.delete(key);
  setFields(stored, values);
}

export function stripOf(session: Session, stripId: string): Strip {
  const strip = session.strips[stripId];
  if (!strip) throw new SessionError(`There is no strip "${stripId}" any more; choose another.`);
  return strip;
}

/** A strip in a sentence. */
export function nameOf(strip: Strip): string {
  return strip.name || `the ${strip.kind} without a name`;
}
