import { MASTER_ID } from "@headroom/session";
import { useSyncExternalStore } from "react";
import { Observable } from "../state/observable.js";

/** The strip that keys such as F2 act on: one of the selected. */
export const selectedStrip = new Observable<string>(MASTER_ID);
/** All selected strips and VCAs: their faders, pans, mutes, solos and colours move together. Ids of what is gone may be among them. */
export const selection = new Observable<ReadonlySet<string>>(new Set([MASTER_ID]));

/** Where a range begins that Shift extends. */
let anchor = MASTER_ID;

/** Selects one strip and no other. */
export function selectStrip(stripId: string): void {
  anchor = stripId;
  selectedStrip.set(stripId);
  if (selection.value.size !== 1 || !selection.value.has(stripId)) selection.set(new Set([stripId]));
}

/** Makes one of the selected strips the one that keys act on; one that is not selected is selected alone. */
export function leadSelection(stripId: string): void {
  if (selection.value.has(stripId)) selectedStrip.set(stripId);
  else selectStrip(stripId);
}

/** Takes a strip into the selection, or out of it; the last one stays. */
export function toggleSelected(stripId: string): void {
  const next = new Set(selection.value);
  if (!next.delete(stripId)) next.add(stripId);
  const lead = next.has(stripId) ? stripId : [...next].at(-1);
  if (lead === undefined) return;
  anchor = lead;
  selectedStrip.set(lead);
  selection.set(next);
}

/** Selects from where the selection began to a strip. @param order - ids as they stand in the mixer. */
export function selectTo(order: readonly string[], stripId: string): void {
  const [from, to] = [order.indexOf(anchor), order.indexOf(stripId)];
  if (to < 0) return;
  if (from < 0) return selectStrip(stripId);
  selectedStrip.set(stripId);
  selection.set(new Set(order.slice(Math.min(from, to), Math.max(from, to) + 1)));
}

/** Selects all of them; the one that keys act on stays where it is among them. */
export function selectAll(ids: readonly string[]): void {
  const [first] = ids;
  if (first === undefined) return;
  anchor = first;
  if (!ids.includes(selectedStrip.value)) selectedStrip.set(first);
  selection.set(new Set(ids));
}

/**
 * Selects the strip that many places to the right (or left).
 * @param order - ids as they stand in the mixer.
 * @param extend - whether those before stay selected.
 * @returns the id that keys act on now.
 */
export function moveSelection(order: readonly string[], places: number, extend: boolean): string {
  const at = order.indexOf(selectedStrip.value) + places;
  const next = order[Math.min(order.length - 1, Math.max(0, at))] ?? MASTER_ID;
  if (extend) selectTo(order, next);
  else selectStrip(next);
  return next;
}

/** What an edit of a strip or VCA concerns: all that are selected where it is one of several, else itself alone. */
export function linkedWith(stripId: string): readonly string[] {
  return selection.value.size > 1 && selection.value.has(stripId) ? [...selection.value] : [stripId];
}

/** Whether a strip or VCA is selected. */
export function useIsSelected(stripId: string): boolean {
  return useSyncExternalStore(selection.subscribe, () => selection.value.has(stripId));
}
