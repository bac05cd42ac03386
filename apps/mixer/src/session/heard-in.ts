import { type Heard, heard } from "@headroom/engine";
import type { Session } from "@headroom/session";

const heardOf = new WeakMap<Session, Heard>();

/** What mute and solo leave open in a session, as the engine plays it. */
export function heardIn(session: Session): Heard {
  const known = heardOf.get(session) ?? heard(session);
  heardOf.set(session, known);
  return known;
}
