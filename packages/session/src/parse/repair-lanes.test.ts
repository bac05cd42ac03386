import { expect, it, test } from "vitest";
import { laneKey, MOST_LANE_POINTS, type LaneTarget } from "../automation/lane-schema.js";
import { createSession, createStrip } from "../create.js";
import { MASTER_ID } from "../schema.js";
import { parseSession } from "./parse-session.js";

const fader: LaneTarget = { kind: "strip", strip: MASTER_ID, control: "faderDb" };
const point = (seconds: unknown, value: unknown, more: object = {}) => ({ seconds, value, curve: 0, ...more });

function parsed(lanes: unknown) {
  const result = parseSession({ ...createSession(), lanes });
  if ("problems" in result) throw new Error(result.problems.join(" "));
  return { lanes: result.session.lanes, repairs: result.repairs ?? [] };
}
const lane = (points: unknown, fields: object = {}) => ({ [laneKey(fader)]: { target: fader, mode: "play", points, ...fields } });
const pointsOf = (lanes: ReturnType<typeof parsed>["lanes"]) => lanes[laneKey(fader)]?.points;

it("takes a sound lane as it is, and says nothing", () => {
  const sound = lane([point(0, 0, { hold: true }), point(1, -6), point(1, -3)]);
  expect(parsed(sound)).toEqual({ lanes: sound, repairs: [] });
});

test.each<[string, unknown, unknown, RegExp]>([
  ["points that are none", [point(Number.NaN, 0), point(1, Infinity), null, point(-1, 0), point(2, -6)], [point(2, -6)], /4 of its 5 points had no time or value/],
  ["points in no order", [point(2, -6), point(1, 0)], [point(1, 0), point(2, -6)], /not in order of time/],
  ["values out of range", [point(1, 90), point(2, -200, { curve: 7 })], [point(1, 12), point(2, -100, { curve: 1 })], /2 of its points were out of range/],
  ["a curve that is none", [point(1, 0, { curve: Number.NaN })], [point(1, 0)], /1 of its points/],
  ["no list", 7, [], /no list of points/],
])("%s: repaired and told", (_, given, expected, sentence) => {
  const { lanes, repairs } = parsed(lane(given));
  expect(pointsOf(lanes)).toEqual(expected);
  expect(repairs.join()).toMatch(sentence);
});

it("thins what is too much, and says so", () => {
  const wave = Array.from({ length: 100_000 }, (_, i) => point(i / 100, -20 + 10 * Math.sin(i / 50) + (i % 2) / 100));
  const { lanes, repairs } = parsed(lane(wave));
  expect(pointsOf(lanes)?.length).toBeLessThanOrEqual(MOST_LANE_POINTS);
  expect(pointsOf(lanes)?.length).toBeGreaterThan(1000);
  expect(repairs.join()).toMatch(/had 100000 points and was thinned to \d+/);
});

it("thins steps in no time too", () => {
  const steps = Array.from({ length: 100_000 }, (_, i) => point(i >> 1, i % 2));
  expect(pointsOf(parsed(lane(steps)).lanes)?.length).toBeLessThanOrEqual(MOST_LANE_POINTS);
});

it("leaves out lanes of what is not there, and of nothing", () => {
  const gone: LaneTarget = { kind: "parameter", insert: "gone", parameter: "gain" };
  const { lanes, repairs } = parsed({
    a: { target: gone, mode: "play", points: [] },
    b: { target: { kind: "strip", strip: MASTER_ID, control: "taste" }, mode: "play", points: [] },
    c: { target: { ...fader, strip: "nobody" }, mode: "play", points: [] },
    d: 3,
  });
  expect(lanes).toEqual({});
  expect(repairs).toHaveLength(4);
  expect(repairs.join()).toMatch(/insert "gone", which is not in the session.*strip "nobody"/);
});

it("a mode that is none plays; a lane under another key comes under its own", () => {
  const { lanes, repairs } = parsed({ x: { target: fader, mode: "dance", points: [point(0, 0)] } });
  expect(lanes).toEqual(lane([point(0, 0)]));
  expect(repairs.join()).toMatch(/none of manual, play, touch, latch, write, so it plays; its key was not its target's/);
});

it("a session of version 3 has no automation", () => {
  const { lanes: _, ...older } = createSession({ strips: { [MASTER_ID]: createStrip("master", { id: MASTER_ID }) } });
  expect(parseSession({ ...older, schema: 3 })).toEqual({ session: createSession() });
});
