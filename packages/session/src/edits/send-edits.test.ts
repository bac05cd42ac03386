import { beforeEach, describe, expect, test } from "vitest";
import * as Y from "yjs";
import { createSession, createStrip } from "../create.js";
import { SessionDocument } from "../document/session-document.js";
import { parseSession } from "../parse/parse-session.js";
import { MASTER_ID } from "../schema.js";

let document: SessionDocument;
const strip = (id: string) => document.snapshot().strips[id]!;

beforeEach(() => {
  document = new SessionDocument(createSession());
  for (const id of ["kick", "snare"]) document.strips.add("channel", { id, name: id });
  for (const id of ["room", "hall"]) document.strips.add("bus", { id, name: id });
});

describe("sends", () => {
  test("are added after the fader at 0 dB, changed, removed: each a named step", () => {
    const id = document.sends.add("kick", "room");
    expect(strip("kick").sends).toEqual([{ id, to: "room", preFader: false, levelDb: 0, pan: 0, mute: false }]);
    expect(document.undoName).toBe("Send kick to room");
    document.sends.set(id, { levelDb: -6, preFader: true });
    expect(strip("kick").sends[0]).toMatchObject({ levelDb: -6, preFader: true, to: "room" });
    document.sends.set(id, { to: "hall" });
    expect(strip("kick").sends[0]).toMatchObject({ to: "hall" });
    document.sends.remove(id);
    expect(strip("kick").sends).toEqual([]);
    document.undo();
    expect(strip("kick").sends[0]).toMatchObject({ to: "hall" });
  });

  test("refuse loops by their path, over outputs, sends and sidechains", () => {
    document.sends.add("room", "hall");
    expect(() => document.sends.add("hall", "room")).toThrow("hall → room → hall would be a loop; route hall to a bus that it is not fed by.");
    expect(() => document.strips.setOutput("hall", "room")).toThrow("hall → room → hall would be a loop");
    const comp = document.inserts.add("kick", { plugin: "com.acme.comp", version: "1.0.0" });
    document.sends.add("kick", "room");
    expect(() => document.inserts.setSidechain(comp, "hall")).toThrow("hall → kick → room → hall would be a loop");
  });

  test("refuse channels, the master as their start, what is not there, and levels out of range", () => {
    expect(() => document.sends.add("kick", "snare")).toThrow("snare is a channel and takes no other strips; route kick to a bus or the master.");
    expect(() => document.sends.add(MASTER_ID, "room")).toThrow("The master goes to the speakers");
    expect(() => document.sends.add("kick", "gone")).toThrow('There is no strip "gone" any more');
    expect(() => document.sends.add("kick", "room", { levelDb: 13 })).toThrow("levelDb; it must be at most 12.");
    expect(() => document.sends.remove("gone")).toThrow("This send is not in the session any more");
  });

  test("go with their target, and are copied with their strip", () => {
    const id = document.sends.add("kick", "room", { levelDb: -3 });
    const copy = document.strips.copy("kick");
    expect(strip(copy).sends).toMatchObject([{ to: "room", levelDb: -3 }]);
    expect(strip(copy).sends[0]?.id).not.toBe(id);
    document.strips.remove("room");
    expect([strip("kick").sends, strip(copy).sends]).toEqual([[], []]);
    document.undo();
    expect(strip("kick").sends).toMatchObject([{ id }]);
  });

  test("of two people that make a loop together: one goes, the same for both", () => {
    const other = new Y.Doc();
    Y.applyUpdate(other, Y.encodeStateAsUpdate(document.doc));
    const theirs = new SessionDocument(other);
    document.sends.add("room", "hall", { id: "a" });
    theirs.sends.add("hall", "room", { id: "b" });
    Y.applyUpdate(other, Y.encodeStateAsUpdate(document.doc));
    Y.applyUpdate(document.doc, Y.encodeStateAsUpdate(other));
    expect(document.snapshot()).toEqual(theirs.snapshot());
    expect([strip("room").sends.length, strip("hall").sends.length]).toEqual([1, 0]);
    expect(parseSession(document.snapshot())).toEqual({ session: document.snapshot() });
  });
});

describe("solo", () => {
  test("ends all others where it is exclusive, in one step", () => {
    document.strips.set("snare", { solo: true });
    const vca = document.vcas.add({ name: "Drums", members: ["kick"], solo: true });
    document.song.setSoloMode({ exclusive: true });
    document.strips.set("kick", { solo: true });
    expect([strip("kick").solo, strip("snare").solo, document.snapshot().vcas[vca]?.solo]).toEqual([true, false, false]);
    document.undo();
    expect([strip("kick").solo, strip("snare").solo, document.snapshot().vcas[vca]?.solo]).toEqual([false, true, true]);
    document.strips.clearSolo();
    expect([strip("snare").solo, document.snapshot().vcas[vca]?.solo]).toEqual([false, false]);
  });
});

describe("the monitor", () => {
  test("is set beside the history", () => {
    document.strips.set("kick", { pan: 0.5 });
    document.song.setMonitor({ dim: true, sides: "left" });
    expect(document.snapshot().monitor).toMatchObject({ dim: true, sides: "left", levelDb: 0 });
    expect(document.undoName).toBe("Change pan of kick");
    document.undo();
    expect(document.snapshot().monitor.dim).toBe(true);
    expect(() => document.song.setMonitor({ dimDb: 3 })).toThrow("The monitor has 3 as dimDb; it must be at most 0.");
  });
});

test("a strip without a send, as it was stored in form 3, is read with none", () => {
  const doc = new Y.Doc();
  const older = { kind: "channel", id: "a", name: "A", color: "#808080", trimDb: 0, invert: [false, false], swap: false, pan: 0, width: 1, faderDb: 0, mute: false, solo: false, output: MASTER_ID };
  doc.transact(() => {
    const root = doc.getMap("session");
    const values = { schema: 3, name: "Old", sampleRate: 48_000, tempo: 120 };
    for (const [key, value] of Object.entries(values)) root.set(key, value);
    root.set("loop", new Y.Map(Object.entries({ enabled: false, startSeconds: 0, endSeconds: 0 })));
    root.set("order", Y.Array.from(["a"]));
    for (const name of ["audio", "inserts"]) root.set(name, new Y.Map());
    const master = new Y.Map<unknown>(Object.entries({ ...older, kind: "master", id: MASTER_ID, name: "Master", output: null, clips: new Y.Map() }));
    root.set("strips", new Y.Map([["a", new Y.Map<unknown>(Object.entries({ ...older, clips: new Y.Map() }))], [MASTER_ID, master]]));
  });
  const read = new SessionDocument(doc).snapshot();
  expect(read).toEqual(createSession({
    name: "Old",
    order: ["a"],
    strips: { a: createStrip("channel", { id: "a", name: "A", color: "#808080" }), [MASTER_ID]: createStrip("master", { id: MASTER_ID, color: "#808080" }) },
  }));
});
