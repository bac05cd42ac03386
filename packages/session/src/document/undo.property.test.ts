/// <reference types="node" />
import fc from "fast-check";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { createSession } from "../create.js";
import { parseSession } from "../parse/parse-session.js";
import { INSERT_SLOTS, MASTER_ID, type Session } from "../schema.js";
import { SessionError } from "../session-error.js";
import { SessionDocument } from "./session-document.js";

/** One random edit: what to do, and numbers from which its arguments are chosen among what there is. */
type Move = readonly [name: keyof typeof EDITS, a: number, b: number, c: number];

const pick = <T>(list: readonly T[], at: number): T | undefined => list[at % Math.max(1, list.length)];
const stripIds = (session: Session) => Object.keys(session.strips);
const insertIds = (session: Session) => Object.values(session.strips).flatMap((strip) => strip.inserts.flatMap((insert) => insert?.id ?? []));
const clipIds = (session: Session) => Object.values(session.strips).flatMap((strip) => strip.clips.map(({ id }) => id));

const sendIds = (session: Session) => Object.values(session.strips).flatMap((strip) => strip.sends.map(({ id }) => id));

const sceneIds = (session: Session) => Object.keys(session.scenes ?? {});

const EDITS = {
  addChannel: (d, s, a) => d.strips.add("channel", { name: `C${a}`, output: pick(stripIds(s), a) ?? null }, a % 4),
  addBus: (d, s, a) => d.strips.add("bus", { name: `B${a}`, output: pick(stripIds(s), a) ?? null }),
  copyStrip: (d, s, a) => d.strips.copy(pick(stripIds(s), a) ?? ""),
  removeStrip: (d, s, a) => d.strips.remove(pick(stripIds(s), a) ?? ""),
  moveStrip: (d, s, a, b) => d.strips.move(pick(stripIds(s), a) ?? "", b),
  renameStrip: (d, s, a, b) => d.strips.rename(pick(stripIds(s), a) ?? "", `N${b}`),
  setStrip: (d, s, a, b, c) => d.strips.set(pick(stripIds(s), a) ?? "", { pan: (b - 10) / 10, mute: c % 2 === 0, invert: [b % 2 === 0, false] }),
  route: (d, s, a, b) => d.strips.setOutput(pick(stripIds(s), a) ?? "", pick([...stripIds(s), null], b) ?? null),
  setMixing: (d, s, a, b, c) => d.strips.set(pick(stripIds(s), a) ?? "", { solo: a % 2 === 0, slotsBeforeFader: b % 11, delaySeconds: (c - 10) / 10, panMode: b % 2 === 0 ? "dual" : "balance" }),
  soloMode: (d, _, a, b) => d.song.setSoloMode({ exclusive: a % 2 === 0, sources: b % 2 === 0 }),
  clearSolo: (d) => d.strips.clearSolo(),
  addSend: (d, s, a, b, c) => d.sends.add(pick(stripIds(s), a) ?? "", pick(stripIds(s), b) ?? "", { levelDb: 0 - c, preFader: c % 2 === 0 }),
  setSend: (d, s, a, b, c) => d.sends.set(pick(sendIds(s), a) ?? "", { to: pick(stripIds(s), b) ?? "", pan: c / 20 }),
  removeSend: (d, s, a) => d.sends.remove(pick(sendIds(s), a) ?? ""),
  addVca: (d, s, a, b) => d.vcas.add({ name: `V${a}`, members: [pick([...stripIds(s), ...Object.keys(s.vcas)], b) ?? ""] }),
  setVca: (d, s, a, b, c) => d.vcas.set(pick(Object.keys(s.vcas), a) ?? "", { faderDb: 0 - b, mute: c % 2 === 0, solo: c % 3 === 0 }),
  removeVca: (d, s, a) => d.vcas.remove(pick(Object.keys(s.vcas), a) ?? ""),
  joinVca: (d, s, a, b) => d.vcas.join(pick(Object.keys(s.vcas), a) ?? "", pick([...stripIds(s), ...Object.keys(s.vcas)], b) ?? ""),
  leaveVca: (d, s, a, b) => d.vcas.leave(pick(Object.keys(s.vcas), a) ?? "", pick([...stripIds(s), ...Object.keys(s.vcas)], b) ?? ""),
  addInsert: (d, s, a, b, c) => d.inserts.add(pick(stripIds(s), a) ?? "", { plugin: "com.acme.gain", version: "1.0.0", params: { gain: c } }, b % INSERT_SLOTS),
  removeInsert: (d, s, a) => d.inserts.remove(pick(insertIds(s), a) ?? ""),
  moveInsert: (d, s, a, b, c) => d.inserts.move(pick(insertIds(s), a) ?? "", pick(stripIds(s), b) ?? "", c % INSERT_SLOTS),
  copyInsert: (d, s, a, b, c) => d.inserts.copy(pick(insertIds(s), a) ?? "", pick(stripIds(s), b) ?? "", c % INSERT_SLOTS),
  setParam: (d, s, a, b, c) => d.inserts.setParam(pick(insertIds(s), a) ?? "", pick(["gain", "invert"], b) ?? "", c),
  setMix: (d, s, a, b) => d.inserts.setMix(pick(insertIds(s), a) ?? "", b / 10),
  setBypass: (d, s, a, b) => d.inserts.setBypass(pick(insertIds(s), a) ?? "", b % 2 === 0),
  setSidechain: (d, s, a, b) => d.inserts.setSidechain(pick(insertIds(s), a) ?? "", pick([...stripIds(s), undefined], b)),
  setHosting: (d, s, a, b) => d.inserts.setHosting(pick(insertIds(s), a) ?? "", pick(["per channel", "inline", undefined] as const, b)),
  sessionHosting: (d, _, a) => d.song.setHosting(pick(["isolated", "per plugin", undefined] as const, a)),
  switchSetting: (d, s, a) => d.settings.switch(pick(insertIds(s), a) ?? ""),
  copySetting: (d, s, a) => d.settings.copy(pick(insertIds(s), a) ?? ""),
  loadPreset: (d, s, a, b, c) => d.settings.loadPreset(pick(insertIds(s), a) ?? "", { id: `p${b}`, name: `P${b}` }, { gain: c, width: b }),
  addClip: (d, s, a, b) => d.clips.add(pick(stripIds(s), a) ?? "", { audio: "abc", startSeconds: b, offsetSeconds: 0, lengthSeconds: 1, gainDb: 0 }),
  setClip: (d, s, a, b) => d.clips.set(pick(clipIds(s), a) ?? "", { startSeconds: b }),
  moveClip: (d, s, a, b, c) => d.clips.move(pick(clipIds(s), a) ?? "", b, pick(stripIds(s), c)),
  splitClip: (d, s, a, b) => d.clips.split(pick(clipIds(s), a) ?? "", 1 + b / 20),
  fadeClip: (d, s, a, b) => d.clips.setFades(pick(clipIds(s), a) ?? "", { fadeIn: { seconds: b / 10, shape: "s" } }),
  loopClip: (d, s, a, b) => d.clips.setLoop(pick(clipIds(s), a) ?? "", b % 3 === 0 ? undefined : { startSeconds: 0, endSeconds: b }),
  addPoint: (d, s, a, b, c) => d.lanes.addPoint({ kind: "strip", strip: pick(stripIds(s), a) ?? "", control: "pan" }, b, c / 20),
  drawLane: (d, s, a, b, c) => d.lanes.drawRange({ kind: "parameter", insert: pick(insertIds(s), a) ?? "", parameter: "gain" }, b, b + 2, [{ seconds: b + 1, value: c, curve: 0 }]),
  laneMode: (d, s, a, b) => d.lanes.setMode({ kind: "strip", strip: pick(stripIds(s), a) ?? "", control: "pan" }, pick(["play", "touch"] as const, b) ?? "play"),
  removeLane: (d, s, a) => d.lanes.remove({ kind: "strip", strip: pick(stripIds(s), a) ?? "", control: "pan" }),
  removeClip: (d, s, a) => d.clips.remove(pick(clipIds(s), a) ?? ""),
  addMarker: (d, _, a) => d.markers.add(a),
  moveMarker: (d, s, a, b) => d.markers.move(pick(Object.keys(s.markers), a) ?? "", b),
  removeMarker: (d, s, a) => d.markers.remove(pick(Object.keys(s.markers), a) ?? ""),
  tempo: (d, _, a) => d.song.setTempo(10 + a * 10),
  recolorStrip: (d, s, a, b) => d.strips.recolor(pick(stripIds(s), a) ?? "", pick(["#102030", "#ffffff"], b) ?? ""),
  setParams: (d, s, a, b, c) => d.inserts.setParams(pick(insertIds(s), a) ?? "", { gain: b, width: c }),
  namePreset: (d, s, a, b) => d.settings.namePreset(pick(insertIds(s), a) ?? "", { id: `n${b}`, name: `N${b}` }),
  trimStart: (d, s, a, b) => d.clips.trimStart(pick(clipIds(s), a) ?? "", b / 10),
  trimEnd: (d, s, a, b) => d.clips.trimEnd(pick(clipIds(s), a) ?? "", b / 10),
  clipGain: (d, s, a, b) => d.clips.setGain(pick(clipIds(s), a) ?? "", 0 - b),
  muteClip: (d, s, a, b) => d.clips.setMute(pick(clipIds(s), a) ?? "", b % 2 === 0),
  setPoint: (d, s, a, b, c) => d.lanes.setPoint({ kind: "strip", strip: pick(stripIds(s), a) ?? "", control: "pan" }, b % 3, { value: c / 20 }),
  removePoints: (d, s, a, b) => d.lanes.removePoints({ kind: "strip", strip: pick(stripIds(s), a) ?? "", control: "pan" }, [b % 3]),
  clearRange: (d, s, a, b, c) => d.lanes.clearRange({ kind: "strip", strip: pick(stripIds(s), a) ?? "", control: "pan" }, b, b + c),
  renameSong: (d, _, a) => d.song.rename(`Song ${a}`),
  panLaw: (d, _, a) => d.song.setPanLaw(pick([0, -3, -4.5, -6] as const, a) ?? 0),
  addAudio: (d, _, a) => d.song.addAudio(`file ${a}`, { name: `F${a}`, sampleRate: 48_000, channels: 1, frames: 1 }),
  removeAudio: (d, s, a) => d.song.removeAudio(pick(Object.keys(s.audio), a) ?? ""),
  replaceAll: (d, s, a) => d.replace({ ...s, name: `Replaced ${a}`, tempo: 100 + a }),
  storeScene: (d, _, a) => d.scenes.add(`Scene ${a}`),
  renameScene: (d, s, a, b) => d.scenes.rename(pick(sceneIds(s), a) ?? "", `Renamed ${b}`),
  removeScene: (d, s, a) => d.scenes.remove(pick(sceneIds(s), a) ?? ""),
  recallScene: (d, s, a) => d.scenes.recall(pick(sceneIds(s), a) ?? ""),
  loop: (d, _, a, b) => d.song.setLoop({ enabled: true, startSeconds: a, endSeconds: b }),
} satisfies Record<string, (d: SessionDocument, s: Session, a: number, b: number, c: number) => unknown>;

