import { createStrip } from "../create.js";
import { newId } from "../document/new-id.js";
import { membersOf, orderOf, section, storedInsert, storedStrip, type Fields } from "../document/stored-form.js";
import { check } from "../parse/check.js";
import { MASTER_ID, stripSchema, type Session, type Strip } from "../schema.js";
import { SessionError } from "../session-error.js";
import { nameOf, setFields, stripOf, type Editor } from "./editor.js";
import { copyLanes, removeLanes } from "./lane-copies.js";
import { checkSidechain } from "./sidechain.js";
import { sendsOf } from "./send-edits.js";
import { checkOutput, checkTarget } from "./strip-output.js";
import { settingsSchema, stepName, type StripSettings } from "./strip-settings.js";

/** Edits of strips: channels, buses and the master. */
export class StripEdits {
  readonly #editor: Editor;

  constructor(editor: Editor) {
    this.#editor = editor;
  }

  /**
   * Adds a channel or bus; what is not given is neutral.
   * @param index - place from the left; default: rightmost.
   * @returns its id.
   */
  add(kind: "channel" | "bus", fields: Partial<Omit<Strip, "kind">> = {}, index?: number): string {
    const strip = check(stripSchema, createStrip(kind, { ...fields, id: fields.id ?? newId() }), "The new strip");
    const session = this.#editor.snapshot();
    if (session.strips[strip.id] || session.vcas[strip.id]) throw new SessionError(`There is a strip "${strip.id}" already; give the new one another id.`);
    const after = { ...session, strips: { ...session.strips, [strip.id]: strip } };
    checkOutput(after, strip, strip.output);
    for (const insert of strip.inserts) if (insert?.sidechain !== undefined) checkSidechain(after, insert.sidechain, strip);
    for (const { id, to } of strip.sends) {
      checkTarget(after, strip, to);
      if (sendsOf(after).filter(({ send }) => send.id === id).length > 1) throw new SessionError(`There is a send "${id}" already; give the new one another id.`);
    }
    const { root } = this.#editor;
    const taken = strip.inserts.find((insert) => insert && section(root, "inserts").has(insert.id));
    if (taken) throw new SessionError(`There is an insert "${taken.id}" already; give the new one another id.`);
    this.#editor.edit(`Add ${nameOf(strip)}`, () => {
      section(root, "strips").set(strip.id, storedStrip(strip));
      strip.inserts.forEach((insert, slot) => {
        if (insert) section(root, "inserts").set(insert.id, storedInsert(insert, strip.id, slot));
      });
      this.#place(strip.id, index ?? session.order.length);
    });
    return strip.id;
  }

  /** Adds a copy with inserts, clips and sends, in the same VCAs, to the right of the original. @returns its id. */
  copy(stripId: string): string {
    const session = this.#editor.snapshot();
    const strip = stripOf(session, stripId);
    const { kind, id: _, ...fields } = strip;
    if (kind === "master") throw new SessionError("There is one master; make a bus to have another sum.");
    const inserts = strip.inserts.map((insert) => insert && { ...insert, id: newId() });
    const clips = strip.clips.map((clip) => ({ ...clip, id: newId() }));
    const sends = strip.sends.map((send) => ({ ...send, id: newId() }));
    return this.#editor.edit(`Copy ${nameOf(strip)}`, () => {
      const copy = this.add(kind, { ...fields, inserts, clips, sends }, session.order.indexOf(stripId) + 1);
      for (const vca of this.#vcasOf(stripId)) vca.set(copy, true);
      const copied = strip.inserts.flatMap((insert, slot) => (insert && inserts[slot] ? [[insert.id, inserts[slot].id] as const] : []));
      copyLanes(this.#editor, session, new Map([[stripId, copy], ...copied]));
      return copy;
    });
  }

  /**
   * Removes a channel or bus with its inserts, clips and sends. What fed it feeds the master; sends to it go; who heard it
   * as a sidechain hears none.
   */
  remove(stripId: string): void {
    const session = this.#editor.snapshot();
    const strip = stripOf(session, stripId);
    if (strip.kind === "master") throw new SessionError("The master cannot be removed; everything is heard through it.");
    const { root } = this.#editor;
    this.#editor.edit(`Remove ${nameOf(strip)}`, () => {
      for (const feeder of Object.values(session.strips)) {
        if (feeder.output === stripId) this.#fields(feeder.id).set("output", MASTER_ID);
        for (const insert of feeder.inserts) if (insert?.sidechain === stripId) section(root, "inserts").get(insert.id)?.delete("sidechain");
      }
      for (const { strip: feeder, send } of sendsOf(session)) if (send.to === stripId) this.#sends(feeder.id).delete(send.id);
      for (const vca of this.#vcasOf(stripId)) vca.delete(stripId);
      for (const insert of strip.inserts) if (insert) section(root, "inserts").delete(insert.id);
      removeLanes(this.#editor, session, [stripId, ...strip.inserts.flatMap((insert) => insert?.id ?? [])]);
      this.#unplace(stripId);
      section(root, "strips").delete(stripId);
    });
  }

  rename(stripId: string, name: string): void {
    const strip = stripOf(this.#editor.snapshot(), stripId);
    this.#editor.edit(`Rename ${nameOf(strip)} to ${name}`, () => this.set(stripId, { name }));
  }

  /** @param color - "#rrggbb". */
  recolor(stripId: string, color: string): void {
    this.set(stripId, { color });
  }

  /** Moves a channel or bus to a place counted from the left, as it is after the move. */
  move(stripId: string, index: number): void {
    const session = this.#editor.snapshot();
    const strip = stripOf(session, stripId);
    if (strip.kind === "master") throw new SessionError("The master stays at its place.");
    const place = Math.max(0, Math.min(session.order.length - 1, Math.round(index)));
    if (session.order[place] === stripId) return;
    this.#editor.edit(`Move ${nameOf(strip)}`, () => {
      this.#unplace(stripId);
      this.#place(stripId, place);
    });
  }

  /** Sets what is given and leaves the rest. Refuses values out of range and routing loops. An exclusive solo ends all others. */
  set(stripId: string, settings: Partial<StripSettings>): void {
    const session = this.#editor.snapshot();
    const strip = stripOf(session, stripId);
    const checked = check(settingsSchema, settings, `A setting of ${nameOf(strip)}`);
    if (checked.output !== undefined) checkOutput(session, strip, checked.output);
    this.#editor.edit(stepName(strip, settings), () => {
      if (checked.solo === true && session.solo.exclusive) this.#unsolo(session, stripId);
      setFields(this.#fields(stripId), checked);
    });
  }

  /** Routes a strip to a bus or the master; `null`: to nothing. Refuses loops, naming the path. */
  setOutput(stripId: string, output: string | null): void {
    this.set(stripId, { output });
  }

  /** Ends all solos, of strips and of VCAs. */
  clearSolo(): void {
    const session = this.#editor.snapshot();
    this.#editor.edit("Clear solo", () => this.#unsolo(session));
  }

  #unsolo(session: Session, except?: string): void {
    for (const { id, solo } of Object.values(session.strips)) if (solo && id !== except) this.#fields(id).set("solo", false);
    for (const { id, solo } of Object.values(session.vcas)) if (solo) section(this.#editor.root, "vcas").get(id)?.set("solo", false);
  }

  #sends(stripId: string): Fields {
    return this.#fields(stripId).get("sends") as Fields;
  }

  /** The lists of members of all VCAs that a strip belongs to. */
  #vcasOf(stripId: string): Fields[] {
    return [...section(this.#editor.root, "vcas").values()].map(membersOf).filter((members) => members.has(stripId));
  }

  #fields(stripId: string) {
    const stored = section(this.#editor.root, "strips").get(stripId);
    if (!stored) throw new SessionError(`There is no strip "${stripId}" any more; choose another.`);
    return stored;
  }

  #place(stripId: string, index: number): void {
    const order = orderOf(this.#editor.root);
    order.insert(Math.max(0, Math.min(order.length, index)), [stripId]);
  }

  #unplace(stripId: string): void {
    const order = orderOf(this.#editor.root);
    // From the right, so that places still to be looked at stay; concurrent moves may have listed it twice.
    for (let at = order.length - 1; at >= 0; at -= 1) if (order.get(at) === stripId) order.delete(at);
  }
}
