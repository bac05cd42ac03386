import { expect, it } from "vitest";
import { createSession, createStrip } from "../create.js";
import { SessionDocument } from "../document/session-document.js";
import { readSessionFile, writeSessionFile } from "../parse/session-file.js";
import { MASTER_ID } from "../schema.js";

it("keeps which overlaps are meant, in either order, each once, with undo and in the session's file", () => {
  const document = new SessionDocument(createSession({ strips: { [MASTER_ID]: createStrip("master", { id: MASTER_ID }) } }));
  const [kick, bass] = ["Kick", "Bass"].map((name) => document.strips.add("channel", { name })) as [string, string];
  expect(document.snapshot().intendedOverlaps).toBeUndefined();
  document.song.setIntendedOverlap(kick, bass, true);
  document.song.setIntendedOverlap(bass, kick, true);
  expect(document.snapshot().intendedOverlaps).toEqual([[bass, kick]]);
  expect(document.undoName).toBe("Intend the overlap of Bass and Kick");
  expect(readSessionFile(writeSessionFile(document.snapshot()))).toMatchObject({ session: { intendedOverlaps: [[bass, kick]] } });
  document.song.setIntendedOverlap(kick, bass, false);
  expect(document.snapshot().intendedOverlaps).toEqual([]);
  document.undo();
  expect(document.snapshot().intendedOverlaps).toEqual([[bass, kick]]);
});
