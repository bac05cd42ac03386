import { describe, expect, test, vi } from "vitest";
import * as Y from "yjs";
import { createSession, createStrip } from "../create.js";
import { parseSession } from "../parse/parse-session.js";
import { MASTER_ID, SCHEMA_VERSION, type Session } from "../schema.js";
import { hasSession, SessionDocument } from "./session-document.js";

const EQ = { plugin: "dev.headroom.parametric-eq", version: "1.0.0" };

function song(): Session {
  return createSession({
    name: "Song",
    strips: {
      [MASTER_ID]: createStrip("master", { id: MASTER_ID }),
      kick: createStrip("channel", { id: "kick", name: "Kick", output: "drums" }),
      bass: createStrip("channel", { id: "bass", name: "Bass" }),
      drums: createStrip("bus", { id: "drums", name: "Drums" }),
      parallel: createStrip("bus", { id: "parallel", name: "Parallel", output: "drums" }),
    },
    order: ["kick", "bass", "drums", "parallel"],
    audio: { abc: { name: "kick.wav", sampleRate: 48_000, channels: 1, frames: 48_000 } },
  });
}

describe("reading", () => {
  test("a document holds the session it was made from", () => {
    expect(new SessionDocument(song()).snapshot()).toEqual(song());
  });

  test("what an edit does not touch stays the same object", () => {
    const document = new SessionDocument(song());
    const insert = document.inserts.add("bass", EQ);
    const before = document.snapshot();
    expect(document.snapshot()).toBe(before);
    document.inserts.setParam(insert, "gain", -3);
    const after = document.snapshot();
    expect(after).not.toBe(before);
    expect(after.strips.bass).not.toBe(before.strips.bass);
    expect(after.strips.bass?.clips).toBe(before.strips.bass?.clips);
    expect(after.strips.kick).toBe(before.strips.kick);
    expect([after.order, after.audio, after.loop]).toEqual([before.order, before.audio, before.loop]);
    expect(after.order).toBe(before.order);
    expect(after.audio).toBe(before.audio);
  });

  test("what an undo restores equals what was, and the rest is the same object", () => {
    const document = new SessionDocument(song());
    const before = document.snapshot();
    document.strips.remove("bass");
    document.undo();
    expect(document.snapshot()).toEqual(before);
    expect(document.snapshot().strips.kick).toBe(before.strips.kick);
  });

  test("listeners are called once an edit, not for an edit that changes nothing, and not after their undo", () => {
    const document = new SessionDocument(song());
    const listener = vi.fn();
    const unsubscribe = document.subscribe(listener);
    document.edit("Two", () => {
      document.song.setTempo(100);
      document.strips.set("kick", { pan: 0.5 });
    });
    expect(listener).toHaveBeenCalledTimes(1);
    document.strips.set("kick", { pan: 0.5 });
    expect(listener).toHaveBeenCalledTimes(1);
    unsubscribe();
    document.song.setTempo(90);
    expect(listener).toHaveBeenCalledTimes(1);
  });
});

