import { routeInWords, routingLoop } from "../routing.js";
import type { Session, Strip } from "../schema.js";
import { SessionError } from "../session-error.js";
import { stripOf } from "./editor.js";

/** @throws {@link SessionError} when an insert on `strip` cannot hear `source`, with the path of the loop. */
export function checkSidechain(session: Session, source: string, strip: Strip): void {
  const loop = routingLoop(session.strips, stripOf(session, source).id, strip.id);
  if (loop) throw new SessionError(`${routeInWords(session, loop)} would be a loop; choose a sidechain that this strip does not feed.`);
}
