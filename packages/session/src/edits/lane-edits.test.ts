import { beforeEach, expect, it } from "vitest";
import { laneKey, type LaneTarget } from "../automation/lane-schema.js";
import { createSession } from "../create.js";
import { SessionDocument } from "../document/session-document.js";

const fader = { kind: "strip", strip: "kick", control: "faderDb" } as const;
const gain = { kind: "parameter", insert: "eq", parameter: "band1Gain" } as const;
let document: SessionDocument;
const lane = (target: LaneTarget = fader) => document.snapshot().lanes[laneKey(target)];
const point = (seconds: number, value: number) => ({ seconds, value, curve: 0 });

beforeEach(() => {
  document = new SessionDocument(createSession());
  document.strips.add("channel", { id: "kick", name: "Kick" });
  document.inserts.add("kick", { id: "eq", plugin: "dev.headroom.parametric-eq", version: "1.0.0" });
});

it("each edit is a step of undo with a name", () => {
  const names: (string | undefined)[] = [];
  const edit = (change: () => void) => {
    change();
    names.push(document.undoName);
  };
  edit(() => document.lanes.addPoint(fader, 1, -6));
  edit(() => document.lanes.addPoint(fader, 3, -12));
  edit(() => document.lanes.addPoint(fader, 2));
  edit(() => document.lanes.setPoint(fader, 1, { value: 0 }));
  edit(() => document.lanes.setPoint(fader, 1, { curve: 0.5 }));
  edit(() => document.lanes.drawRange(fader, 4, 5, [point(4.5, 3)]));
  edit(() => document.lanes.clearRange(fader, 1.5, 4.8));
  edit(() => document.lanes.setMode(fader, "touch"));
  edit(() => document.lanes.record(fader, { samples: [point(6, 1), point(7, 2)], startSeconds: 0, releaseSeconds: 7, endSeconds: 9, base: 0 }, { tolerance: 0.1 }));
  edit(() => document.lanes.removePoints(fader, [0]));
  edit(() => document.lanes.addPoint(gain, 1, 3));
  edit(() => document.lanes.remove(fader));
  expect(names).toEqual([
    "Add point to fader of Kick", "Add point to fader of Kick", "Add point to fader of Kick", "Move point of fader of Kick", "Bend fader of Kick",
    "Draw fader of Kick", "Clear part of fader of Kick", "Automation of fader of Kick: touch", "Record fader of Kick", "Remove point from fader of Kick",
    "Add point to band1 gain of Parametric eq", "Remove automation of fader of Kick",
  ]);
  expect(lane()).toBeUndefined();
  names.forEach(() => document.undo());
  expect(document.snapshot().lanes).toEqual({});
  expect(document.undoName).toMatch(/^Add Parametric eq/);
});

it("a lane plays unless it is told otherwise, and is clamped to its control's range", () => {
  document.lanes.addPoint(fader, 1, 100);
  expect(lane()).toEqual({ target: fader, mode: "play", points: [point(1, 12)] });
  document.lanes.addPoint(gain, 1, 100);
  expect(lane(gain)?.points).toEqual([point(1, 100)]);
});

it("lanes go with what they move, come back with it, and are copied with it", () => {
  document.lanes.addPoint(fader, 1, -6);
  document.lanes.addPoint(gain, 1, 3);
  const copy = document.strips.copy("kick");
  const copied = document.snapshot().strips[copy]?.inserts[0]?.id ?? "";
  expect(lane({ ...fader, strip: copy })?.points).toEqual([point(1, -6)]);
  expect(lane({ ...gain, insert: copied })?.points).toEqual([point(1, 3)]);
  document.inserts.move("eq", copy, 3);
  document.strips.remove("kick");
  expect(Object.keys(document.snapshot().lanes)).toHaveLength(3);
  document.inserts.remove("eq");
  expect(lane(gain)).toBeUndefined();
  document.undo();
  document.undo();
  expect(lane()?.points).toEqual([point(1, -6)]);
});

it("refuses what is not there, and ranges without length", () => {
  expect(() => document.lanes.addPoint({ ...fader, strip: "gone" }, 1, 0)).toThrow(/no strip "gone"/);
  expect(() => document.lanes.addPoint({ ...gain, insert: "gone" }, 1, 0)).toThrow(/not in the session any more/);
  expect(() => document.lanes.drawRange(fader, 2, 2, [])).toThrow(/has no length/);
  expect(() => document.lanes.addPoint(fader, -1, 0)).toThrow(/must be at least 0/);
});