describe("undo", () => {
  test("steps have names, and edits within one edit are one step", () => {
    const document = new SessionDocument(song());
    expect([document.undoName, document.redoName]).toEqual([undefined, undefined]);
    const insert = document.inserts.add("bass", EQ);
    document.inserts.move(insert, "bass", 2);
    expect(document.undoName).toBe("Move Parametric eq to slot 3");
    document.edit("Set up bass", () => {
      document.strips.set("bass", { faderDb: -6 });
      document.inserts.setBypass(insert, true);
    });
    expect(document.undoName).toBe("Set up bass");
    document.undo();
    expect([document.undoName, document.redoName]).toEqual(["Move Parametric eq to slot 3", "Set up bass"]);
    expect(document.snapshot().strips.bass).toMatchObject({ faderDb: 0, inserts: { 2: { id: insert, bypass: false } } });
    document.redo();
    expect([document.undoName, document.redoName]).toEqual(["Set up bass", undefined]);
    expect(document.snapshot().strips.bass?.faderDb).toBe(-6);
  });

  test("an edit inside an outer edit sees what came before it there", () => {
    const document = new SessionDocument(song());
    const id = document.edit("Import", () => {
      const strip = document.strips.add("channel", { name: "New" });
      document.song.addAudio("def", { name: "new.wav", sampleRate: 48_000, channels: 2, frames: 10 });
      document.clips.add(strip, { audio: "def", startSeconds: 0, offsetSeconds: 0, lengthSeconds: 1, gainDb: 0 });
      return strip;
    });
    expect(document.snapshot().strips[id]?.clips).toHaveLength(1);
    document.undo();
    expect(document.snapshot()).toEqual(song());
  });

  test("an edit that throws leaves nothing behind, also in a gesture", () => {
    const document = new SessionDocument(song());
    const listener = vi.fn();
    document.subscribe(listener);
    const failing = () => document.edit("Half", () => {
      document.song.setTempo(77);
      document.strips.set("kick", { pan: 5 });
    });
    const before = document.snapshot();
    expect(failing).toThrow("A setting of Kick has 5 as pan; it must be at most 1.");
    expect(document.snapshot()).toEqual(before);
    expect([document.undoName, document.redoName]).toEqual([undefined, undefined]);

    const gesture = document.beginGesture("Drag");
    document.strips.set("kick", { faderDb: -1 });
    expect(failing).toThrow();
    // Nothing was done before it threw.
    expect(() => document.edit("None", () => document.strips.set("kick", { pan: 5 }))).toThrow();
    document.strips.set("kick", { faderDb: -2 });
    gesture.end();
    expect(document.snapshot()).toMatchObject({ tempo: 120, strips: { kick: { faderDb: -2 } } });
    document.undo();
    expect(document.snapshot()).toEqual(before);
    expect(document.undoName).toBeUndefined();
  });
});

describe("gestures", () => {
  test("a drag is one step, and the next edit another", () => {
    const document = new SessionDocument(song());
    const gesture = document.beginGesture("Move fader of Kick");
    for (const faderDb of [-1, -2, -3]) document.strips.set("kick", { faderDb });
    gesture.end();
    document.strips.set("kick", { pan: 1 });
    expect(document.undoName).toBe("Change pan of Kick");
    document.undo();
    expect(document.undoName).toBe("Move fader of Kick");
    document.undo();
    expect(document.snapshot().strips.kick?.faderDb).toBe(0);
    expect(document.undoName).toBeUndefined();
    document.redo();
    expect(document.snapshot().strips.kick?.faderDb).toBe(-3);
  });

  test("a drag back to where it began leaves no step", () => {
    const document = new SessionDocument(song());
    const gesture = document.beginGesture("Move fader of Kick");
    document.strips.set("kick", { faderDb: -1 });
    document.strips.set("kick", { faderDb: 0 });
    gesture.end();
    expect([document.undoName, document.redoName]).toEqual([undefined, undefined]);
  });

  test("cancelling restores, an undo or a second gesture ends the first", () => {
    const document = new SessionDocument(song());
    const first = document.beginGesture("First");
    document.strips.set("kick", { faderDb: -1 });
    first.cancel();
    expect(document.snapshot()).toEqual(song());
    const second = document.beginGesture("Second");
    document.strips.set("kick", { faderDb: -2 });
    const third = document.beginGesture("Third");
    document.strips.set("bass", { faderDb: -3 });
    second.cancel();
    expect(document.undoName).toBe("Third");
    document.undo();
    third.end();
    expect(document.undoName).toBe("Second");
    expect(document.snapshot().strips).toMatchObject({ kick: { faderDb: -2 }, bass: { faderDb: 0 } });
  });
});

