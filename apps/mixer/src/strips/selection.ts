import { MASTER_ID } from "@headroom/session";
import { Observable } from "../state/observable.js";

/** The strip that keys such as M and S act on. */
export const selectedStrip = new Observable<string>(MASTER_ID);

export function selectStrip(stripId: string): void {
  selectedStrip.set(stripId);
}

/**
 * Selects the strip that many places to the right (or left); the master is the last.
 * @param order - ids as they stand in the mixer, without the master.
 * @returns the selected id.
 */
export function moveSelection(order: readonly string[], places: number): string {
  const all = [...order, MASTER_ID];
  const at = all.indexOf(selectedStrip.value) + places;
  const next = all[Math.min(all.length - 1, Math.max(0, at))] ?? MASTER_ID;
  selectStrip(next);
  return next;
}