const number = fc.nat(20);
const move: fc.Arbitrary<Move> = fc.tuple(fc.constantFrom(...(Object.keys(EDITS) as (keyof typeof EDITS)[])), number, number, number);
/** Edits alone, or several as one gesture. */
const step = fc.oneof({ weight: 4, arbitrary: fc.tuple(move) }, { weight: 1, arbitrary: fc.array(move, { minLength: 2, maxLength: 5 }) });
/** Switches of one insert in a row: the same edit, some times. */
const switches = fc.tuple(fc.nat(1), fc.integer({ min: 2, max: 4 })).map(([insert, times]) =>
  Array.from({ length: times }, (): [Move] => [["switchSetting", insert, 0, 0]]));
const steps = fc.array(fc.oneof({ weight: 8, arbitrary: step.map((one) => [one]) }, { weight: 1, arbitrary: switches }), { maxLength: 25 })
  .map((runs): readonly (readonly Move[])[] => runs.flat());

function start(mostUndoSteps?: number): SessionDocument {
  const document = new SessionDocument(createSession({ audio: { abc: { name: "a", sampleRate: 48_000, channels: 1, frames: 1 } } }));
  for (const name of ["One", "Two"]) document.strips.add("channel", { id: name, name });
  document.strips.add("bus", { id: "Bus", name: "Bus" });
  for (const id of ["x", "y"]) document.inserts.add("One", { id, plugin: "com.acme.gain", version: "1.0.0" });
  document.clips.add("Two", { id: "z", audio: "abc", startSeconds: 1, offsetSeconds: 0, lengthSeconds: 1, gainDb: 0 });
  return new SessionDocument(document.snapshot(), mostUndoSteps === undefined ? {} : { mostUndoSteps });
}

