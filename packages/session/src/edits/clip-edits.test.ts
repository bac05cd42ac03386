import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { createSession } from "../create.js";
import { SessionDocument } from "../document/session-document.js";
import { placeInFile, splitClip } from "./cut-clip.js";

let document: SessionDocument;
const clipOf = (id = "c", strip = "kick") => document.snapshot().strips[strip]?.clips.find((clip) => clip.id === id);

beforeEach(() => {
  document = new SessionDocument(createSession({ audio: { file: { name: "file", sampleRate: 48_000, channels: 2, frames: 480_000 } } }));
  document.strips.add("channel", { id: "kick", name: "Kick" });
  document.strips.add("channel", { id: "snare", name: "Snare" });
  document.strips.add("bus", { id: "bus", name: "Bus" });
  document.clips.add("kick", { id: "c", audio: "file", startSeconds: 2, offsetSeconds: 1, lengthSeconds: 4, gainDb: 0 });
});

it("move: in time, and to another channel, never before the song", () => {
  document.clips.move("c", 5);
  expect([clipOf()?.startSeconds, document.undoName]).toEqual([5, "Move clip on Kick"]);
  document.clips.move("c", -3, "snare");
  expect([clipOf(), clipOf("c", "snare")?.startSeconds, document.undoName]).toEqual([undefined, 0, "Move clip to Snare"]);
  expect(() => document.clips.move("c", 0, "bus")).toThrow(/Bus is a bus and plays no clips/);
});

it("trim: the sound stays where it is, and ends where the file does", () => {
  document.clips.trimStart("c", 2.5);
  expect(clipOf()).toMatchObject({ startSeconds: 2.5, offsetSeconds: 1.5, lengthSeconds: 3.5 });
  document.clips.trimStart("c", 0);
  expect(clipOf()).toMatchObject({ startSeconds: 1, offsetSeconds: 0, lengthSeconds: 5 });
  document.clips.trimEnd("c", 100);
  expect(clipOf()?.lengthSeconds).toBe(10);
  document.clips.trimEnd("c", 0);
  expect(clipOf()?.lengthSeconds).toBe(0.001);
  expect(document.undoName).toBe("Trim end of clip on Kick");
});

it("split: two clips that sound as the one did, each with its fade", () => {
  document.clips.setFades("c", { fadeIn: { seconds: 0.5, shape: "s" }, fadeOut: { seconds: 3, shape: "linear" } });
  const second = document.clips.split("c", 5);
  expect(clipOf()).toEqual({ id: "c", audio: "file", startSeconds: 2, offsetSeconds: 1, lengthSeconds: 3, gainDb: 0, fadeIn: { seconds: 0.5, shape: "s" } });
  expect(clipOf(second)).toEqual({ id: second, audio: "file", startSeconds: 5, offsetSeconds: 4, lengthSeconds: 1, gainDb: 0, fadeOut: { seconds: 1, shape: "linear" } });
  expect(document.undoName).toBe("Split clip on Kick");
  document.undo();
  expect(clipOf()?.lengthSeconds).toBe(4);
  expect(() => document.clips.split("c", 6)).toThrow(/6 s cannot split it/);
});

it("fades, gain, loop, mute: set and taken away", () => {
  document.clips.setFades("c", { fadeIn: { seconds: 99, shape: "exponential" } });
  expect(clipOf()?.fadeIn?.seconds).toBe(4);
  document.clips.setFades("c", { fadeIn: { seconds: 0, shape: "linear" } });
  document.clips.setGain("c", -6);
  document.clips.setLoop("c", { startSeconds: 0, endSeconds: 0.5 });
  document.clips.setMute("c", true);
  expect(clipOf()).toEqual({ id: "c", audio: "file", startSeconds: 2, offsetSeconds: 0, lengthSeconds: 4, gainDb: -6, loop: { startSeconds: 0, endSeconds: 0.5 }, mute: true });
  document.clips.trimEnd("c", 100);
  expect(clipOf()?.lengthSeconds).toBe(98);
  document.clips.setLoop("c", undefined);
  document.clips.setMute("c", false);
  expect(Object.keys(clipOf() ?? {})).not.toContain("mute");
  expect(() => document.clips.setLoop("c", { startSeconds: 2, endSeconds: 2 })).toThrow(/has no length/);
  expect(() => document.clips.setFades("c", { fadeIn: { seconds: 1, shape: "zigzag" as "s" } })).toThrow(/must be "linear" or/);
});

describe("cutting", () => {
  it("a split plays the same places of the file, looped or not", () => {
    const loop = fc.option(fc.tuple(fc.double({ min: 0, max: 3, noNaN: true }), fc.double({ min: 0.01, max: 3, noNaN: true })), { nil: undefined });
    const unit = fc.double({ min: 0.01, max: 0.99, noNaN: true });
    fc.assert(fc.property(loop, unit, unit, unit, (given, offset, cut, at) => {
      const region = given && { startSeconds: given[0], endSeconds: given[0] + given[1] };
      const clip = { id: "x", audio: "a", startSeconds: 1, offsetSeconds: offset * (region?.endSeconds ?? 3), lengthSeconds: 10, gainDb: 0, ...(region && { loop: region }) };
      const [, second] = splitClip(clip, 1 + cut * 10);
      const later = at * second.lengthSeconds;
      const [before, after] = [placeInFile(clip, cut * 10 + later), placeInFile(second, later)];
      const length = given?.[1] ?? Infinity;
      const apart = Math.abs(before - after);
      expect(Math.min(apart, Math.abs(apart - length))).toBeLessThan(1e-9);
    }));
  });
});
