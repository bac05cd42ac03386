import { beforeEach, describe, expect, test } from "vitest";
import { createSession, createStrip } from "../create.js";
import { SessionDocument } from "../document/session-document.js";
import { INSERT_SLOTS, MASTER_ID } from "../schema.js";

const EQ = { plugin: "dev.headroom.parametric-eq", version: "1.0.0" };
let document: SessionDocument;
const strip = (id: string) => document.snapshot().strips[id];
const chain = (id: string) => strip(id)?.inserts.map((insert) => insert?.id ?? "-").join("");

beforeEach(() => {
  document = new SessionDocument(createSession({
    strips: {
      [MASTER_ID]: createStrip("master", { id: MASTER_ID }),
      kick: createStrip("channel", { id: "kick", name: "Kick", output: "drums" }),
      bass: createStrip("channel", { id: "bass", name: "Bass" }),
      drums: createStrip("bus", { id: "drums", name: "Drums" }),
      parallel: createStrip("bus", { id: "parallel", name: "Parallel", output: "drums" }),
    },
    order: ["kick", "bass", "drums", "parallel"],
    audio: { abc: { name: "kick.wav", sampleRate: 48_000, channels: 1, frames: 48_000 } },
  }));
});

describe("strips", () => {
  test("a strip is added neutral, at its place", () => {
    const id = document.strips.add("channel", { name: "Hat" }, 1);
    expect(strip(id)).toEqual(createStrip("channel", { id, name: "Hat" }));
    expect(document.snapshot().order).toEqual(["kick", id, "bass", "drums", "parallel"]);
    expect(document.undoName).toBe("Add Hat");
  });

  test("a removed bus leaves its feeders on the master, in one step", () => {
    document.strips.remove("drums");
    expect([strip("kick")?.output, strip("parallel")?.output]).toEqual([MASTER_ID, MASTER_ID]);
    expect(document.snapshot().order).toEqual(["kick", "bass", "parallel"]);
    document.undo();
    expect([strip("kick")?.output, strip("parallel")?.output]).toEqual(["drums", "drums"]);
    expect(document.snapshot().order).toEqual(["kick", "bass", "drums", "parallel"]);
  });

  test("a move counts places as they are afterwards", () => {
    document.strips.move("kick", 2);
    expect(document.snapshot().order).toEqual(["bass", "drums", "kick", "parallel"]);
    document.strips.move("parallel", 0);
    expect(document.snapshot().order).toEqual(["parallel", "bass", "drums", "kick"]);
    document.strips.move("bass", 99);
    expect(document.snapshot().order.at(-1)).toBe("bass");
  });

  test("a copy has all but the ids, beside the original", () => {
    document.inserts.add("kick", { ...EQ, params: { gain: 1 } }, 3);
    document.clips.add("kick", { audio: "abc", startSeconds: 1, offsetSeconds: 0, lengthSeconds: 1, gainDb: 0 });
    const copy = document.strips.copy("kick");
    expect(document.snapshot().order[1]).toBe(copy);
    expect(strip(copy)).toEqual({
      ...strip("kick"), id: copy,
      inserts: strip("kick")?.inserts.map((insert) => insert && { ...insert, id: strip(copy)?.inserts[3]?.id }),
      clips: [{ ...strip("kick")?.clips[0], id: strip(copy)?.clips[0]?.id }],
    });
    expect(strip(copy)?.inserts[3]?.id).not.toBe(strip("kick")?.inserts[3]?.id);
    expect(document.undoName).toBe("Copy Kick");
  });

  test.each<[string, () => void, string]>([
    ["a loop", () => document.strips.setOutput("drums", "parallel"), "Drums → Parallel → Drums would be a loop; route Drums to a bus that it is not fed by."],
    ["itself as output", () => document.strips.setOutput("drums", "drums"), "Drums → Drums would be a loop; route Drums to a bus that it is not fed by."],
    ["a channel as output", () => document.strips.setOutput("bass", "kick"), "Kick is a channel and takes no other strips; route Bass to a bus or the master."],
    ["an output that is gone", () => document.strips.setOutput("bass", "gone"), 'There is no strip "gone" any more; choose another.'],
    ["a routed master", () => document.strips.setOutput(MASTER_ID, "drums"), "The master goes to the speakers; it cannot be routed to a strip."],
    ["removing the master", () => document.strips.remove(MASTER_ID), "The master cannot be removed; everything is heard through it."],
    ["a value out of range", () => document.strips.set("bass", { faderDb: 13 }), "A setting of Bass has 13 as faderDb; it must be at most 12."],
    ["an id that is taken", () => document.strips.add("bus", { id: "kick" }), 'There is a strip "kick" already; give the new one another id.'],
  ])("refuses %s and changes nothing", (_, edit, message) => {
    const before = document.snapshot();
    expect(edit).toThrow(message);
    expect(document.snapshot()).toBe(before);
    expect(document.undoName).toBeUndefined();
  });

  test("steps say what they do", () => {
    const names = [
      () => document.strips.rename("kick", "Bass drum"),
      () => document.strips.recolor("kick", "#ff0000"),
      () => document.strips.set("kick", { mute: true }),
      () => document.strips.set("kick", { mute: false }),
      () => document.strips.set("kick", { solo: true }),
      () => document.strips.set("kick", { pan: 1, width: 0 }),
      () => document.strips.setOutput("kick", null),
    ].map((edit) => {
      edit();
      return document.undoName;
    });
    expect(names).toEqual([
      "Rename Kick to Bass drum", "Change colour of Bass drum", "Mute Bass drum", "Unmute Bass drum", "Solo Bass drum",
      "Change Bass drum", "Change output of Bass drum",
    ]);
  });
});