/** The insert whose settings this switches: switches of one insert in a row are one step, or none. */
const switched = (session: Session, moves: readonly Move[]) =>
  moves.length === 1 && moves[0]?.[0] === "switchSetting" ? pick(insertIds(session), moves[0][1]) : undefined;

/** Makes the edit; a refusal with a sentence must leave everything as it was. */
function attempt(document: SessionDocument, [name, a, b, c]: Move): void {
  const before = document.snapshot();
  try {
    EDITS[name](document, before, a, b, c);
  } catch (error) {
    expect(error).toBeInstanceOf(SessionError);
    expect(document.snapshot()).toBe(before);
  }
}

function expectSound(session: Session): void {
  expect(parseSession(session)).toEqual({ session });
  expect(Object.keys(session.strips).sort()).toEqual([...session.order, MASTER_ID].sort());
}

test("any edits: snapshots are valid, undoing all gives the start, redoing all gives the end", { timeout: 60_000 }, () => {
  fc.assert(fc.property(steps, fc.nat(5), (run, undosBetween) => {
    const document = start();
    const first = document.snapshot();
    const states = [first];
    // For each state the insert whose switch made it, if one did.
    const switchOf: (string | undefined)[] = [undefined];
    for (const [index, moves] of run.entries()) {
      const before = document.snapshot();
      const joins = switched(before, moves);
      const [only] = moves;
      if (only && moves.length === 1) attempt(document, only);
      else {
        const gesture = document.beginGesture("Gesture");
        for (const each of moves) attempt(document, each);
        gesture.end();
      }
      expectSound(document.snapshot());
      if (document.snapshot() !== before && JSON.stringify(document.snapshot()) !== JSON.stringify(before)) {
        // Back at the other setting, with no step left between the two switches: none is left of both.
        if (joins !== undefined && joins === switchOf.at(-1)) {
          states.pop();
          switchOf.pop();
        } else {
          states.push(document.snapshot());
          switchOf.push(joins);
        }
      }
      // A walk back and forth on the way must not disturb what follows.
      if (index === Math.floor(run.length / 2)) {
        for (let n = 0; n < undosBetween; n += 1) document.undo();
        while (document.redoName !== undefined) document.redo();
        expect(document.snapshot()).toEqual(states.at(-1));
      }
    }
    const last = document.snapshot();
    for (let at = states.length - 2; at >= 0; at -= 1) {
      document.undo();
      expect(document.snapshot()).toEqual(states[at]);
    }
    expect(document.undoName).toBeUndefined();
    expect(document.snapshot()).toEqual(first);
    while (document.redoName !== undefined) {
      document.redo();
      expectSound(document.snapshot());
    }
    expect(document.snapshot()).toEqual(last);
  }), { numRuns: 80 });
});

