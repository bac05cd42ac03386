import type { Insert, Session, Strip } from "@headroom/session";

/** An insert and where it is. */
export interface PlacedInsert {
  readonly insert: Insert;
  readonly strip: Strip;
  /** Counted from 0. */
  readonly slot: number;
}

const placesOf = new WeakMap<Session, ReadonlyMap<string, PlacedInsert>>();

/** All inserts of a session by id. */
export function placedInserts(session: Session): ReadonlyMap<string, PlacedInsert> {
  const known = placesOf.get(session);
  if (known) return known;
  const places = new Map<string, PlacedInsert>();
  for (const strip of Object.values(session.strips)) {
    strip.inserts.forEach((insert, slot) => insert && places.set(insert.id, { insert, strip, slot }));
  }
  placesOf.set(session, places);
  return places;
}

/** An insert by its id, or `undefined` when it is gone. */
export function findInsert(session: Session, insertId: string): PlacedInsert | undefined {
  return placedInserts(session).get(insertId);
}