describe("inserts", () => {
  beforeEach(() => {
    for (const [slot, id] of ["a", "b", "c"].entries()) document.inserts.add("kick", { ...EQ, id }, slot);
  });

  test("within a strip two change places; to an empty slot one moves", () => {
    document.inserts.move("a", "kick", 2);
    expect(chain("kick")).toBe("cba-------");
    document.inserts.move("b", "kick", 9);
    expect(chain("kick")).toBe("c-a------b");
    document.undo();
    document.undo();
    expect(chain("kick")).toBe("abc-------");
  });

  test("onto another strip: the slot if it is free, else the next free one, else the first free one", () => {
    document.inserts.add("bass", { ...EQ, id: "x" }, 9);
    document.inserts.move("a", "bass", 4);
    expect(chain("bass")).toBe("----a----x");
    document.inserts.move("b", "bass", 4);
    expect(chain("bass")).toBe("----ab---x");
    document.inserts.move("c", "bass", 9);
    expect([chain("bass"), chain("kick")]).toEqual(["c---ab---x", "----------"]);
  });

  test("a full strip refuses", () => {
    for (let slot = 3; slot < INSERT_SLOTS; slot += 1) document.inserts.add("kick", EQ);
    document.inserts.add("bass", { ...EQ, id: "x" });
    expect(() => document.inserts.move("x", "kick", 0)).toThrow("All 10 slots of Kick are taken; remove an insert there first.");
    expect(() => document.inserts.add("kick", EQ)).toThrow("All 10 slots");
    expect(chain("bass")).toBe("x---------");
  });

  test("parameters that one hand moves together are one step, those of the next movement another", () => {
    document.inserts.setParams("a", { gain: 1 }, "drag 1");
    document.inserts.setParams("a", { frequency: 300 }, "drag 1");
    document.inserts.setParams("a", { gain: 2 }, "drag 2");
    expect(document.undoName).toBe("Change Parametric eq");
    document.undo();
    expect(strip("kick")?.inserts[0]?.params).toMatchObject({ gain: 1, frequency: 300 });
    document.undo();
    expect(strip("kick")?.inserts[0]?.params).not.toHaveProperty("frequency");
  });

  test("a copy has parameters of its own", () => {
    document.inserts.setParams("a", { gain: 1, invert: true });
    const copy = document.inserts.copy("a", "kick", 0);
    document.inserts.setParam(copy, "gain", 2);
    expect(strip("kick")?.inserts[3]).toEqual({ ...strip("kick")?.inserts[0], id: copy, params: { gain: 2, invert: true } });
  });

  test("what a plugin saved is kept past undo, in its own setting, and dropped where the insert is gone", () => {
    const state = (data: string) => ({ version: 1, data });
    document.inserts.setMix("a", 0.5);
    document.inserts.keepState("a", "A", state("a"));
    document.inserts.keepState("a", "B", state("b"));
    document.inserts.keepState("gone", "A", state("c"));
    expect(document.undoName).toBe("Change mix of Parametric eq");
    document.undo();
    expect(strip("kick")?.inserts[0]).toMatchObject({ mix: 1, state: state("a"), compare: { live: "A", other: { state: state("b") } } });
    document.redo();
    expect(strip("kick")?.inserts[0]).toMatchObject({ mix: 0.5, state: state("a") });
    expect(() => document.inserts.keepState("a", "A", { version: 1.5, data: "" })).toThrow("What the plugin saved has 1.5 as version; it must be");
  });

  test("an insert hears a strip as its sidechain, unless that makes a loop", () => {
    document.inserts.setSidechain("a", "bass");
    expect(document.undoName).toBe("Change sidechain of Parametric eq");
    expect(strip("kick")?.inserts[0]?.sidechain).toBe("bass");
    expect(() => document.inserts.setSidechain("a", "kick")).toThrow("Kick → Kick would be a loop; choose a sidechain that this strip does not feed.");
    expect(() => document.inserts.setSidechain("a", MASTER_ID)).toThrow(/^Master → Kick → (.+ → )?Master would be a loop/);
    expect(() => document.inserts.setSidechain("a", "nobody")).toThrow("There is no strip");
    // The other way round it would be one as well: Bass is heard on Kick.
    const keyed = document.inserts.add("bass", EQ);
    expect(() => document.inserts.setSidechain(keyed, "kick")).toThrow("Kick → Bass → Kick would be a loop");
    expect(() => document.inserts.move("a", "bass", 9)).toThrow("Bass → Bass would be a loop");
    document.strips.remove("bass");
    expect(strip("kick")?.inserts[0]).not.toHaveProperty("sidechain");
    document.undo();
    expect(strip("kick")?.inserts[0]?.sidechain).toBe("bass");
    document.inserts.setSidechain("a", undefined);
    expect(strip("kick")?.inserts[0]).not.toHaveProperty("sidechain");
  });

  test("where inserts run is chosen for the session and for one of them, and given back", () => {
    document.song.setHosting("per channel");
    document.inserts.setHosting("a", "isolated");
    expect(document.undoName).toBe("Change hosting of Parametric eq");
    expect([document.snapshot().hosting, strip("kick")?.inserts[0]?.hosting]).toEqual(["per channel", "isolated"]);
    expect(() => document.inserts.setHosting("a", "shared" as "inline")).toThrow("The hosting of Parametric eq");
    document.inserts.setHosting("a", undefined);
    expect(strip("kick")?.inserts[0]).not.toHaveProperty("hosting");
    document.undo();
    document.undo();
    document.undo();
    expect(document.snapshot()).not.toHaveProperty("hosting");
  });

  test("bypass, mix, state and removal", () => {
    document.inserts.setBypass("a", true);
    expect(document.undoName).toBe("Bypass Parametric eq");
    document.inserts.setMix("a", 0.5);
    const state = { version: 1, data: '{"points":[1,2]}' };
    document.inserts.keepState("a", "A", state);
    expect(strip("kick")?.inserts[0]).toMatchObject({ bypass: true, mix: 0.5, state });
    document.inserts.remove("a");
    expect(chain("kick")).toBe("-bc-------");
  });

  test("labels of the host name the steps", () => {
    const labelled = new SessionDocument(document.snapshot(), {
      labels: { plugin: () => "EQ", parameter: (_, id) => (id === "gain" ? "output gain" : id) },
    });
    labelled.inserts.setParam("a", "gain", 3);
    expect(labelled.undoName).toBe("Change output gain of EQ");
  });

  test.each<[string, () => void, string]>([
    ["a slot that is none", () => document.inserts.move("a", "kick", 10), "There is no slot 11; a strip has slots 1 to 10."],
    ["an insert that is gone", () => document.inserts.setMix("gone", 1), "This insert is not in the session any more; choose another."],
    ["a mix out of range", () => document.inserts.setMix("a", 2), "Parametric eq has 2 as mix; it must be at most 1."],
    ["a value that is no number", () => document.inserts.setParam("a", "gain", Number.NaN), "A parameter of Parametric eq has NaN as gain; it must be"],
    ["an id that is taken", () => document.inserts.add("bass", { ...EQ, id: "a" }), 'There is an insert "a" already; give the new one another id.'],
  ])("refuses %s", (_, edit, message) => {
    const before = document.snapshot();
    expect(edit).toThrow(message);
    expect(document.snapshot()).toBe(before);
  });
});

