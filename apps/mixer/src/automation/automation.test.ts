import { createSession, createStrip, laneKey, type LaneMode, type LanePoint, type LaneTarget, laneValue, MASTER_ID, SessionDocument } from "@headroom/session";
import { beforeEach, expect, it } from "vitest";
import { ControlHandles } from "../engine/control-handles.js";
import { Observable } from "../state/observable.js";
import { Automation } from "./automation.js";
import { setStripMode } from "./strip-mode.js";

const target: LaneTarget = { kind: "strip", strip: "kick", control: "faderDb" };
const FRAME_MS = 20;

let document: SessionDocument;
let automation: Automation;
let handles: ControlHandles;
let seconds: number;
let nowMs: number;
let playing: Observable<boolean>;

beforeEach(() => {
  document = new SessionDocument(createSession({ strips: { [MASTER_ID]: createStrip("master", { id: MASTER_ID }), kick: createStrip("channel", { id: "kick", name: "Kick", faderDb: -3 }) }, order: ["kick"] }));
  seconds = 0;
  nowMs = 0;
  playing = new Observable(false);
  const engine = new Observable(undefined);
  automation = new Automation(document, engine, { seconds: () => seconds, playing }, () => undefined);
  handles = new ControlHandles(document, engine, automation);
});

/** Lets frames go by, as long as it plays with the song. */
function run(untilSeconds: number, each: () => void = () => undefined): void {
  while (seconds < untilSeconds - 1e-9) {
    automation.frame((nowMs += FRAME_MS));
    handles.follow();
    each();
    seconds += FRAME_MS / 1000;
  }
}

/** Playback stops; what was recorded is written in the turn after. */
async function stop(): Promise<void> {
  playing.set(false);
  automation.frame((nowMs += FRAME_MS));
  await Promise.resolve();
}

const points = (): readonly LanePoint[] => document.snapshot().lanes[laneKey(target)]?.points ?? [];
const at = (time: number) => Math.round((laneValue(points(), time) ?? Number.NaN) * 10) / 10;

/** Plays to 1 s, moves the fader from −20 dB up to −10 dB by 2 s, lets go, and goes on to 3 s. */
async function pass(mode: LaneMode): Promise<void> {
  seconds = 0;
  setStripMode(document, "kick", mode);
  const fader = handles.strip("kick", "faderDb");
  playing.set(true);
  run(1);
  fader.begin();
  run(2, () => fader.setNumber(-20 + 10 * (seconds - 1)));
  fader.end();
  await Promise.resolve();
  run(3);
  await stop();
}

it("touch records while the hand holds, and the document keeps its value", async () => {
  await pass("touch");
  expect([0.9, 1.5, 1.9, 2.5].map(at)).toEqual([-3, -15, -11, -3]);
  expect(document.snapshot().strips["kick"]?.faderDb).toBe(-3);
  expect(document.undoName).toBe("Record fader of Kick");
  document.undo();
  expect(points()).toEqual([]);
});

it("latch goes on with what was left until playback stops", async () => {
  await pass("latch");
  expect([0.9, 1.5, 2.5, 2.9].map(at)).toEqual([-3, -15, -10.2, -10.2]);
});

it("write records the whole of what was played, touched or not", async () => {
  document.lanes.addPoint(target, 0, 0);
  document.lanes.addPoint(target, 10, 0);
  setStripMode(document, "kick", "write");
  playing.set(true);
  seconds = 2;
  run(4);
  await stop();
  expect(document.undoName).toBe("Record fader of Kick");
  expect(points().length).toBeGreaterThan(2);
  await pass("write");
  expect([1.5, 2.9].map(at)).toEqual([-15, -10.2]);
});

it("play and manual record nothing: the fader is an edit of the document", async () => {
  for (const mode of ["play", "manual"] as const) {
    await pass(mode);
    expect(points()).toEqual([]);
    expect(document.snapshot().strips["kick"]?.faderDb).toBeCloseTo(-10.2, 9);
    document.undo();
  }
});

it("a jump of the song ends a pass, and the hand that still holds begins another", async () => {
  setStripMode(document, "kick", "latch");
  const fader = handles.strip("kick", "faderDb");
  playing.set(true);
  run(1);
  fader.begin();
  run(2, () => fader.setNumber(-20));
  seconds = 0;
  automation.frame((nowMs += FRAME_MS));
  await Promise.resolve();
  expect([0.5, 1.5].map(at)).toEqual([-3, -20]);
  run(0.5, () => fader.setNumber(-8));
  fader.end();
  await stop();
  expect([0.2, 1.5].map(at)).toEqual([-8, -20]);
});

it("what is shown follows the lane, the hand before it, and a control without a lane the document", () => {
  document.lanes.addPoint(target, 0, -40);
  document.lanes.addPoint(target, 4, 0);
  const fader = handles.strip("kick", "faderDb");
  const seen: number[] = [];
  fader.subscribe(() => seen.push(fader.number()));
  playing.set(true);
  run(2);
  expect(fader.number()).toBeCloseTo(-20, 6);
  expect(seen.length).toBeGreaterThan(90);
  expect(handles.strip("kick", "pan").number()).toBe(0);
  fader.begin();
  fader.setNumber(6);
  run(3);
  expect(fader.number()).toBe(6);
  fader.end();
  expect(fader.number()).toBeCloseTo(-10, 6);
  document.lanes.setMode(target, "manual");
  expect(fader.number()).toBe(6);
});
