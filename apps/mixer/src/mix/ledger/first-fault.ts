import { type Insert, MASTER_ID, type Session } from "@headroom/session";
import { type Boundary, boundariesOf, inSignalOrder } from "./boundaries.js";

/** Where levels first go over full scale, and where that first does harm. */
export interface LevelFault {
  readonly first: Boundary;
  readonly overDb: number;
  /** `cut`: the master's output, where samples over full scale are cut off. `driven`: a plugin that bends the wave comes next. */
  readonly harm: { readonly at: Boundary; readonly overDb: number; readonly kind: "cut" | "driven" } | undefined;
}

/**
 * Walks all boundaries from the sources to the master.
 * @param maxDb - the highest peak at a boundary, in dBFS.
 * @param bends - whether an insert's plugin answers to level, as dynamics and distortion do.
 * @returns `undefined` where nothing is over full scale.
 */
export function firstFault(session: Session, maxDb: (boundary: Boundary) => number, bends: (insert: Insert) => boolean): LevelFault | undefined {
  let first: Boundary | undefined;
  let harm: LevelFault["harm"];
  for (const stripId of inSignalOrder(session)) {
    const strip = session.strips[stripId];
    if (!strip) continue;
    const boundaries = boundariesOf(strip);
    for (const [index, at] of boundaries.entries()) {
      const overDb = maxDb(at);
      if (!(overDb > 0)) continue;
      first ??= at;
      const next = boundaries[index + 1];
      if (next?.kind === "insert" && next.insert && !next.insert.bypass && bends(next.insert)) harm ??= { at, overDb, kind: "driven" };
      if (stripId === MASTER_ID && at.kind === "output") harm ??= { at, overDb, kind: "cut" };
    }
  }
  return first && { first, overDb: maxDb(first), harm };
}
