import { MASTER_ID, routeInWords, routingLoop, type Session } from "@headroom/session";
import { inMixerOrder } from "./mixer-order.js";

/** A strip that another might feed. */
export interface RouteTarget {
  readonly id: string;
  readonly name: string;
  readonly color: string;
  /** The loop that it would make, as people read it; without one it can be chosen. */
  readonly loop?: string;
}

/** The master and the buses that a strip might feed, by its output or a send. */
export function routeTargets(session: Session, stripId: string): readonly RouteTarget[] {
  if (stripId === MASTER_ID) return [];
  return [MASTER_ID, ...inMixerOrder(session)].flatMap((id) => {
    const strip = session.strips[id];
    if (!strip || strip.kind === "channel" || id === stripId) return [];
    const loop = routingLoop(session.strips, stripId, id);
    return [{ id, name: strip.name || id, color: strip.color, ...(loop ? { loop: routeInWords(session, loop) } : {}) }];
  });
}
