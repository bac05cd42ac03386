import { beforeEach, expect, test } from "vitest";
import * as Y from "yjs";
import { createSession, createStrip, createVca } from "../create.js";
import { SessionDocument } from "../document/session-document.js";
import { parseSession } from "../parse/parse-session.js";
import { MASTER_ID } from "../schema.js";

let document: SessionDocument;
const vca = (id: string) => document.snapshot().vcas[id]!;

beforeEach(() => {
  document = new SessionDocument(createSession());
  for (const id of ["kick", "snare"]) document.strips.add("channel", { id, name: id });
  document.vcas.add({ id: "drums", name: "Drums", members: ["snare", "kick"] });
  document.vcas.add({ id: "all", name: "All", members: ["drums"] });
});

test("a VCA is added, set, joined, left and removed: each a named step", () => {
  expect(vca("drums").members).toEqual(["kick", "snare"]);
  document.vcas.set("drums", { faderDb: -6 });
  expect(document.undoName).toBe("Change fader of VCA Drums");
  document.vcas.set("drums", { mute: true });
  expect(document.undoName).toBe("Mute VCA Drums");
  document.vcas.leave("drums", "kick");
  expect([vca("drums").members, document.undoName]).toEqual([["snare"], "Take kick out of VCA Drums"]);
  document.vcas.join("drums", "kick");
  expect(vca("drums")).toEqual(createVca({ id: "drums", name: "Drums", faderDb: -6, mute: true, members: ["kick", "snare"] }));
  document.vcas.remove("drums");
  expect([document.snapshot().vcas["drums"], vca("all").members]).toEqual([undefined, []]);
  document.undo();
  expect([vca("drums").faderDb, vca("all").members]).toEqual([-6, ["drums"]]);
});

test("a VCA cannot hold itself, by whatever way, nor what is not there", () => {
  expect(() => document.vcas.join("drums", "all")).toThrow("Drums → All → Drums would be a loop; a VCA cannot hold itself.");
  expect(() => document.vcas.join("all", "all")).toThrow("All → All would be a loop");
  expect(() => document.vcas.join("all", "gone")).toThrow('There is no strip or VCA "gone" any more');
  expect(() => document.vcas.add({ id: "kick" })).toThrow('The id "kick" is taken already');
  expect(() => document.vcas.set("drums", { faderDb: Number.NaN })).toThrow("VCA Drums has NaN as faderDb");
  expect(() => document.vcas.set("gone", {})).toThrow("This VCA is not in the session any more");
});

test("a strip that goes leaves its VCAs, and a copy joins them", () => {
  const copy = document.strips.copy("kick");
  expect(vca("drums").members).toEqual([copy, "kick", "snare"].sort());
  document.strips.remove("kick");
  expect(vca("drums").members).toEqual([copy, "snare"].sort());
});

test("two people: each takes one in, and both are in; a loop that only both make is undone alike", () => {
  const other = new Y.Doc();
  document.vcas.add({ id: "band", name: "Band" });
  document.strips.add("channel", { id: "bass" });
  Y.applyUpdate(other, Y.encodeStateAsUpdate(document.doc));
  const theirs = new SessionDocument(other);
  document.vcas.join("band", "bass");
  theirs.vcas.join("band", "kick");
  document.vcas.join("band", "all");
  theirs.vcas.join("drums", "band");
  Y.applyUpdate(other, Y.encodeStateAsUpdate(document.doc));
  Y.applyUpdate(document.doc, Y.encodeStateAsUpdate(other));
  expect(document.snapshot()).toEqual(theirs.snapshot());
  expect(vca("band").members).toEqual(expect.arrayContaining(["bass", "kick"]));
  expect(parseSession(document.snapshot())).toEqual({ session: document.snapshot() });
});

test("a session whose VCAs or sends make no sense is refused with sentences", () => {
  const problems = (fields: object) => {
    const parsed = parseSession({ ...document.snapshot(), ...fields });
    return "problems" in parsed ? parsed.problems : [];
  };
  expect(problems({ vcas: { a: createVca({ id: "a", name: "A", members: ["gone"] }) } })).toEqual(['The VCA A holds "gone", which is not in the session; take it out.']);
  expect(problems({ vcas: { a: createVca({ id: "a", members: ["b"] }), b: createVca({ id: "b", members: ["a"] }) } })).toContain("a → b → a is a loop of VCAs; take one out of the other.");
  const send = { id: "s", to: "gone", preFader: false, levelDb: 0, pan: 0, mute: false };
  const strips = { a: createStrip("channel", { id: "a", name: "A", sends: [send] }), [MASTER_ID]: createStrip("master", { id: MASTER_ID }) };
  expect(problems({ strips, order: ["a"], vcas: {} })).toEqual(['A sends to "gone", which is not in the session; remove the send.']);
  expect(problems({ panLawDb: -2 })).toEqual(["The session has -2 as panLawDb; it must be 0 or -3 or -4.5 or -6."]);
});
