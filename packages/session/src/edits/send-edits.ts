import type * as Y from "yjs";
import { createSend } from "../create.js";
import { section, storedSend, type Fields } from "../document/stored-form.js";
import { check } from "../parse/check.js";
import { sendSchema, type Send, type Session, type Strip } from "../schema.js";
import { SessionError } from "../session-error.js";
import { nameOf, setFields, stripOf, type Editor } from "./editor.js";
import { checkTarget } from "./strip-output.js";

/** Edits of sends: ways from a strip to buses and the master beside its output. */
export class SendEdits {
  readonly #editor: Editor;

  constructor(editor: Editor) {
    this.#editor = editor;
  }

  /** Adds a send, after the fader at 0 dB where nothing else is given. Refuses loops, naming the path. @returns its id. */
  add(stripId: string, to: string, fields: Partial<Omit<Send, "to">> = {}): string {
    const session = this.#editor.snapshot();
    const strip = stripOf(session, stripId);
    const send = check(sendSchema, createSend(to, fields), "The new send");
    checkTarget(session, strip, to);
    if (sendsOf(session).some(({ send: { id } }) => id === send.id)) throw new SessionError(`There is a send "${send.id}" already; give the new one another id.`);
    this.#editor.edit(`Send ${nameOf(strip)} to ${nameOf(stripOf(session, to))}`, () => this.#sends(stripId).set(send.id, storedSend(send)));
    return send.id;
  }

  remove(sendId: string): void {
    const { strip, name } = this.#find(sendId);
    this.#editor.edit(`Remove ${name}`, () => this.#sends(strip.id).delete(sendId));
  }

  /** Sets what is given and leaves the rest. Another target is refused where it makes a loop. */
  set(sendId: string, fields: Partial<Omit<Send, "id">>): void {
    const { strip, send, name } = this.#find(sendId);
    const checked = check(sendSchema, { ...send, ...fields }, name);
    if (checked.to !== send.to) checkTarget(this.#editor.snapshot(), strip, checked.to);
    const stored = this.#sends(strip.id).get(sendId);
    if (stored) this.#editor.edit(`Change ${name}`, () => setFields(stored, checked));
  }

  #find(sendId: string): { readonly strip: Strip; readonly send: Send; readonly name: string } {
    const session = this.#editor.snapshot();
    const found = sendsOf(session).find(({ send: { id } }) => id === sendId);
    if (!found) throw new SessionError("This send is not in the session any more; choose another.");
    return { ...found, name: `send of ${nameOf(found.strip)} to ${nameOf(stripOf(session, found.send.to))}` };
  }

  #sends(stripId: string): Y.Map<Fields> {
    return section(this.#editor.root, "strips").get(stripId)?.get("sends") as Y.Map<Fields>;
  }
}

/** All sends of a session. */
export function sendsOf(session: Session): { readonly strip: Strip; readonly send: Send }[] {
  return Object.values(session.strips).flatMap((strip) => strip.sends.map((send) => ({ strip, send })));
}
