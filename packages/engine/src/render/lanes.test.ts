import { LANE_CONTROLS, laneValue, type Lane, type LaneControl, type LanePoint } from "@headroom/session";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CONTROLS } from "../shared/engine-memory.js";
import { LANE_GRID } from "../shared/lane-table.js";
import { TransportTarget } from "../shared/transport.js";
import type { Pcm } from "./clip-source.js";
import { insertLanes as planInsertLanes } from "../graph/lanes.js";
import { allocateInsertMemory, holdTarget } from "../shared/insert-memory.js";
import { InsertRunner } from "./insert-runner.js";
import { lane, LaneHarness, type LaneHosting, laneSession, movedPlugin, SAMPLE_RATE } from "./lane-harness.js";
import { RAMP_FRAMES } from "./ramp.js";

const FRAMES = 6000;
const seconds = (frame: number) => frame / SAMPLE_RATE;

function noise(seed: number): Float32Array {
  let state = seed;
  return Float32Array.from({ length: 4 * FRAMES }, () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0) / 2 ** 33);
}
const song: Pcm = { left: noise(1), right: noise(2) };

/** Samples that are not the same. */
function differences(a: readonly Float32Array[], b: readonly Float32Array[]): number {
  return a.reduce((sum, side, c) => sum + side.reduce((count, x, i) => count + (x === b[c]![i] ? 0 : 1), 0), 0);
}

const RANGES: Record<LaneControl, [number, number]> = {
  faderDb: [-100, 12], pan: [-1, 1], panLeft: [-1, 1], panRight: [-1, 1], width: [0, 2], trimDb: [-36, 12], mute: [0, 1], invertLeft: [0, 1], invertRight: [0, 1], swap: [0, 1],
};
const isSwitch = (control: LaneControl) => ["mute", "invertLeft", "invertRight", "swap"].includes(control);

/** Points on whole frames, further apart than a step takes. */
const points = (control: LaneControl): fc.Arbitrary<LanePoint[]> =>
  fc.array(fc.record({ gap: fc.integer({ min: RAMP_FRAMES + 1, max: 2500 }), value: fc.double({ min: 0, max: 1, noNaN: true }), curve: fc.constantFrom(0, 0.4, -1), hold: fc.boolean() }), { minLength: 1, maxLength: 5 }).map((list) => {
    let frame = -RAMP_FRAMES - 1;
    const [least, most] = RANGES[control];
    return list.map(({ gap, value, curve, hold }) => {
      frame += gap;
      const number = isSwitch(control) ? Math.round(value) : Math.fround(least + (most - least) * value);
      return { seconds: seconds(frame), value: number, curve, ...((hold || isSwitch(control)) && { hold: true }) };
    });
  });
const stripLanes: fc.Arbitrary<Partial<Record<LaneControl, LanePoint[]>>> = fc.record(
  Object.fromEntries(LANE_CONTROLS.map((control) => [control, points(control)])) as Record<LaneControl, fc.Arbitrary<LanePoint[]>>,
  { requiredKeys: [] },
);
const lanesOf = (given: Partial<Record<LaneControl, LanePoint[]>>): Record<string, Lane> =>
  Object.assign({}, ...Object.entries(given).map(([control, list]) => lane({ kind: "strip", strip: "a", control: control as LaneControl }, list))) as Record<string, Lane>;

/** What a lane says at a frame, from the words of its description: a step is walked in a straight line. */
function naiveValue(list: readonly LanePoint[] | undefined, frame: number, neutral: number): number {
  if (!list) return neutral;
  const at = (f: number) => laneValue(list, seconds(f))!;
  for (const [i, point] of list.entries()) {
    const step = Math.round(point.seconds * SAMPLE_RATE);
    const before = list[i - 1];
    if (!before?.hold || before.value === point.value || frame < step || frame >= step + RAMP_FRAMES) continue;
    return before.value + ((at(step + RAMP_FRAMES) - before.value) * (frame - step)) / RAMP_FRAMES;
  }
  return at(frame);
}

