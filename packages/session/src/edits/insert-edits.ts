import * as z from "zod/mini";
import { newId } from "../document/new-id.js";
import { section, settingFields, settingsOf, storedInsert, type Fields } from "../document/stored-form.js";
import { check } from "../parse/check.js";
import { INSERT_SLOTS, insertSchema, type Insert, type Strip } from "../schema.js";
import { SessionError } from "../session-error.js";
import { nameOf, setFields, stripOf, type EditOptions, type Editor } from "./editor.js";
import { copyLanes, removeLanes } from "./lane-copies.js";
import { placedInsert } from "./placed-insert.js";
import { checkSidechain } from "./sidechain.js";

/** A plugin instance to be made; what is not given is neutral. */
export type NewInsert = Pick<Insert, "plugin" | "version"> & Partial<Insert>;

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
    if (made.sidechain !== undefined) checkSidechain(this.#editor.snapshot(), made.sidechain, strip);
    this.#editor.edit(`Add ${this.#label(made)} to ${nameOf(strip)}`, () => this.#stored.set(made.id, storedInsert(made, stripId, free)));
    return made.id;
  }

  remove(insertId: string): void {
    const { strip, label } = placedInsert(this.#editor, insertId);
    const session = this.#editor.snapshot();
    this.#editor.edit(`Remove ${label} from ${nameOf(strip)}`, () => {
      this.#stored.delete(insertId);
      removeLanes(this.#editor, session, [insertId]);
    });
  }

  /** Moves to a slot of the same strip, changing places with what is there, or of another strip. */
  move(insertId: string, toStripId: string, toSlot: number): void {
    const { strip, slot, insert, fields, label } = placedInsert(this.#editor, insertId);
    const to = stripOf(this.#editor.snapshot(), toStripId);
    if (to.id !== strip.id) {
      const free = freeSlot(to, toSlot);
      if (insert.sidechain !== undefined) checkSidechain(this.#editor.snapshot(), insert.sidechain, to);
      this.#editor.edit(`Move ${label} to ${nameOf(to)}`, () => setFields(fields, { strip: to.id, slot: free }));
      return;
    }
    checkSlot(toSlot);
    const other = strip.inserts[toSlot];
    const displaced = other && other.id !== insertId ? placedInsert(this.#editor, other.id) : undefined;
    this.#editor.edit(`Move ${label} to slot ${toSlot + 1}`, () => {
      setFields(fields, { slot: toSlot });
      if (displaced) setFields(displaced.fields, { slot });
    });
  }

  /** @returns the copy's id. */
  copy(insertId: string, toStripId: string, toSlot: number): string {
    const { insert, label } = placedInsert(this.#editor, insertId);
    const to = stripOf(this.#editor.snapshot(), toStripId);
    const session = this.#editor.snapshot();
    return this.#editor.edit(`Copy ${label} to ${nameOf(to)}`, () => {
      const copy = this.add(toStripId, { ...insert, id: newId() }, toSlot);
      copyLanes(this.#editor, session, new Map([[insertId, copy]]));
      return copy;
    });
  }

  setBypass(insertId: string, bypass: boolean): void {
    const { fields, label } = placedInsert(this.#editor, insertId);
    this.#set(fields, { bypass }, label, bypass ? "Bypass" : "Switch on");
  }

  /** @param mix - 0 (dry)…1 (wet). */
  setMix(insertId: string, mix: number): void {
    const { fields, label } = placedInsert(this.#editor, insertId);
    this.#set(fields, { mix }, label, "Change mix of");
  }

  setParam(insertId: string, parameterId: string, value: Insert["params"][string]): void {
    const { insert, label } = placedInsert(this.#editor, insertId);
    const parameter = this.#editor.labels.parameter(insert.plugin, parameterId);
    this.#setParams(insertId, { [parameterId]: value }, `Change ${parameter} of ${label}`);
  }

  /**
   * Sets the parameters that are given and leaves the rest.
   * @param joins - see {@link EditOptions}: parameters that one hand moves together become one step.
   */
  setParams(insertId: string, values: Insert["params"], joins?: string): void {
    const { label } = placedInsert(this.#editor, insertId);
    this.#setParams(insertId, values, `Change ${label}`, joins === undefined ? {} : { joins });
  }

  #setParams(insertId: string, values: Insert["params"], name: string, options: EditOptions = {}): void {
    const { fields, label } = placedInsert(this.#editor, insertId);
    const checked = check(insertSchema.shape.params, values, `A parameter of ${label}`);
    this.#editor.edit(name, () => setFields(settingsOf(fields).live.get("params") as Fields, checked), options);
  }

  /**
   * The plugin's own data for one of the insert's two settings, as its processor saved them. They are kept, not edited:
   * undo leads past them. Where the insert is gone meanwhile nothing happens.
   */
  keepState(insertId: string, setting: "A" | "B", state: NonNullable<Insert["state"]>): void {
    const fields = this.#stored.get(insertId);
    if (!fields) return;
    const checked = check(insertSchema.shape.state, state, "What the plugin saved");
    this.#editor.note(() => setFields(settingFields(fields, setting), { state: checked }));
  }

  /** The strip whose output the insert's plugin hears beside its input; `undefined`: none. Refuses loops, naming the path. */
  setSidechain(insertId: string, source: string | undefined): void {
    const { strip, fields, label } = placedInsert(this.#editor, insertId);
    if (source !== undefined) checkSidechain(this.#editor.snapshot(), source, strip);
    this.#editor.edit(`Change sidechain of ${label}`, () => setFields(fields, { sidechain: source }));
  }

  /** @param hosting - where it runs; `undefined`: where the session says. */
  setHosting(insertId: string, hosting: Insert["hosting"]): void {
    const { fields, label } = placedInsert(this.#editor, insertId);
    const checked = check(insertSchema.shape.hosting, hosting, `The hosting of ${label}`);
    this.#editor.edit(`Change hosting of ${label}`, () => setFields(fields, { hosting: checked }));
  }

  #set(stored: Fields, fields: { bypass: boolean } | { mix: number }, label: string, verb: string): void {
    const checked = check(z.partial(insertSchema), fields, label);
    this.#editor.edit(`${verb} ${label}`, () => setFields(stored, checked));
  }

  get #stored() {
    return section(this.#editor.root, "inserts");
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
