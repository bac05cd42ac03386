import { beforeEach, describe, expect, test } from "vitest";
import * as Y from "yjs";
import { createSession, createStrip } from "../create.js";
import { SessionDocument } from "../document/session-document.js";
import { MASTER_ID, type Insert } from "../schema.js";

const EQ = { plugin: "dev.headroom.parametric-eq", version: "1.0.0" };
const LOUD = { id: "factory/Loud", name: "Loud" };
let document: SessionDocument;
const insert = (of = document) => of.snapshot().strips.kick?.inserts[0] as Insert;
/** Names of all steps that can be undone, the last first. Undoes and redoes them. */
function steps(): string[] {
  const names: string[] = [];
  for (; document.undoName !== undefined; document.undo()) names.push(document.undoName);
  for (let at = 0; at < names.length; at += 1) document.redo();
  return names;
}

beforeEach(() => {
  const kick = createStrip("channel", { id: "kick", name: "Kick" });
  const first = { id: "eq", ...EQ, bypass: false, mix: 1, params: { gain: 1 } };
  document = new SessionDocument(createSession({
    strips: { [MASTER_ID]: createStrip("master", { id: MASTER_ID }), kick: { ...kick, inserts: kick.inserts.with(0, first) } },
    order: ["kick"],
  }));
});

describe("A and B", () => {
  test("B begins at the plugin's defaults; each keeps its own values, state and preset", () => {
    document.inserts.keepState("eq", "A", { version: 1, data: "a" });
    document.settings.switch("eq");
    expect(insert()).toEqual({ id: "eq", ...EQ, bypass: false, mix: 1, params: {}, compare: { live: "B", other: { params: { gain: 1 }, state: { version: 1, data: "a" } } } });
    document.settings.loadPreset("eq", LOUD, { gain: 9, invert: true });
    document.inserts.setParam("eq", "gain", 8);
    document.settings.switch("eq");
    expect(insert()).toMatchObject({ params: { gain: 1 }, state: { version: 1, data: "a" }, compare: { live: "A", other: { params: { gain: 8, invert: true }, preset: LOUD } } });
    expect(insert()).not.toHaveProperty("preset");
  });

  test("bypass and mix are the insert's, under both", () => {
    document.settings.switch("eq");
    document.inserts.setBypass("eq", true);
    document.inserts.setMix("eq", 0.5);
    document.settings.switch("eq");
    expect(insert()).toMatchObject({ bypass: true, mix: 0.5 });
  });

  test("a copy goes from the live one to the other, whole, and is one step", () => {
    document.settings.switch("eq");
    document.settings.loadPreset("eq", LOUD, { width: 2 });
    document.settings.copy("eq");
    expect(document.undoName).toBe("Copy B to A in Parametric eq");
    expect(insert().compare).toEqual({ live: "B", other: { params: { width: 2 }, preset: LOUD } });
    document.undo();
    expect(insert().compare).toEqual({ live: "B", other: { params: { gain: 1 } } });
    document.settings.switch("eq");
    document.settings.copy("eq");
    expect(document.undoName).toBe("Copy A to B in Parametric eq");
    expect(insert()).toEqual({ id: "eq", ...EQ, bypass: false, mix: 1, params: { gain: 1 }, compare: { live: "A", other: { params: { gain: 1 } } } });
  });

  test("a copy of what is the same already is no step", () => {
    document.settings.copy("eq");
    document.settings.copy("eq");
    expect(steps()).toEqual(["Copy A to B in Parametric eq"]);
  });

  test("a copied insert has both", () => {
    document.settings.copy("eq");
    document.settings.switch("eq");
    const copy = document.inserts.copy("eq", "kick", 1);
    expect(document.snapshot().strips.kick?.inserts[1]).toEqual({ ...insert(), id: copy });
    document.inserts.setParam(copy, "gain", 5);
    expect(insert().params).toEqual({ gain: 1 });
  });
});