const amplitude = (db: number) => (db <= -100 ? 0 : 10 ** (db / 20));
const balance = (pan: number) => (pan >= 0 ? 1 : Math.cos((pan * Math.PI) / 2));

/** The channel's sound by the naive mixer of the design's words: gains go straight between the places where lanes are read. */
function naive(given: Partial<Record<LaneControl, LanePoint[]>>, frame: number, dual: boolean): [number, number] {
  const value = (control: LaneControl, f: number, neutral: number) => naiveValue(given[control], f, neutral);
  const marks = (controls: LaneControl[]) =>
    controls.flatMap((control) => (given[control] ?? []).flatMap(({ seconds: at, value: now }, i, list) => {
      const frameOfPoint = Math.round(at * SAMPLE_RATE);
      return list[i - 1]?.hold && list[i - 1]?.value !== now ? [frameOfPoint, frameOfPoint + RAMP_FRAMES] : [frameOfPoint];
    }));
  const straight = (controls: LaneControl[], of: (f: number) => number[]) => {
    const grid = Math.floor(frame / LANE_GRID) * LANE_GRID;
    const known = [grid, grid + LANE_GRID, ...marks(controls)];
    const from = Math.max(...known.filter((f) => f <= frame));
    const to = Math.min(...known.filter((f) => f > frame));
    const [a, b] = [of(from), of(to)];
    return a.map((x, i) => x + ((b[i]! - x) * (frame - from)) / (to - from));
  };
  const trim = (f: number) => amplitude(value("trimDb", f, 0));
  const input = straight(["trimDb", "invertLeft", "invertRight", "swap"], (f) => {
    const [left, right, swap] = [trim(f) * (1 - 2 * value("invertLeft", f, 0)), trim(f) * (1 - 2 * value("invertRight", f, 0)), value("swap", f, 0)];
    return [left * (1 - swap), right * swap, left * swap, right * (1 - swap)];
  });
  const fader = straight(["faderDb", "pan", "panLeft", "panRight", "width", "mute"], (f) => {
    const gain = amplitude(value("faderDb", f, 0)) * (1 - value("mute", f, 0));
    const [width, pan] = [value("width", f, 1), value("pan", f, 0)];
    const [near, far] = [((1 + width) / 2) * gain, ((1 - width) / 2) * gain];
    if (!dual) return [near * balance(-pan), far * balance(-pan), far * balance(pan), near * balance(pan)];
    const [l, r] = [value("panLeft", f, -1), value("panRight", f, 1)];
    return [
      near * balance(-l) + far * balance(-r), far * balance(-l) + near * balance(-r),
      near * balance(l) + far * balance(r), far * balance(l) + near * balance(r),
    ];
  });
  return through(fader, through(input, [song.left[frame]!, song.right[frame]!]));
}

/** Two sides through gains from left and right to left, then to right. */
function through([a, b, c, d]: readonly number[], [l, r]: readonly [number, number]): [number, number] {
  return [a! * l + b! * r, c! * l + d! * r];
}