describe("two people", () => {
  function pair(): [SessionDocument, SessionDocument, () => void] {
    const mine = new SessionDocument(song());
    const copy = new Y.Doc();
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(mine.doc));
    const theirs = new SessionDocument(copy);
    return [mine, theirs, () => {
      Y.applyUpdate(mine.doc, Y.encodeStateAsUpdate(theirs.doc));
      Y.applyUpdate(theirs.doc, Y.encodeStateAsUpdate(mine.doc));
      expect(theirs.snapshot()).toEqual(mine.snapshot());
      expect(parseSession(mine.snapshot())).toHaveProperty("session");
    }];
  }

  test("a parameter moved by one is kept when the other moves the insert", () => {
    const [mine, theirs, merge] = pair();
    const insert = mine.inserts.add("bass", EQ);
    merge();
    mine.inserts.move(insert, "kick", 4);
    theirs.inserts.setParam(insert, "gain", 2);
    merge();
    expect(mine.snapshot().strips.kick?.inserts[4]?.params).toEqual({ gain: 2 });
  });

  test("one takes back only what is one's own", () => {
    const [mine, theirs, merge] = pair();
    mine.strips.set("kick", { pan: 0.5 });
    merge();
    theirs.strips.set("bass", { pan: -0.5 });
    merge();
    mine.undo();
    merge();
    expect(mine.snapshot().strips).toMatchObject({ kick: { pan: 0 }, bass: { pan: -0.5 } });
  });

  test("crooked results of sound edits are set straight: loops, one slot twice, one strip twice, a lost file", () => {
    const [mine, theirs, merge] = pair();
    mine.strips.set("parallel", { output: MASTER_ID });
    mine.inserts.add("kick", { ...EQ, id: "k" });
    mine.inserts.add("bass", { ...EQ, id: "l" });
    merge();
    mine.strips.setOutput("parallel", "drums");
    theirs.strips.setOutput("drums", "parallel");
    mine.inserts.add("kick", { ...EQ, id: "a" }, 3);
    theirs.inserts.add("kick", { ...EQ, id: "b" }, 3);
    mine.strips.move("kick", 2);
    theirs.strips.move("kick", 3);
    mine.clips.add("kick", { audio: "abc", startSeconds: 0, offsetSeconds: 0, lengthSeconds: 1, gainDb: 0 });
    theirs.song.removeAudio("abc");
    mine.inserts.setSidechain("k", "bass");
    theirs.inserts.setSidechain("l", "kick");
    merge();
    const { strips, order } = mine.snapshot();
    expect(strips.kick?.inserts.flatMap((insert) => insert?.id ?? []).sort()).toEqual(["a", "b", "k"]);
    expect([strips.kick, strips.bass].flatMap((strip) => strip?.inserts.flatMap((insert) => insert?.sidechain ?? []))).toEqual(["bass"]);
    expect(theirs.snapshot().strips).toEqual(strips);
    expect([...order].sort()).toEqual(["bass", "drums", "kick", "parallel"]);
    expect(strips.kick?.clips).toEqual([]);
  });
});

describe("versions", () => {
  const migrations = { [SCHEMA_VERSION - 1]: ({ title, ...rest }: Record<string, unknown>) => ({ ...rest, name: title }) };

  function older(): Y.Doc {
    const { doc } = new SessionDocument(song());
    const root = doc.getMap("session");
    root.set("schema", SCHEMA_VERSION - 1);
    root.set("title", "Old song");
    root.delete("name");
    return doc;
  }

  test("an older document is brought up to date, once", () => {
    const doc = older();
    const document = new SessionDocument(doc, { migrations });
    expect(document.snapshot()).toEqual({ ...song(), name: "Old song" });
    expect(document.undoName).toBeUndefined();
    expect(new SessionDocument(doc).snapshot().name).toBe("Old song");
  });

  test("a document of a newer version is refused and stays as it is", () => {
    const { doc } = new SessionDocument(song());
    doc.getMap("session").set("schema", SCHEMA_VERSION + 1);
    doc.getMap("session").delete("strips");
    const before = Y.encodeStateAsUpdate(doc);
    expect(() => new SessionDocument(doc)).toThrow(new RegExp(`newer Headroom \\(form ${SCHEMA_VERSION + 1}; this one reads up to ${SCHEMA_VERSION}\\); update Headroom`));
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
  });

  test("an empty document holds no session", () => {
    expect(hasSession(new Y.Doc())).toBe(false);
    expect(hasSession(older())).toBe(true);
    expect(() => new SessionDocument(new Y.Doc())).toThrow("not a Headroom session");
  });
});
