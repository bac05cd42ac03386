import type { Map as YMap } from "yjs";
import { createVca } from "../create.js";
import { membersOf, section, storedVca } from "../document/stored-form.js";
import { check } from "../parse/check.js";
import { vcaSchema, type Session, type Vca } from "../schema.js";
import { SessionError } from "../session-error.js";
import { vcaLoop, vcasInWords } from "../vcas.js";
import { setFields, type Editor } from "./editor.js";

/** Edits of VCAs: faders, mutes and solos for many strips at once. */
export class VcaEdits {
  readonly #editor: Editor;

  constructor(editor: Editor) {
    this.#editor = editor;
  }

  /** @returns its id. */
  add(fields: Partial<Vca> = {}): string {
    const session = this.#editor.snapshot();
    const vca = check(vcaSchema, createVca({ ...fields, members: [...new Set(fields.members)].sort() }), "The new VCA");
    if (session.vcas[vca.id] || session.strips[vca.id]) throw new SessionError(`The id "${vca.id}" is taken already; give the new VCA another.`);
    for (const member of vca.members) checkMember(session, vca, member);
    this.#editor.edit(`Add ${titleOf(vca)}`, () => section(this.#editor.root, "vcas").set(vca.id, storedVca(vca)));
    return vca.id;
  }

  /** Removes a VCA; its members stay, each at its own fader. */
  remove(vcaId: string): void {
    const { vcas } = this.#editor.snapshot();
    const vca = this.#find(vcaId);
    this.#editor.edit(`Remove ${titleOf(vca)}`, () => {
      for (const { id, members } of Object.values(vcas)) if (members.includes(vcaId)) this.#members(id).delete(vcaId);
      section(this.#editor.root, "vcas").delete(vcaId);
    });
  }

  /** Sets what is given and leaves the rest. */
  set(vcaId: string, fields: Partial<Omit<Vca, "id" | "members">>): void {
    const vca = this.#find(vcaId);
    const { members: _, ...checked } = check(vcaSchema, { ...vca, ...fields, members: vca.members }, titleOf(vca));
    const stored = section(this.#editor.root, "vcas").get(vcaId);
    if (stored) this.#editor.edit(stepName(vca, fields), () => setFields(stored, checked));
  }

  /** Takes a strip or another VCA in. Refuses loops, naming the path. */
  join(vcaId: string, member: string): void {
    const session = this.#editor.snapshot();
    const vca = this.#find(vcaId);
    if (vca.members.includes(member)) return;
    checkMember(session, vca, member);
    this.#editor.edit(`Add ${memberName(session, member)} to ${titleOf(vca)}`, () => this.#members(vcaId).set(member, true));
  }

  leave(vcaId: string, member: string): void {
    const session = this.#editor.snapshot();
    const vca = this.#find(vcaId);
    if (!vca.members.includes(member)) return;
    this.#editor.edit(`Take ${memberName(session, member)} out of ${titleOf(vca)}`, () => this.#members(vcaId).delete(member));
  }

  #find(vcaId: string): Vca {
    const vca = this.#editor.snapshot().vcas[vcaId];
    if (!vca) throw new SessionError("This VCA is not in the session any more; choose another.");
    return vca;
  }

  #members(vcaId: string): YMap<unknown> {
    return membersOf(section(this.#editor.root, "vcas").get(vcaId));
  }
}

function checkMember(session: Session, vca: Vca, member: string): void {
  if (!session.strips[member] && !session.vcas[member]) throw new SessionError(`There is no strip or VCA "${member}" any more; choose another.`);
  const loop = vcaLoop(session.vcas, vca.id, member);
  if (loop) throw new SessionError(`${vcasInWords(session, loop)} would be a loop; a VCA cannot hold itself.`);
}

function memberName(session: Session, id: string): string {
  return session.strips[id]?.name || session.vcas[id]?.name || id;
}

function titleOf({ name }: Vca): string {
  return name ? `VCA ${name}` : "VCA without a name";
}

function stepName(vca: Vca, fields: Partial<Vca>): string {
  const [key, ...more] = Object.keys(fields);
  if (more.length > 0 || !key) return `Change ${titleOf(vca)}`;
  if (key === "mute" || key === "solo") return `${fields[key] ? "" : "Un"}${key} ${titleOf(vca)}`.replace(/^./, (first) => first.toUpperCase());
  return `Change ${key === "faderDb" ? "fader" : key === "color" ? "colour" : key} of ${titleOf(vca)}`;
}
