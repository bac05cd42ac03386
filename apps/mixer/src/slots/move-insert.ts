import { INSERT_SLOTS, MASTER_ID, type SessionDocument } from "@headroom/session";
import { attempt } from "../session/attempt.js";
import { findInsert } from "../session/find-insert.js";
import { inMixerOrder } from "../strips/mixer-order.js";
import { selectStrip } from "../strips/selection.js";
import { focusSlot } from "./slot-place.js";

/** A step of an insert: slots down, strips to the right. */
export interface InsertStep {
  readonly slots: number;
  readonly strips: number;
}

/** What Alt with an arrow key does to the focused insert. */
export const KEY_MOVES: Readonly<Record<string, InsertStep>> = {
  ArrowUp: { slots: -1, strips: 0 },
  ArrowDown: { slots: 1, strips: 0 },
  ArrowLeft: { slots: 0, strips: -1 },
  ArrowRight: { slots: 0, strips: 1 },
};

/** Moves an insert by a step and lets the focus follow. At the edge nothing happens. */
export function moveByKey(document: SessionDocument, insertId: string, step: InsertStep): void {
  const session = document.snapshot();
  const placed = findInsert(session, insertId);
  if (!placed) return;
  const strips = [...inMixerOrder(session), MASTER_ID];
  const stripId = strips[strips.indexOf(placed.strip.id) + step.strips];
  const slot = placed.slot + step.slots;
  if (stripId === undefined || slot < 0 || slot >= INSERT_SLOTS) return;
  moveInsert(document, insertId, stripId, slot, false);
}

/** Moves or copies an insert to a slot and lets focus and selection follow. */
export function moveInsert(document: SessionDocument, insertId: string, stripId: string, slot: number, copy: boolean): void {
  attempt(() => {
    const moved = copy ? document.inserts.copy(insertId, stripId, slot) : insertId;
    if (!copy) document.inserts.move(insertId, stripId, slot);
    const place = findInsert(document.snapshot(), moved);
    if (!place) return;
    selectStrip(place.strip.id);
    focusSlot(place.strip.id, place.slot);
  });
}