describe("clips and song", () => {
  const clip = { audio: "abc", startSeconds: 2, offsetSeconds: 0, lengthSeconds: 1, gainDb: 0 };

  test("clips lie in the order of their start", () => {
    const late = document.clips.add("kick", clip);
    const early = document.clips.add("kick", { ...clip, startSeconds: 1 });
    expect(strip("kick")?.clips.map(({ id }) => id)).toEqual([early, late]);
    document.clips.set(early, { startSeconds: 3 });
    expect(strip("kick")?.clips.map(({ id }) => id)).toEqual([late, early]);
    document.clips.remove(late);
    expect(strip("kick")?.clips).toEqual([{ ...clip, id: early, startSeconds: 3 }]);
  });

  test("the session's own values", () => {
    document.song.rename("My song");
    document.song.setTempo(133.3);
    document.song.setLoop({ enabled: true, startSeconds: 1, endSeconds: 2 });
    document.song.removeAudio("abc");
    expect(document.snapshot()).toMatchObject({ name: "My song", tempo: 133.3, loop: { enabled: true, startSeconds: 1, endSeconds: 2 }, audio: {} });
  });

  test.each<[string, () => void, string]>([
    ["a clip on a bus", () => document.clips.add("drums", clip), "Drums is a bus and plays no clips; put the clip on a channel."],
    ["a clip of no file", () => document.clips.add("kick", { ...clip, audio: "gone" }), "The clip plays an audio file that the session does not have; add the file first."],
    ["a clip without length", () => document.clips.add("kick", { ...clip, lengthSeconds: 0 }), "The clip has 0 as lengthSeconds; it must be more than 0."],
    ["an empty loop", () => document.song.setLoop({ enabled: true, startSeconds: 2, endSeconds: 2 }), "A loop from 2 s to 2 s has no length; let it end later than it starts."],
    ["a tempo out of range", () => document.song.setTempo(1000), "The tempo is 1000; it must be at most 400."],
    ["a file of no length", () => document.song.addAudio("x", { name: "x", sampleRate: 48_000, channels: 2, frames: 0 }), "The audio file x has 0 as frames; it must be more than 0."],
  ])("refuses %s", (_, edit, message) => {
    expect(edit).toThrow(message);
    expect(document.undoName).toBeUndefined();
  });

  test("a file that is played is not removed", () => {
    document.clips.add("kick", clip);
    expect(() => document.song.removeAudio("abc")).toThrow("kick.wav is played on Kick; remove the clip first.");
  });
});
