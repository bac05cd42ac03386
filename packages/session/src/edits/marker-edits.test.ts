import { expect, test } from "vitest";
import { createSession } from "../create.js";
import { SessionDocument } from "../document/session-document.js";
import { parseSession } from "../parse/parse-session.js";

test("markers are added, named, moved and removed, each a step", () => {
  const document = new SessionDocument(createSession());
  const id = document.markers.add(4);
  expect(document.snapshot().markers).toEqual({ [id]: { id, name: "Marker 1", seconds: 4 } });
  document.markers.rename(id, "Chorus");
  document.markers.move(id, -1);
  expect(document.snapshot().markers[id]).toEqual({ id, name: "Chorus", seconds: 0 });
  expect(document.undoName).toBe("Move marker Chorus");
  document.markers.remove(id);
  expect(document.snapshot().markers).toEqual({});
  document.undo();
  document.undo();
  expect(document.snapshot().markers[id]).toEqual({ id, name: "Chorus", seconds: 4 });
});

test("what is no marker is refused with a sentence", () => {
  const document = new SessionDocument(createSession());
  expect(() => document.markers.add(Number.NaN)).toThrow(/marker/i);
  expect(() => document.markers.move("gone", 1)).toThrow("This marker is not in the session any more; choose another.");
  expect(() => document.markers.move("toString", 1)).toThrow("not in the session");
});

test("a session of form 4 gets no markers, and opens", () => {
  const { markers: _, ...older } = createSession();
  expect(parseSession({ ...older, schema: 4 })).toEqual({ session: createSession() });
  expect(parseSession({ ...createSession(), markers: { a: { id: "b", name: "A", seconds: 1 } } })).toHaveProperty("problems");
});
