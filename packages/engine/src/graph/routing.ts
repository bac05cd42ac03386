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

/** Whether a strip is there: a route to one that is not feeds nothing. */
export function exists(session: Session, id: string): boolean {
  return Object.hasOwn(session.strips, id);
}

/** One way out of a strip. */
export interface Way {
  readonly to: string;
  readonly beforeFader: boolean;
  /** Id of the send; `undefined` for the output. */
  readonly send?: string;
}

/** The ways out of a strip to strips that exist: its output and its sends. */
export function waysOf(session: Session, { output, sends }: Strip): Way[] {
  return [
    ...(output === null ? [] : [{ to: output, beforeFader: false }]),
    ...sends.map(({ id, to, preFader }) => ({ to, beforeFader: preFader, send: id })),
  ].filter(({ to }) => exists(session, to));
}

/** For each strip that is heard as a sidechain, the strips whose inserts hear it. */
function listeners(session: Session): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { id, inserts } of Object.values(session.strips)) {
    for (const insert of inserts) {
      if (insert?.sidechain !== undefined) found.set(insert.sidechain, [...(found.get(insert.sidechain) ?? []), id]);
    }
  }
  return found;
}

/**
 * The strips in an order in which each comes after all that feed it, or that its inserts hear; within that, as in the session.
 * Throws {@link RoutingCycleError}.
 */
export function sortStrips(session: Session): Strip[] {
  const sorted: Strip[] = [];
  const state = new Map<string, "open" | "done">();
  const path: Strip[] = [];
  const heardBy = listeners(session);

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
    for (const id of [...waysOf(session, strip).map(({ to }) => to), ...(heardBy.get(strip.id) ?? [])]) {
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
