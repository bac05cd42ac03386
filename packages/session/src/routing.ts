import { MASTER_ID, type Session, type Strip } from "./schema.js";

type Routed = Pick<Strip, "output">;

/**
 * The loop that routing `stripId` to `output` would make, as ids from `stripId` back to `stripId`;
 * `undefined` when there is none.
 */
export function routingLoop(strips: Readonly<Record<string, Routed>>, stripId: string, output: string | null): string[] | undefined {
  const path = [stripId];
  const seen = new Set<string>();
  for (let at = output; at !== null && !seen.has(at); at = strips[at]?.output ?? null) {
    path.push(at);
    if (at === stripId) return path;
    seen.add(at);
  }
  return undefined;
}

/**
 * Outputs that make sense: one that leads nowhere, to a channel, or round in a loop becomes the master.
 * Two people may each route soundly and together not; everyone who merges both gets the same result.
 */
export function soundOutputs(strips: Readonly<Record<string, Strip>>): Map<string, string | null> {
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
  const kind = strips[strip.output]?.kind;
  return kind === "bus" || kind === "master" ? strip.output : MASTER_ID;
}

/** A path of strip ids as people read it: "Drums → Parallel → Drums". */
export function routeInWords(session: Session, path: readonly string[]): string {
  return path.map((id) => session.strips[id]?.name || id).join(" → ");
}
