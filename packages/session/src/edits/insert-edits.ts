import * as z from "zod/mini";
import { newId } from "../document/new-id.js";
import { section, storedInsert, type Fields } from "../document/stored-form.js";
import { check } from "../parse/check.js";
import { INSERT_SLOTS, insertSchema, type Insert, type Strip } from "../schema.js";
import { SessionError } from "../session-error.js";
import { nameOf, setFields, stripOf, type Editor } from "./editor.js";

/** A plugin instance to be made; what is not given is neutral. */
export type NewInsert = Pick<Insert, "plugin" | "version"> & Partial<Insert>;

interface Found { readonly strip: Strip; readonly slot: number; readonly insert: Insert }

/**
 * Edits of inserts. Slots count from 0. What is put on a taken slot of another strip goes to the next free slot
 * below it, else the first free one; a strip without a free slot refuses.
 */
export class InsertEdits {
  readonly #editor: Editor;

  constructor(editor: Editor) {
    this.#editor = editor;
  }

  /** @param slot - default: the first free one. @returns the insert's id. */
  add(stripId: string, insert: NewInsert, slot = 0): string {
    const strip = stripOf(this.#editor.snapshot(), stripId);
    const made = check(insertSchema, { bypass: false, mix: 1, params: {}, ...insert, id: insert.id ?? newId() }, "The new insert");
    if (this.#stored.has(made.id)) throw new SessionError(`There is an insert "${made.id}" already; give the new one another id.`);
    const free = freeSlot(strip, slot);
    this.#editor.edit(`Add ${this.#label(made)} to ${nameOf(strip)}`, () => this.#stored.set(made.id, storedInsert(made, stripId, free)));
    return made.id;
  }

  remove(insertId: string): void {
    const { strip, insert } = this.#find(insertId);
    this.#editor.edit(`Remove ${this.#label(insert)} from ${nameOf(strip)}`, () => this.#stored.delete(insertId));
  }

  /** Moves to a slot of the same strip, changing places with what is there, or of another strip. */
  move(insertId: string, toStripId: string, toSlot: number): void {
    const { strip, slot, insert } = this.#find(insertId);
    const to = stripOf(this.#editor.snapshot(), toStripId);
    if (to.id !== strip.id) {
      const free = freeSlot(to, toSlot);
      this.#editor.edit(`Move ${this.#label(insert)} to ${nameOf(to)}`, () => setFields(this.#fields(insertId), { strip: to.id, slot: free }));
      return;
    }
    checkSlot(toSlot);
    const other = strip.inserts[toSlot];
    this.#editor.edit(`Move ${this.#label(insert)} to slot ${toSlot + 1}`, () => {
      setFields(this.#fields(insertId), { slot: toSlot });
      if (other && other.id !== insertId) setFields(this.#fields(other.id), { slot });
    });
  }

  /** @returns the copy's id. */
  copy(insertId: string, toStripId: string, toSlot: number): string {
    const { insert } = this.#find(insertId);
    const to = stripOf(this.#editor.snapshot(), toStripId);
    return this.#editor.edit(`Copy ${this.#label(insert)} to ${nameOf(to)}`, () => this.add(toStripId, { ...insert, id: newId() }, toSlot));
  }

  setBypass(insertId: string, bypass: boolean): void {
    this.#set(insertId, { bypass }, bypass ? "Bypass" : "Switch on");
  }

  /** @param mix - 0 (dry)…1 (wet). */
  setMix(insertId: string, mix: number): void {
    this.#set(insertId, { mix }, "Change mix of");
  }

  setParam(insertId: string, parameterId: string, value: Insert["params"][string]): void {
    const { insert } = this.#find(insertId);
    const label = this.#editor.labels.parameter(insert.plugin, parameterId);
    this.setParams(insertId, { [parameterId]: value }, `Change ${label} of ${this.#label(insert)}`);
  }

  /** Sets the parameters that are given, for instance of a preset, and leaves the rest. @param name - of the step. */
  setParams(insertId: string, values: Insert["params"], name?: string): void {
    const { insert } = this.#find(insertId);
    const checked = check(insertSchema.shape.params, values, `A parameter of ${this.#label(insert)}`);
    const stored = this.#fields(insertId).get("params") as Fields;
    this.#editor.edit(name ?? `Change ${this.#label(insert)}`, () => setFields(stored, checked));
  }

  /** The plugin's own data, as it comes from its processor; `undefined` removes it. */
  setState(insertId: string, state: Insert["state"]): void {
    this.#set(insertId, { state }, "Change");
  }

  #set(insertId: string, fields: { bypass: boolean } | { mix: number } | { state: Insert["state"] }, verb: string): void {
    const { insert } = this.#find(insertId);
    const checked = check(z.partial(insertSchema), fields, this.#label(insert));
    this.#editor.edit(`${verb} ${this.#label(insert)}`, () => setFields(this.#fields(insertId), checked));
  }

  #find(insertId: string): Found {
    for (const strip of Object.values(this.#editor.snapshot().strips)) {
      const slot = strip.inserts.findIndex((insert) => insert?.id === insertId);
      const insert = strip.inserts[slot];
      if (insert) return { strip, slot, insert };
    }
    throw new SessionError("This insert is not in the session any more; choose another.");
  }

  get #stored() {
    return section(this.#editor.root, "inserts");
  }

  #fields(insertId: string): Fields {
    const stored = this.#stored.get(insertId);
    if (!stored) throw new SessionError("This insert is not in the session any more; choose another.");
    return stored;
  }

  #label(insert: Insert): string {
    return this.#editor.labels.plugin(insert.plugin);
  }
}

function freeSlot(strip: Strip, wanted: number): number {
  checkSlot(wanted);
  const below = strip.inserts.indexOf(null, wanted);
  const free = below >= 0 ? below : strip.inserts.indexOf(null);
  if (free < 0) throw new SessionError(`All ${INSERT_SLOTS} slots of ${nameOf(strip)} are taken; remove an insert there first.`);
  return free;
}

function checkSlot(slot: number): void {
  if (!Number.isInteger(slot) || slot < 0 || slot >= INSERT_SLOTS) {
    throw new SessionError(`There is no slot ${slot + 1}; a strip has slots 1 to ${INSERT_SLOTS}.`);
  }
}
