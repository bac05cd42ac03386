import { laneKey, type LaneMode, type LaneTarget, type Session, type SessionDocument } from "@headroom/session";

/** What a strip's controls do that have no lane yet: what its fader's lane does. */
export function stripMode({ lanes }: Session, stripId: string | undefined): LaneMode {
  return (stripId === undefined ? undefined : lanes[laneKey(faderOf(stripId))]?.mode) ?? "play";
}

/** Sets the mode of all lanes of a strip and its inserts, and of those to come. */
export function setStripMode(document: SessionDocument, stripId: string, mode: LaneMode): void {
  const session = document.snapshot();
  const strip = session.strips[stripId];
  if (!strip) return;
  const inserts = new Set(strip.inserts.flatMap((insert) => insert?.id ?? []));
  const own = Object.values(session.lanes).flatMap(({ target }) => ((target.kind === "strip" ? target.strip === stripId && target.control !== "faderDb" : inserts.has(target.insert)) ? [target] : []));
  document.edit(`Automation of ${strip.name}: ${mode}`, () => {
    for (const target of [faderOf(stripId), ...own]) document.lanes.setMode(target, mode);
  });
}

function faderOf(stripId: string): LaneTarget {
  return { kind: "strip", strip: stripId, control: "faderDb" };
}
