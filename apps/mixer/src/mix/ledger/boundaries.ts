import type { Insert, Session, Strip } from "@headroom/session";

/** A place on a strip's way at which levels are measured, in the order in which sound passes. */
export interface Boundary {
  /** Unique in the session. */
  readonly key: string;
  readonly stripId: string;
  readonly kind: "source" | "input" | "insert" | "fader" | "output";
  /** Of `insert`, behind which it lies, and of `fader`, before which it is measured. */
  readonly insert?: Insert;
}

/** All boundaries of a strip. The fader has one of its own where inserts come after it; else it is the output. */
export function boundariesOf(strip: Strip): readonly Boundary[] {
  const at = (kind: Boundary["kind"], insert?: Insert): Boundary => ({ key: `${strip.id}/${kind}/${insert?.id ?? ""}`, stripId: strip.id, kind, ...(insert && { insert }) });
  const before = strip.inserts.slice(0, strip.slotsBeforeFader).filter((insert) => insert !== null);
  const after = strip.inserts.slice(strip.slotsBeforeFader).filter((insert) => insert !== null);
  return [
    at("source"),
    at("input"),
    ...before.map((insert) => at("insert", insert)),
    ...(after[0] ? [at("fader", after[0])] : []),
    ...after.map((insert) => at("insert", insert)),
    at("output"),
  ];
}

/** Ids of the strips so that each comes after all that feed it, channels in the mixer's order; the master is the last. */
export function inSignalOrder(session: Session): readonly string[] {
  const strips = Object.values(session.strips);
  const feeders = new Map<string, string[]>();
  for (const { id, output, sends } of strips) {
    for (const to of [...(output === null ? [] : [output]), ...sends.map((send) => send.to)]) feeders.set(to, [...(feeders.get(to) ?? []), id]);
  }
  const ordered = new Set<string>();
  const visit = (id: string, above: ReadonlySet<string>) => {
    if (ordered.has(id) || above.has(id)) return;
    for (const feeder of feeders.get(id) ?? []) visit(feeder, new Set([...above, id]));
    ordered.add(id);
  };
  const channelsFirst = [...session.order.filter((id) => session.strips[id]?.kind === "channel"), ...session.order];
  const masters = strips.filter(({ kind }) => kind === "master").map(({ id }) => id);
  for (const id of [...channelsFirst, ...masters]) if (session.strips[id]) visit(id, new Set());
  return [...ordered];
}