describe("lanes of strips", () => {
  it("give what a naive mixer gives, whatever latency is before and after, to 1e-6", () => {
    fc.assert(
      fc.property(stripLanes, fc.constantFrom([], [0], [300]), fc.constantFrom("inline" as const, "isolated" as const), fc.boolean(), (given, latencies, hosting, dual) => {
        const session = laneSession(latencies, lanesOf(given));
        Object.assign(session.strips["a"]!, { panMode: dual ? "dual" : "balance" });
        const harness = new LaneHarness(session, hosting, song, 0);
        const [left, right] = harness.render(FRAMES);
        for (let i = 0; i < FRAMES; i += 7) {
          const [l, r] = naive(given, i, dual);
          const error = Math.max(Math.abs(left[i]! - l), Math.abs(right[i]! - r));
          // Of gains up to 12 + 12 dB.
          if (!(error < 1e-6 * 16)) expect.fail(`frame ${i} is off by ${error}`);
        }
      }),
      { numRuns: 30 },
    );
  });

  it("give the same samples wherever in a quantum the song begins, and whatever was before", () => {
    fc.assert(
      fc.property(stripLanes, fc.integer({ min: 0, max: 400 }), (given, late) => {
        const session = laneSession([], lanesOf(given));
        const begun = new LaneHarness(session, "inline", song, 0).render(FRAMES);
        const harness = new LaneHarness(session, "inline", song);
        harness.transport.push(late, TransportTarget.play, 0, 0);
        expect(differences(harness.render(late + FRAMES).map((side) => side.slice(late)), begun)).toBe(0);
      }),
      { numRuns: 30 },
    );
  });

  it("come back after a move in the song without a step, and are what they are from the start", () => {
    const given = { faderDb: [{ seconds: 0, value: -60, curve: 0 }, { seconds: seconds(4000), value: 0, curve: 0.5 }] };
    const ones = { left: new Float32Array(100_000).fill(0.5), right: new Float32Array(100_000).fill(0.5) };
    const session = laneSession([], lanesOf(given));
    const whole = new LaneHarness(session, "inline", ones, 0).render(8000)[0];
    const harness = new LaneHarness(session, "inline", ones, 0);
    harness.transport.push(3000, TransportTarget.seek, 500, 0);
    const [moved] = harness.render(6000);
    expect(moved.slice(3000 + RAMP_FRAMES + LANE_GRID, 6000)).toEqual(whole.slice(500 + RAMP_FRAMES + LANE_GRID, 3500));
    const steps = moved.slice(1).map((x, i) => Math.abs(x - moved[i]!));
    // Two stretches fade into each other over 256 frames at 0.5.
    expect(Math.max(...steps)).toBeLessThan(0.5 / 256);
  });

  it("a hand that holds the control is heard, and the lane again when it lets go", () => {
    const session = laneSession([], lanesOf({ faderDb: [{ seconds: 0, value: -20, curve: 0 }, { seconds: 1, value: -20, curve: 0 }] }), { faderDb: -6 });
    const ones = { left: new Float32Array(100_000).fill(0.5), right: new Float32Array(100_000).fill(0.5) };
    const harness = new LaneHarness(session, "inline", ones, 0);
    const level = () => harness.render(1280)[0].at(-1)! / 0.5;
    expect(level()).toBeCloseTo(0.1, 6);
    harness.tables.set("a", "faderDb", 0);
    expect(level()).toBeCloseTo(0.1, 6);
    harness.tables.hold("a", "faderDb", true);
    expect(level()).toBeCloseTo(1, 6);
    harness.tables.set("a", "faderDb", -6);
    expect(level()).toBeCloseTo(10 ** (-6 / 20), 6);
    harness.tables.hold("a", "faderDb", false);
    expect(level()).toBeCloseTo(0.1, 6);
  });

  it("a lane that is manual, or has no points, moves nothing", () => {
    const target = { kind: "strip", strip: "a", control: "faderDb" } as const;
    for (const lanes of [lane(target, [{ value: -60 }], "manual"), lane(target, [])]) {
      expect(new LaneHarness(laneSession([], lanes), "inline", song, 0).render(1000)[0]).toEqual(song.left.slice(0, 1000));
    }
  });

  it("a lane on the mute is the mute, whatever the session says of it", () => {
    const lanes = lanesOf({ mute: [{ seconds: 0, value: 0, curve: 0, hold: true }, { seconds: seconds(1000), value: 1, curve: 0, hold: true }] });
    const [left] = new LaneHarness(laneSession([], lanes, { mute: true }), "inline", song, 0).render(3000);
    expect(left.slice(0, 1000)).toEqual(song.left.slice(0, 1000));
    expect(left.slice(1000 + RAMP_FRAMES).every((x) => x === 0)).toBe(true);
  });
});

