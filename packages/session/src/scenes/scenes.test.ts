import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { createSession, createStrip } from "../create.js";
import { SessionDocument } from "../document/session-document.js";
import { readSessionFile, writeSessionFile } from "../parse/session-file.js";
import { MASTER_ID, type Session } from "../schema.js";
import { differences } from "./differences.js";

const EQ = { plugin: "dev.headroom.parametric-eq", version: "1.0.0" };

function song(): SessionDocument {
  const document = new SessionDocument(createSession({ name: "Song", audio: { abc: { name: "a", sampleRate: 48_000, channels: 1, frames: 1 } } }));
  document.strips.add("bus", { id: "drums", name: "Drums" });
  document.strips.add("channel", { id: "bass", name: "Bass" });
  document.inserts.add("bass", { ...EQ, id: "eq", params: { gain: 1 } });
  document.inserts.add("bass", { id: "gain", plugin: "dev.headroom.gain-trim", version: "1.0.0" });
  return document;
}
const mixOf = ({ scenes: _, ...mix }: Session) => mix;

describe("a scene", () => {
  test("brings back everything, chain order included, as one step, and changes nothing that is the same", () => {
    const document = song();
    const verse = document.scenes.add("Verse");
    const stored = mixOf(document.snapshot());
    document.inserts.move("eq", "bass", 1);
    document.inserts.setParam("eq", "gain", -6);
    document.inserts.remove("gain");
    document.strips.set("bass", { faderDb: -12, mute: true });
    document.strips.add("channel", { name: "New" });
    document.strips.move("drums", 2);
    document.sends.add("bass", "drums", { levelDb: -3 });
    document.vcas.add({ members: ["bass"] });
    document.song.setTempo(90);
    document.lanes.addPoint({ kind: "strip", strip: "bass", control: "pan" }, 1, 0.5);
    document.clips.add("bass", { audio: "abc", startSeconds: 1, offsetSeconds: 0, lengthSeconds: 1, gainDb: 0 });
    const changed = document.snapshot();
    document.scenes.recall(verse);
    expect(mixOf(document.snapshot())).toEqual(stored);
    expect(document.snapshot().strips[MASTER_ID]).toBe(changed.strips[MASTER_ID]);
    expect(document.undoName).toBe("Recall scene Verse");
    document.undo();
    expect(document.snapshot()).toEqual(changed);
    document.redo();
    expect(mixOf(document.snapshot())).toEqual(stored);
  });

  test("keeps the name of the session, its audio and its scenes; what others edit meanwhile is kept", () => {
    const document = song();
    const scene = document.scenes.add("A");
    document.song.rename("Other");
    document.song.addAudio("new", { name: "new", sampleRate: 48_000, channels: 1, frames: 1 });
    document.scenes.add("B");
    document.strips.set("bass", { faderDb: -3 });
    const other = new Y.Doc();
    Y.applyUpdate(other, Y.encodeStateAsUpdate(document.doc));
    const away = new SessionDocument(other);
    away.strips.set("drums", { pan: 0.5 });
    document.scenes.recall(scene);
    Y.applyUpdate(document.doc, Y.encodeStateAsUpdate(other));
    const { name, audio, scenes = {}, strips } = document.snapshot();
    expect([name, Object.keys(audio), Object.values(scenes).map((one) => one.name).sort(), strips["bass"]?.faderDb, strips["drums"]?.pan]).toEqual(["Other", ["abc", "new"], ["A", "B"], 0, 0.5]);
  });

  test("goes back and forth as one step, or none where it ends as it began", () => {
    const document = song();
    const scene = document.scenes.add("A");
    document.strips.set("bass", { faderDb: -3 });
    const mine = document.snapshot();
    const toggle = () => document.scenes.recall(scene, { joins: "compare" });
    toggle();
    document.scenes.restore(mine, "Back from scene A", { joins: "compare" });
    expect(document.snapshot()).toEqual(mine);
    expect(document.undoName).not.toMatch(/scene A$/);
  });

  test("is renamed, stored again, deleted, each a step; goes through a file; refuses in a sentence", () => {
    const document = song();
    const id = document.scenes.add("A");
    document.scenes.rename(id, "Chorus");
    document.strips.set("bass", { pan: 1 });
    document.scenes.update(id);
    document.strips.set("bass", { pan: 0 });
    const { session } = readSessionFile(writeSessionFile(document.snapshot())) as { session: Session };
    expect(session).toEqual(document.snapshot());
    const opened = new SessionDocument(session);
    opened.scenes.recall(id);
    expect(opened.snapshot().strips["bass"]?.pan).toBe(1);
    document.scenes.remove(id);
    expect(document.snapshot().scenes).toBeUndefined();
    expect(() => document.scenes.recall(id)).toThrow("This scene is not in the session any more; choose another.");
    document.undo();
    expect(document.undoName).toBe("Change pan of Bass");
    const broken = new SessionDocument({ ...session, scenes: { x: { id: "x", name: "X", stored: 0, mix: { schema: 999 } } } });
    const before = broken.snapshot();
    expect(() => broken.scenes.recall("x")).toThrow(/saved by a newer Headroom/);
    expect(broken.snapshot()).toBe(before);
  });
});

