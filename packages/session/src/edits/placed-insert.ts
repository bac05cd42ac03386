import { section, type Fields } from "../document/stored-form.js";
import type { Insert, Strip } from "../schema.js";
import { SessionError } from "../session-error.js";
import type { Editor } from "./editor.js";

/** An insert, where it is, and how it is stored. */
export interface PlacedInsert {
  readonly strip: Strip;
  readonly slot: number;
  readonly insert: Insert;
  readonly fields: Fields;
  /** What its plugin is called in the names of steps. */
  readonly label: string;
}

/** @throws {@link SessionError} when the insert is gone. */
export function placedInsert(editor: Editor, insertId: string): PlacedInsert {
  const fields = section(editor.root, "inserts").get(insertId);
  for (const strip of Object.values(editor.snapshot().strips)) {
    const slot = strip.inserts.findIndex((insert) => insert?.id === insertId);
    const insert = strip.inserts[slot];
    if (insert && fields) return { strip, slot, insert, fields, label: editor.labels.plugin(insert.plugin) };
  }
  throw new SessionError("This insert is not in the session any more; choose another.");
}