const parameter = (id: string, insert = "0") => ({ kind: "parameter", insert, parameter: id }) as const;
const insertTarget = (control: "bypass" | "mix") => ({ kind: "insert", insert: "0", control }) as const;
const numbers = (least: number, most: number) =>
  fc.array(fc.record({ seconds: fc.integer({ min: 0, max: FRAMES }).map(seconds), value: fc.double({ min: least, max: most, noNaN: true }), curve: fc.constantFrom(0, 0.4, -1), hold: fc.boolean() }), { minLength: 1, maxLength: 6 })
    .map((list) => list.sort((a, b) => a.seconds - b.seconds));
const insertLanes = fc
  .tuple(numbers(-60, 12), numbers(20, 20_000), numbers(0, 1.4), numbers(0, 1), numbers(0, 1), numbers(-30, 12))
  .map(([gain, tone, sign, mix, bypass, second]) => ({
    ...lane(parameter("gain"), gain), ...lane(parameter("tone"), tone), ...lane(parameter("sign"), sign), ...lane(insertTarget("mix"), mix),
    ...lane(insertTarget("bypass"), bypass), ...lane(parameter("gain", "1"), second),
  }));
/** Plays, loops, moves, stops and goes on. */
const commands = fc.array(
  fc.tuple(fc.integer({ min: 0, max: FRAMES }), fc.constantFrom(TransportTarget.play, TransportTarget.seek, TransportTarget.pause, TransportTarget.loopEnd), fc.integer({ min: 0, max: FRAMES })),
  { maxLength: 5 },
).map((list) => list.sort((a, b) => a[0] - b[0]));