describe("differences in words", () => {
  const from = song();
  const changed = (edit: (document: SessionDocument) => void) => {
    const document = new SessionDocument(from.snapshot());
    edit(document);
    return differences(from.snapshot(), document.snapshot()).map(({ where, what, from: old, to }) => `${where} · ${what}: ${old} → ${to}`);
  };

  test.each<[string, (document: SessionDocument) => void, readonly string[]]>([
    ["nothing", () => {}, []],
    ["a strip's controls", ({ strips }) => strips.set("bass", { faderDb: -6, pan: -0.3, mute: true, invert: [true, true] }), ["Bass · Polarity: Normal → left and right", "Bass · Pan: C → L 30", "Bass · Fader: 0.0 dB → −6.0 dB", "Bass · Mute: Off → On"]],
    ["a closed fader", ({ strips }) => strips.set("bass", { faderDb: -100 }), ["Bass · Fader: 0.0 dB → −∞ dB"]],
    ["a parameter", ({ inserts }) => inserts.setParam("eq", "gain", -3), ["Bass · Parametric eq: gain: 1 → -3"]],
    ["the order of a chain", ({ inserts }) => inserts.move("eq", "bass", 1), ["Bass · Parametric eq: slot 1 → slot 2", "Bass · Gain trim: slot 2 → slot 1"]],
    ["another strip's chain", ({ inserts }) => inserts.move("eq", "drums", 0), ["Drums · Parametric eq: Bass, slot 1 → slot 1"]],
    ["an insert that is gone", ({ inserts }) => inserts.remove("gain"), ["Bass · Gain trim: slot 2 → –"]],
    ["a route", ({ strips }) => strips.setOutput("bass", "drums"), ["Bass · Output: Master → Drums"]],
    ["a send", ({ sends }) => void sends.add("bass", "drums", { levelDb: -9 }), ["Bass · Send to Drums: – → −9.0 dB"]],
    ["strips", ({ strips }) => { strips.remove("drums"); strips.add("channel", { name: "New" }); }, ["New · Channel: – → There", "Drums · Bus: There → –"]],
    ["the order of strips", ({ strips }) => strips.move("bass", 0), ["Song · Order of the strips: Drums, Bass → Bass, Drums"]],
    ["the song", ({ song: edits }) => edits.setTempo(90), ["Song · Tempo: 120 BPM → 90 BPM"]],
    ["automation", ({ lanes }) => lanes.addPoint({ kind: "strip", strip: "bass", control: "pan" }, 1, 0.5), ["Bass · Automation of pan: – → 1 point, play"]],
  ])("%s", (_, edit, told) => {
    expect(changed(edit)).toEqual(told);
  });

  test("strips that are in one mix alone", () => {
    const [first, second] = [createSession(), createSession({ strips: { [MASTER_ID]: createStrip("master", { id: MASTER_ID }), a: createStrip("bus", { id: "a" }) }, order: ["a"] })];
    expect(differences(first, second)).toEqual([{ where: "a", what: "Bus", from: "–", to: "There" }]);
  });
});
