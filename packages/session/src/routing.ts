import { MASTER_ID, type Insert, type Send, type Session, type Strip } from "./schema.js";

/** What decides where a strip's sound goes: its output, its sends, and the sidechains that its inserts hear. */
type Routed = Pick<Strip, "output"> & {
  readonly sends?: readonly Pick<Send, "to">[];
  readonly inserts?: readonly (Pick<Insert, "sidechain"> | null)[];
};

/**
 * The loop that feeding `stripId` to `target`, as its output, by a send or as a sidechain of an insert there, would make: ids
 * from `stripId` back to `stripId`; `undefined` when there is none.
 */
export function routingLoop(strips: Readonly<Record<string, Routed>>, stripId: string, target: string | null): string[] | undefined {
  if (target === null) return undefined;
  const listeners = sidechainListeners(strips);
  const seen = new Set<string>();
  let paths = [[stripId, target]];
  while (paths.length > 0) {
    const longer: string[][] = [];
    for (const path of paths) {
      const at = path.at(-1) ?? "";
      if (at === stripId) return path;
      if (seen.has(at)) continue;
      seen.add(at);
      const strip = strips[at];
      const output = strip?.output ?? null;
      const sends = strip?.sends?.map(({ to }) => to) ?? [];
      for (const next of [...(output === null ? [] : [output]), ...sends, ...(listeners.get(at) ?? [])]) longer.push([...path, next]);
    }
    paths = longer;
  }
  return undefined;
}

/** For each strip that is heard as a sidechain, the strips whose inserts hear it. */
function sidechainListeners(strips: Readonly<Record<string, Routed>>): Map<string, string[]> {
  const listeners = new Map<string, string[]>();
  for (const [id, { inserts = [] }] of Object.entries(strips)) {
    for (const insert of inserts) {
      if (insert?.sidechain !== undefined) listeners.set(insert.sidechain, [...(listeners.get(insert.sidechain) ?? []), id]);
    }
  }
  return listeners;
}

/**
 * Sets straight, in place, routes that make no sense: an output that leads nowhere, to a channel, or round in a loop
 * becomes the master; a send to such a strip goes; a sidechain of a strip that is gone, or in a loop, becomes none. Two people may each route
 * soundly and together not; everyone who merges both gets the same result.
 */
export function setRoutesStraight(strips: Record<string, Strip>): void {
  for (const [id, output] of soundOutputs(strips)) {
    const strip = strips[id];
    if (strip) strip.output = output;
  }
  const sound: Record<string, { output: string | null; sends: Send[]; inserts: Pick<Insert, "sidechain">[] }> = {};
  for (const { id, output } of Object.values(strips)) sound[id] = { output, sends: [], inserts: [] };
  const sends = Object.values(strips).flatMap((strip) => strip.sends.map((send) => ({ strip, send })));
  for (const { strip, send } of sends.sort((a, b) => (a.send.id < b.send.id ? -1 : 1))) {
    if (takesRoute(strips, strip, send.to) && !routingLoop(sound, strip.id, send.to)) sound[strip.id]?.sends.push(send);
  }
  for (const strip of Object.values(strips)) strip.sends = sound[strip.id]?.sends ?? [];
  const keyed = Object.values(strips).flatMap((strip) => strip.inserts.flatMap((insert) => (insert?.sidechain === undefined ? [] : [{ strip, insert, sidechain: insert.sidechain }])));
  for (const { strip, insert, sidechain } of keyed.sort((a, b) => (a.insert.id < b.insert.id ? -1 : 1))) {
    if (strips[sidechain] && !routingLoop(sound, sidechain, strip.id)) {
      sound[strip.id]?.inserts.push({ sidechain });
      continue;
    }
    const { sidechain: _, ...silent } = insert;
    strip.inserts = strip.inserts.map((other) => (other === insert ? silent : other));
  }
}

function soundOutputs(strips: Readonly<Record<string, Strip>>): Map<string, string | null> {
  const outputs: Record<string, Routed> = {};
  for (const strip of Object.values(strips)) {
    outputs[strip.id] = { output: soundOutput(strip, strips) };
  }
  for (const id of Object.keys(outputs).sort()) {
    if (routingLoop(outputs, id, outputs[id]?.output ?? null)) outputs[id] = { output: MASTER_ID };
  }
  return new Map(Object.entries(outputs).map(([id, { output }]) => [id, output]));
}

function soundOutput(strip: Strip, strips: Readonly<Record<string, Strip>>): string | null {
  if (strip.kind === "master" || strip.output === null) return null;
  return takesRoute(strips, strip, strip.output) ? strip.output : MASTER_ID;
}

function takesRoute(strips: Readonly<Record<string, Strip>>, from: Strip, to: string): boolean {
  const kind = strips[to]?.kind;
  return from.kind !== "master" && (kind === "bus" || kind === "master");
}

/** A path of strip ids as people read it: "Drums → Parallel → Drums". */
export function routeInWords(session: Session, path: readonly string[]): string {
  return path.map((id) => session.strips[id]?.name || id).join(" → ");
}