describe("lanes of inserts", () => {
  it("give the same samples inline, isolated and in the blocks of a bounce, through loops, moves and stops, bit for bit", () => {
    fc.assert(
      fc.property(insertLanes, stripLanes, commands, fc.constantFrom([0, 0], [64, 300], [128, 0]), (lanes, strips, moves, latencies) => {
        const session = laneSession(latencies, { ...lanes, ...lanesOf(strips) });
        const run = (hosting: LaneHosting) => {
          const harness = new LaneHarness(session, hosting, song, 0);
          for (const [frame, target, value] of moves) harness.transport.push(frame, target, value, 0);
          return harness.render(2 * FRAMES);
        };
        const inline = run("inline");
        expect(differences(run("isolated"), inline)).toBe(0);
        expect(differences(run("bounced"), inline)).toBe(0);
      }),
      { numRuns: 30 },
    );
  });

  it("leave all wet in the middle of a bounce's block as they do live", () => {
    const dips = lane(insertTarget("mix"), [{ value: 1, hold: true }, { seconds: seconds(1500), value: 0.25, hold: true }]);
    const [bounced, live] = (["bounced", "inline"] as const).map((hosting) => new LaneHarness(laneSession([0], { ...dips, ...lane(parameter("gain"), [{ value: -20 }]) }), hosting, song, 0).render(FRAMES));
    expect(differences(bounced!, live!)).toBe(0);
  });

  it("give the same samples wherever in a quantum the song begins", () => {
    fc.assert(
      fc.property(insertLanes, fc.nat(400), fc.nat(3000), (lanes, late, from) => {
        const session = laneSession([64, 0], lanes);
        const begun = new LaneHarness(session, "isolated", song, from).render(FRAMES);
        const harness = new LaneHarness(session, "inline", song);
        harness.transport.push(0, TransportTarget.seek, from, 0);
        // What moved while it stood is at rest by then.
        const wait = 4096 + late;
        harness.transport.push(wait, TransportTarget.play, -1, 0);
        expect(differences(harness.render(wait + FRAMES).map((side) => side.slice(wait)), begun)).toBe(0);
      }),
      { numRuns: 30 },
    );
  });

  it("follow the lane on the parameter's travel, to a thousandth", () => {
    const ones = { left: new Float32Array(100_000).fill(0.01), right: new Float32Array(100_000).fill(0.01) };
    const sweep = [{ seconds: 0, value: 100 }, { seconds: seconds(4000), value: 1600 }];
    const [left] = new LaneHarness(laneSession([0], lane(parameter("tone"), sweep)), "inline", ones, 0).render(FRAMES);
    for (let i = 0; i < 4000; i += 50) expect(left[i]! / (0.01 * (100 / 1000) * 16 ** ((i + 1) / 4000))).toBeCloseTo(1, 3);
    expect(left[4500]).toBeCloseTo(0.016, 6);
  });

  it("a processor is made with what its lanes say where the song stands", () => {
    const points = [{ seconds: 0, value: -20 }, { seconds: seconds(1000), value: -40 }];
    const session = laneSession([0], lane(parameter("gain"), points));
    const lanes = planInsertLanes(session, "0", movedPlugin(0).params, SAMPLE_RATE, () => undefined);
    let seen = 0;
    const plugin = { ...movedPlugin(0), processor: ({ params }: { params: { gain: { value: number } } }) => ((seen = params.gain.value), { process: () => undefined }) };
    new InsertRunner(plugin as never, allocateInsertMemory({}, false), { params: [0, 1000, 0], bypass: false, mix: 1, fadeIn: false, sampleRate: SAMPLE_RATE, offline: false, lanes, songFrame: 500 });
    expect(seen).toBeCloseTo(-30, 9);
  });

  it("steps come on their frame; numbers take their smoothing, choices none", () => {
    const ones = { left: new Float32Array(100_000).fill(0.5), right: new Float32Array(100_000).fill(0.5) };
    const held = (target: ReturnType<typeof parameter>, from: number, to: number) => lane(target, [{ value: from, hold: true }, { seconds: seconds(1001), value: to, hold: true }]);
    const [signs] = new LaneHarness(laneSession([0], held(parameter("sign"), 0, 1)), "inline", ones, 0).render(2000);
    expect([signs[1000], signs[1001]]).toEqual([0.5, -0.5]);
    const [gains] = new LaneHarness(laneSession([0], held(parameter("gain"), 0, -20)), "inline", ones, 0).render(2000);
    expect(gains[1000]).toBe(0.5);
    // 5 ms are 240 frames.
    expect(gains[1001 + 240]).toBeCloseTo(0.05, 6);
    expect(gains[1001 + 120]).toBeCloseTo(0.5 * 10 ** (-10 / 20), 2);
  });

  it("a hand that holds a parameter is heard, and the lane again when it lets go; without a lane, what was set", () => {
    const ones = { left: new Float32Array(100_000).fill(0.5), right: new Float32Array(100_000).fill(0.5) };
    const harness = new LaneHarness(laneSession([0], lane(parameter("gain"), [{ value: -20 }])), "inline", ones, 0);
    const level = () => Math.round((harness.render(1280)[0].at(-1)! / 0.5) * 1e5) / 1e5;
    const events = harness.events.get("0")!;
    expect(level()).toBe(0.1);
    events.push(0, 0, -40, -1);
    expect(level()).toBe(0.1);
    events.push(0, holdTarget(0), 1, 0);
    events.push(0, 0, 0, -1);
    expect(level()).toBe(1);
    events.push(0, holdTarget(0), 0, 0);
    expect(level()).toBe(0.1);
    harness.runners.get("0")!.setLanes([]);
    expect(level()).toBe(1);
  });
});

it("lanes that come to an insert while it plays take its parameters over without a step", () => {
  const ones = { left: new Float32Array(100_000).fill(0.5), right: new Float32Array(100_000).fill(0.5) };
  const automated = laneSession([0], lane(parameter("gain"), [{ value: -20 }]));
  const harness = new LaneHarness({ ...automated, lanes: {} }, "inline", ones, 0);
  expect(harness.render(1280)[0].at(-1)).toBe(0.5);
  harness.runners.get("0")!.setLanes(planInsertLanes(automated, "0", movedPlugin(0).params, SAMPLE_RATE, () => undefined));
  const [heard] = harness.render(1280);
  const steps = heard.map((now, i) => Math.abs(now - (heard[i - 1] ?? 0.5)));
  expect(heard.at(-1)).toBeCloseTo(0.05, 6);
  expect(Math.max(...steps)).toBeLessThan(0.01);
});

it("CONTROLS fit into the bits of a row", () => {
  expect(CONTROLS.length).toBeLessThanOrEqual(31);
});
