import { laneKey, type Lane } from "../automation/lane-schema.js";
import { section, storedLane } from "../document/stored-form.js";
import type { Session } from "../schema.js";
import type { Editor } from "./editor.js";

/** The id of the strip or insert that a lane belongs to. */
function ownerOf({ target }: Lane): string {
  return target.kind === "strip" ? target.strip : target.insert;
}

/** Removes the lanes of strips and inserts that go. Within an edit. */
export function removeLanes({ root }: Editor, session: Session, owners: readonly string[]): void {
  for (const [key, lane] of Object.entries(session.lanes)) if (owners.includes(ownerOf(lane))) section(root, "lanes").delete(key);
}

/** Gives copies of strips and inserts the lanes of their originals. Within an edit. @param copies - id of the original → of the copy. */
export function copyLanes({ root }: Editor, session: Session, copies: ReadonlyMap<string, string>): void {
  for (const lane of Object.values(session.lanes)) {
    const copy = copies.get(ownerOf(lane));
    if (copy === undefined) continue;
    const target = lane.target.kind === "strip" ? { ...lane.target, strip: copy } : { ...lane.target, insert: copy };
    section(root, "lanes").set(laneKey(target), storedLane({ ...lane, target }));
  }
}
