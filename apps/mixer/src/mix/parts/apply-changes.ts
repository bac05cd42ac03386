import type { StripChanges } from "@headroom/analysis";
import type { SessionDocument } from "@headroom/session";
import { attempt } from "../../session/attempt.js";

/** Makes proposed changes one undo step, without those of refused strips. @returns whether it was made. */
export function applyChanges(document: SessionDocument, name: string, changes: StripChanges, refused: ReadonlySet<string>): boolean {
  return attempt(() =>
    document.edit(name, () => {
      const { strips } = document.snapshot();
      for (const [strip, settings] of Object.entries(changes)) if (strips[strip] && !refused.has(strip)) document.strips.set(strip, settings);
    }),
  );
}
