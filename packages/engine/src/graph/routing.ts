import type { Session, Strip } from "@headroom/session";
import { MASTER_ID } from "@headroom/session/limits";

/** Strips feed each other in a circle. The message names the way. */
export class RoutingCycleError extends Error {
  override readonly name = "RoutingCycleError";
  /** Names of the strips on the circle; the first is repeated at the end. */
  readonly path: readonly string[];

  constructor(path: readonly string[]) {
    super(`The routing goes in a circle: ${path.map((name) => `“${name}”`).join(" → ")}. Route one of them elsewhere.`);
    this.path = path;
  }
}

/** All strips of a session: channels and buses in their order, the master last. */
export function allStrips(session: Session): Strip[] {
  return [...session.order, MASTER_ID].flatMap((id) => session.strips[id] ?? []);
}

/** Ids of the strips that a strip feeds. A route to a strip that does not exist feeds nothing. */
export function targets(session: Session, strip: Strip): string[] {
  return strip.output !== null && Object.hasOwn(session.strips, strip.output) ? [strip.output] : [];
}

/** Ids of the strips whose inserts hear a strip as their sidechain. */
export function listeners(session: Session, { id }: Strip): string[] {
  return Object.values(session.strips).filter(({ inserts }) => inserts.some((insert) => insert?.sidechain === id)).map((strip) => strip.id);
}

/**
 * The strips in an order in which each comes after all that feed it, or that its inserts hear; within that, as in the session.
 * Throws {@link RoutingCycleError}.
 */
export function sortStrips(session: Session): Strip[] {
  const sorted: Strip[] = [];
  const state = new Map<string, "open" | "done">();
  const path: Strip[] = [];

  // Depth first along the routes puts a strip behind everything it feeds; reversed, that is the order.
  const visit = (strip: Strip): void => {
    const seen = state.get(strip.id);
    if (seen === "done") return;
    path.push(strip);
    if (seen === "open") {
      const start = path.findIndex(({ id }) => id === strip.id);
      throw new RoutingCycleError(path.slice(start).map(({ name, id }) => name || id));
    }
    state.set(strip.id, "open");
    for (const id of [...targets(session, strip), ...listeners(session, strip)]) {
      const target = session.strips[id];
      if (target) visit(target);
    }
    path.pop();
    state.set(strip.id, "done");
    sorted.push(strip);
  };
  allStrips(session).toReversed().forEach(visit);
  return sorted.reverse();
}

/**
 * The strips that are heard, by solo in place: with no solo all but the muted; else the soloed ones, what feeds
 * them and what they feed. Mute wins over solo.
 */
export function audibleStrips(session: Session): Set<string> {
  const strips = sortStrips(session);
  const soloed = strips.filter(({ solo, kind }) => solo && kind !== "master");
  const wanted = new Set(soloed.length > 0 ? soloed.map(({ id }) => id) : strips.map(({ id }) => id));
  if (soloed.length > 0) {
    const down = new Set(wanted);
    for (const strip of strips) if (down.has(strip.id)) targets(session, strip).forEach((id) => down.add(id));
    const up = new Set(wanted);
    for (const strip of strips.toReversed()) if (targets(session, strip).some((id) => up.has(id))) up.add(strip.id);
    for (const id of [...down, ...up]) wanted.add(id);
    wanted.add(MASTER_ID);
  }
  return new Set(strips.filter(({ id, mute }) => wanted.has(id) && !mute).map(({ id }) => id));
}