/** Each a step of its own. */
const apart = move.filter(([name]) => name !== "switchSetting");

test("a history of few steps takes back just these", { timeout: 60_000 }, () => {
  fc.assert(fc.property(fc.array(apart, { maxLength: 25 }), fc.integer({ min: 1, max: 4 }), (moves, most) => {
    const document = start(most);
    let states = [document.snapshot()];
    for (const each of moves) {
      attempt(document, each);
      const now = document.snapshot();
      if (JSON.stringify(now) !== JSON.stringify(states.at(-1))) states = [...states, now].slice(-most - 1);
    }
    const last = states.at(-1);
    for (const state of states.slice(0, -1).toReversed()) {
      document.undo();
      expect(document.snapshot()).toEqual(state);
    }
    expect(document.undoName).toBeUndefined();
    while (document.redoName !== undefined) document.redo();
    expect(document.snapshot()).toEqual(last);
    expectSound(document.snapshot());
  }), { numRuns: 80 });
});

test("what was added and removed takes no memory once its steps are forgotten", () => {
  // A removed one leaves its place, by which others' edits find their way.
  const holds = (part: Y.Item | Y.GC) => part instanceof Y.Item && !(part.content instanceof Y.ContentDeleted);
  const parts = ({ doc }: SessionDocument) => [...doc.store.clients.values()].flat().filter(holds).length;
  const document = start(10);
  const loads = (times: number) => {
    for (let i = 0; i < times; i++) document.inserts.remove(document.inserts.add("One", { plugin: "com.acme.gain", version: "1.0.0", params: { gain: i } }));
    return parts(document);
  };
  const before = loads(20);
  expect(loads(300)).toBe(before);
  // Nor what was taken back and can be done again no more.
  for (let i = 0; i < 300; i++) {
    document.inserts.add("Two", { plugin: "com.acme.gain", version: "1.0.0" });
    document.undo();
  }
  document.song.setTempo(99);
  expect(loads(20)).toBeLessThan(before + 10);
});

/** How many edits are made in a row; `HEADROOM_EDITS=5000` for the long run. */
const IN_A_ROW = Number(process.env["HEADROOM_EDITS"] ?? 250);

test(`${IN_A_ROW} edits in a row: undo leads to the start, redo to the end`, { timeout: 30_000 + IN_A_ROW * 200 }, () => {
  const seed = Number(process.env["HEADROOM_FUZZ_SEED"] ?? Date.now() % 2 ** 31);
  const moves = fc.sample(move, { numRuns: IN_A_ROW, seed });
  const document = start(IN_A_ROW);
  const first = document.snapshot();
  for (const each of moves) attempt(document, each);
  const last = document.snapshot();
  expectSound(last);
  const steps = [];
  for (; document.undoName !== undefined; document.undo()) steps.push(document.undoName);
  expect(document.snapshot(), `seed ${seed}`).toEqual(first);
  for (; document.redoName !== undefined; document.redo()) expect(document.redoName, `seed ${seed}`).toBe(steps.pop());
  expect(document.snapshot(), `seed ${seed}`).toEqual(last);
});
