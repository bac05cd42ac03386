import { type Send, sendsOf, type Session, type Strip } from "@headroom/session";

/** A send and the strip that it comes from. */
export interface PlacedSend {
  readonly send: Send;
  readonly strip: Strip;
}

const sendsById = new WeakMap<Session, ReadonlyMap<string, PlacedSend>>();

/** All sends of a session by id. */
export function placedSends(session: Session): ReadonlyMap<string, PlacedSend> {
  const known = sendsById.get(session) ?? new Map(sendsOf(session).map((placed) => [placed.send.id, placed]));
  sendsById.set(session, known);
  return known;
}

/** A send by its id, or `undefined` when it is gone. */
export function findSend(session: Session, sendId: string): PlacedSend | undefined {
  return placedSends(session).get(sendId);
}