describe("undo", () => {
  test("switches in a row are one step, and none when they end where they began", () => {
    document.inserts.setParam("eq", "gain", 2);
    for (let times = 0; times < 5; times += 1) document.settings.switch("eq");
    expect(steps()).toEqual(["Switch Parametric eq to B", "Change gain of Parametric eq"]);
    document.settings.switch("eq");
    expect(steps()).toEqual(["Change gain of Parametric eq"]);
    expect(insert().params).toEqual({ gain: 2 });
  });

  test("an edit between two switches keeps them apart", () => {
    document.settings.switch("eq");
    document.inserts.setParam("eq", "gain", 2);
    document.settings.switch("eq");
    expect(steps()).toEqual(["Switch Parametric eq to A", "Change gain of Parametric eq", "Switch Parametric eq to B"]);
  });

  test("leads back through what was heard, and forth again", () => {
    const heard = [insert()];
    const edits = [
      () => document.inserts.setParam("eq", "gain", 2),
      () => document.settings.copy("eq"),
      () => document.settings.switch("eq"),
      () => document.settings.loadPreset("eq", LOUD, { gain: 9 }),
      () => document.settings.switch("eq"),
      () => document.inserts.setParam("eq", "gain", 3),
    ];
    for (const edit of edits) {
      edit();
      heard.push(insert());
    }
    for (let at = edits.length - 1; at >= 0; at -= 1) {
      document.undo();
      expect(insert()).toEqual(heard[at]);
    }
    for (let at = 1; at <= edits.length; at += 1) {
      document.redo();
      expect(insert()).toEqual(heard[at]);
    }
  });

  test("after an undo a switch is a step of its own", () => {
    document.settings.switch("eq");
    document.inserts.setParam("eq", "gain", 2);
    document.undo();
    document.settings.switch("eq");
    expect(steps()).toEqual(["Switch Parametric eq to A", "Switch Parametric eq to B"]);
  });

  test("switches within a gesture are the gesture's", () => {
    const gesture = document.beginGesture("Compare");
    document.settings.switch("eq");
    document.inserts.setParam("eq", "gain", 2);
    document.settings.switch("eq");
    gesture.end();
    expect(steps()).toEqual(["Compare"]);
    document.undo();
    expect(insert()).not.toHaveProperty("compare");
  });

  test("two inserts' switches are two steps", () => {
    document.inserts.add("kick", { ...EQ, id: "other" }, 1);
    document.settings.switch("eq");
    document.settings.switch("other");
    document.settings.switch("eq");
    expect(steps().slice(0, 3)).toEqual(["Switch Parametric eq to A", "Switch Parametric eq to B", "Switch Parametric eq to B"]);
  });
});

describe("presets", () => {
  test("loading one sets its values, leaves the rest, and is one step", () => {
    document.settings.loadPreset("eq", LOUD, { width: 2 });
    expect(insert()).toMatchObject({ params: { gain: 1, width: 2 }, preset: LOUD });
    expect(steps()).toEqual(["Preset Loud for Parametric eq"]);
    document.undo();
    expect(insert()).toEqual({ id: "eq", ...EQ, bypass: false, mix: 1, params: { gain: 1 } });
  });

  test("a setting that was saved as one is called by it", () => {
    document.settings.namePreset("eq", { id: "u1", name: "Mine" });
    expect([insert().preset, document.undoName]).toEqual([{ id: "u1", name: "Mine" }, "Save preset Mine of Parametric eq"]);
  });

  test.each<[string, () => void, string]>([
    ["values of no type", () => document.settings.loadPreset("eq", LOUD, { gain: Number.NaN }), "The preset Loud has NaN as params → gain"],
    ["an id of no length", () => document.settings.namePreset("eq", { id: "", name: "X" }), "The preset X has \"\" as id; it must be at least 1 letter long."],
    ["an insert that is gone", () => document.settings.switch("gone"), "This insert is not in the session any more; choose another."],
  ])("refuses %s", (_, edit, message) => {
    const before = document.snapshot();
    expect(edit).toThrow(message);
    expect(document.snapshot()).toBe(before);
  });
});

test("what one person changes in A stays in A when the other switches to B meanwhile", () => {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(document.doc));
  const other = new SessionDocument(doc);
  other.inserts.setParam("eq", "gain", 7);
  document.settings.switch("eq");
  document.inserts.setParam("eq", "gain", -7);
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(document.doc));
  Y.applyUpdate(document.doc, Y.encodeStateAsUpdate(doc));
  expect(insert()).toMatchObject({ params: { gain: -7 }, compare: { live: "B", other: { params: { gain: 7 } } } });
  expect(insert(other)).toEqual(insert());
});
