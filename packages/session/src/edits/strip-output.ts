import { routeInWords, routingLoop } from "../routing.js";
import type { Session, Strip } from "../schema.js";
import { SessionError } from "../session-error.js";
import { nameOf, stripOf } from "./editor.js";

/** @throws {@link SessionError} when `strip` cannot be routed to `output`; a loop is told with its path. */
export function checkOutput(session: Session, strip: Strip, output: string | null): void {
  if (strip.kind === "master") {
    if (output !== null) throw new SessionError("The master goes to the speakers; it cannot be routed to a strip.");
    return;
  }
  if (output !== null) checkTarget(session, strip, output);
}

/** @throws {@link SessionError} when `strip` cannot feed `to`, as its output or by a send. */
export function checkTarget(session: Session, strip: Strip, to: string): void {
  if (strip.kind === "master") throw new SessionError("The master goes to the speakers; it cannot be routed to a strip.");
  const target = stripOf(session, to);
  if (target.kind === "channel") {
    throw new SessionError(`${nameOf(target)} is a channel and takes no other strips; route ${nameOf(strip)} to a bus or the master.`);
  }
  const loop = routingLoop(session.strips, strip.id, to);
  if (loop) throw new SessionError(`${routeInWords(session, loop)} would be a loop; route ${nameOf(strip)} to a bus that it is not fed by.`);
}
