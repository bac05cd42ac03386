import { bypass, choice, decibels, definePlugin, float, type PluginDefinition } from "@headroom/sdk";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EventQueue } from "../shared/event-queue.js";
import { MeterValue } from "../shared/engine-memory.js";
import { allocateInsertMemory, Fault, insertLayout, insertLevels, InsertLevels, InsertTarget, InsertWord, insertWords } from "../shared/insert-memory.js";
import { QUANTUM } from "../shared/quantum.js";
import { InsertRunner, OutputMissing, type InsertStart } from "./insert-runner.js";
import { RAMP_FRAMES } from "./ramp.js";

const about = { name: "Test", vendor: "Headroom tests", version: "1.0.0", features: ["utility"] } as const;
const LATENCY = 100;
/** Parameters of `testPlugin` by index. */
const [GAIN, ADD, MODE] = [0, 1, 2];

/** A gain, an offset and a polarity, `LATENCY` frames late; offsets from 1000 on make it fail. */
const testPlugin = definePlugin({
  ...about,
  id: "test.headroom.runner",
  params: {
    gain: decibels({ min: -60, max: 12, default: 0, smoothMs: 1 }),
    add: float({ min: 0, max: 5000, default: 0, smoothMs: 0 }),
    mode: choice(["plain", "inverted"], { default: "plain" }),
  },
  processor: () => {
    const line = [0, 1].map(() => new Float32Array(LATENCY));
    let at = 0;
    return {
      latency: LATENCY,
      process({ input, output, params, frames }) {
        const sign = params.mode.value === "inverted" ? -1 : 1;
        if (params.add.value === 1000) throw new Error("a fault on command");
        const poison = params.add.value === 2000 ? Number.NaN : params.add.value === 3000 ? 1e7 : 0;
        for (let i = 0; i < frames; i++) {
          for (let c = 0; c < 2; c++) {
            output[c]![i] = line[c]![at]! * params.gain.gains[i]! * sign + params.add.values[i]! + poison;
            line[c]![at] = input[c]![i]!;
          }
          at = (at + 1) % LATENCY;
        }
      },
    };
  },
});

const START: InsertStart = { params: [0, 0, 0], bypass: false, mix: 1, fadeIn: false, sampleRate: 48_000, offline: false };
const sample = (frame: number) => (frame < 0 ? 0 : Math.fround(0.5 * Math.sin(frame * 0.05)));

interface Event {
  readonly frame: number;
  readonly target: number;
  readonly value: number;
  readonly ramp?: number;
  /** Quantum before which it is queued. */
  readonly queuedAt?: number;
}

function render(plugin: PluginDefinition, events: readonly Event[], quanta: number, start: Partial<InsertStart> = {}) {
  const memory = allocateInsertMemory({}, false);
  const queue = new EventQueue(memory, insertLayout({}).events);
  const runner = new InsertRunner(plugin, memory, { ...START, ...start });
  const output = [new Float32Array(quanta * QUANTUM), new Float32Array(quanta * QUANTUM)];
  for (let quantum = 0; quantum < quanta; quantum++) {
    for (const { frame, target, value, ramp = -1, queuedAt = 0 } of events) if (queuedAt === quantum) queue.push(frame, target, value, ramp);
    const input = [0, 1].map((c) => Float32Array.from({ length: QUANTUM }, (_, i) => sample(quantum * QUANTUM + i) * (c === 0 ? 1 : -1)));
    runner.process(quantum, input, output.map((samples) => samples.subarray(quantum * QUANTUM, (quantum + 1) * QUANTUM)));
  }
  return { left: output[0]!, right: output[1]!, runner, words: insertWords(memory), levels: insertLevels(memory) };
}

const late = (frame: number) => sample(frame - LATENCY);

describe("InsertRunner", () => {
  it("applies events on their frame, at any frame", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 * QUANTUM - 1 }), (frame) => {
        const { left } = render(testPlugin, [{ frame, target: MODE, value: 1 }], 10);
        const wrong = left.findIndex((x, i) => x !== (i < frame ? late(i) : -late(i)) + 0);
        expect(wrong).toBe(-1);
      }),
    );
  });

  it("gives the same samples whenever the events were queued, as long as that was in time", () => {
    const event = fc.record({
      frame: fc.integer({ min: 0, max: 10 * QUANTUM - 1 }),
      target: fc.constantFrom(GAIN, ADD, MODE, InsertTarget.bypass, InsertTarget.mix),
      value: fc.constantFrom(0, 1, 0.25, -6),
      ramp: fc.constantFrom(-1, 0, 1, 300),
      early: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      // Of one target, events on one frame are told apart by who came first: here no two share a frame.
      fc.property(fc.uniqueArray(event, { maxLength: 8, selector: ({ frame }) => frame }), (events) => {
        const atOnce = render(testPlugin, events, 10);
        const staggered = events.map((one) => ({ ...one, queuedAt: Math.floor(one.early * Math.floor(one.frame / QUANTUM)) }));
        expect(render(testPlugin, staggered, 10).left.findIndex((x, i) => !Object.is(x, atOnce.left[i]))).toBe(-1);
      }),
      { numRuns: 50 },
    );
  });

  it("applies what is late or has no frame at the next block's start", () => {
    const { left } = render(testPlugin, [{ frame: 0, target: MODE, value: 1, queuedAt: 5 }], 10);
    expect(left.findIndex((x, i) => x !== (i < 5 * QUANTUM ? late(i) : -late(i)) + 0)).toBe(-1);
  });

  it("ignores parameters that there are not", () => {
    const { left } = render(testPlugin, [{ frame: 10, target: 17, value: 1 }, { frame: 20, target: -9, value: 1 }], 4);
    expect(left.every((x, i) => x === late(i))).toBe(true);
  });

  it("leaves the processor's samples untouched when all wet", () => {
    const { left } = render(testPlugin, [], 10, { params: [-6, 0, 0] });
    const gain = Math.fround(Math.exp((-6 * Math.LN10) / 20));
    expect(left.findIndex((x, i) => x !== Math.fround(late(i) * gain))).toBe(-1);
  });

  it("keeps its latency bypassed and at every mix, and blends to 1e-6", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.boolean(), (mix, bypass) => {
        const { left } = render(testPlugin, [], 8, { params: [0, 0, 1], mix, bypass });
        const wet = bypass ? 0 : mix;
        const errors = [...left].map((x, i) => Math.abs(x - late(i) * (1 - 2 * wet)));
        expect(Math.max(...errors)).toBeLessThan(1e-6);
        if (wet === 0) expect(left.every((x, i) => x === late(i))).toBe(true);
      }),
    );
  });

  it("goes over to bypass on a straight line, from the event's frame on", () => {
    const frame = 777;
    const { left } = render(testPlugin, [{ frame, target: InsertTarget.bypass, value: 1 }], 16, { params: [0, 0, 1] });
    const errors = [...left].map((x, i) => Math.abs(x - late(i) * (1 - 2 * Math.max(0, Math.min(1, 1 - (i - frame + 1) / RAMP_FRAMES)))));
    expect(Math.max(...errors)).toBeLessThan(1e-6);
  });

  it("fades in from dry where it joins a running mix", () => {
    const { left } = render(testPlugin, [], 16, { params: [0, 0, 1], fadeIn: true });
    const after = left.subarray(RAMP_FRAMES);
    expect(after.every((x, i) => x === -late(RAMP_FRAMES + i) + 0)).toBe(true);
    expect(Math.max(...[...left].map((x, i) => Math.abs(x - late(i) * (1 - 2 * Math.min(1, (i + 1) / RAMP_FRAMES)))))).toBeLessThan(1e-6);
  });

  it.each([
    ["throws", 1000, Fault.threw],
    ["gives what is no number", 2000, Fault.notFinite],
    ["is louder than +120 dBFS", 3000, Fault.notFinite],
  ])("is its own dry signal, aligned, once the processor %s", (_, command, fault) => {
    const { left, runner, words } = render(testPlugin, [{ frame: 8 * QUANTUM + 5, target: ADD, value: command, ramp: 0 }], 16);
    expect(left.every((x, i) => x === late(i))).toBe(true);
    expect([runner.failed, words[InsertWord.faults], words[InsertWord.fault]]).toEqual([true, 1, fault]);
    expect(words[InsertWord.progress]).toBe(16);
  });

  it("survives a processor whose latency cannot be read", () => {
    let fail = false;
    const plugin = definePlugin({
      ...about,
      id: "test.headroom.latency",
      params: {},
      processor: () => ({
        get latency(): number {
          if (fail) throw new Error("no latency today");
          return 0;
        },
        process({ input, output }) {
          output.forEach((samples, c) => samples.set(input[c]!));
          fail = true;
        },
      }),
    });
    const { left, runner } = render(plugin, [], 4);
    expect(left.every((x, i) => x === sample(i))).toBe(true);
    expect(runner.failed).toBe(true);
  });

  it("reports latency, progress and peaks", () => {
    const { words, levels } = render(testPlugin, [], 20, { params: [6, 0, 0] });
    expect([words[InsertWord.latency], words[InsertWord.progress], words[InsertWord.faults]]).toEqual([LATENCY, 20, 0]);
    const [input, output] = [InsertLevels.input, InsertLevels.output].map((at) => ({ peak: levels[at + MeterValue.peak]!, rms: levels[at + MeterValue.rms]!, clips: levels[at + MeterValue.clips]! }));
    expect(input!.peak).toBeGreaterThan(0.45);
    for (const value of ["peak", "rms"] as const) expect(output![value] / input![value]).toBeCloseTo(10 ** (6 / 20), 1);
    expect(input!.clips).toBe(0);
  });

  it("a latency that depends on a parameter is known before the first block, and told again when the parameter moves", () => {
    const plugin = definePlugin({
      ...about,
      id: "test.headroom.qualities",
      params: { quality: choice(["quick", "good"], { default: "quick" }) },
      processor: ({ params }) => ({
        get latency() {
          return params.quality.value === "good" ? 77 : 0;
        },
        process({ input, output }) {
          output.forEach((channel, c) => channel.set(input[c]!));
        },
      }),
    });
    const memory = allocateInsertMemory({}, false);
    const queue = new EventQueue(memory, insertLayout({}).events);
    const latency = () => insertWords(memory)[InsertWord.latency];
    const runner = new InsertRunner(plugin, memory, { ...START, params: [1] });
    expect(latency()).toBe(77);
    queue.push(0, 0, 0, -1);
    const planar = () => [new Float32Array(QUANTUM), new Float32Array(QUANTUM)];
    runner.process(0, planar(), planar());
    expect(latency()).toBe(0);
  });
});

describe("a plugin's own bypass", () => {
  /** Inverts, and when bypassed plays half of its input, so that it is seen who bypassed. */
  const own = definePlugin({
    ...about,
    id: "test.headroom.own-bypass",
    params: { off: bypass() },
    processor: () => ({
      process({ input, output, params, frames }) {
        for (let c = 0; c < 2; c++) for (let i = 0; i < frames; i++) output[c]![i] = input[c]![i]! * (params.off.value ? 0.5 : -1);
      },
    }),
  });
  const start = { params: [0] };

  it("is set by the host's, on its frame, and the host does not crossfade", () => {
    const { left } = render(own, [{ frame: 300, target: InsertTarget.bypass, value: 1 }], 6, start);
    expect(left.findIndex((x, i) => x !== sample(i) * (i < 300 ? -1 : 0.5) + 0)).toBe(-1);
    expect(render(own, [], 1, { ...start, bypass: true }).left[50]).toBe(sample(50) * 0.5);
  });

  it("leaves the fade to dry to the host where the chain changes", () => {
    const { left } = render(own, [{ frame: 0, target: InsertTarget.away, value: 1 }], 12, start);
    expect(left[RAMP_FRAMES + QUANTUM]).toBe(sample(RAMP_FRAMES + QUANTUM));
  });
});

describe("what a processor says to people", () => {
  it("is told from anywhere but process", () => {
    const said: string[] = [];
    const talker = definePlugin({
      ...about,
      id: "test.headroom.talker",
      params: {},
      processor: ({ log }) => {
        log("info", "made");
        return {
          process: () => log("error", "in process"),
          save: () => ({}),
          restore: () => log("warning", "restored"),
        };
      },
    });
    const runner = new InsertRunner(talker, allocateInsertMemory({}, false), { ...START, params: [], state: { version: 1, data: "{}" } }, (level, text) => void said.push(`${level}: ${text}`));
    const audio = () => [new Float32Array(QUANTUM), new Float32Array(QUANTUM)];
    runner.process(0, audio(), audio());
    expect(said).toEqual(["info: made", "warning: restored"]);
  });
});

describe("a sidechain", () => {
  const keyed = (layouts: readonly ("mono" | "stereo")[]) =>
    definePlugin({
      ...about,
      id: "test.headroom.keyed",
      io: { main: ["stereo"], sidechain: layouts },
      params: { gain: decibels({ min: -60, max: 12, default: 0 }) },
      processor: ({ sidechainChannels }) => ({
        process({ output, sidechain, frames }) {
          expect(sidechain.length).toBe(sidechainChannels);
          for (let c = 0; c < 2; c++) for (let i = 0; i < frames; i++) output[c]![i] = sidechain[Math.min(c, sidechain.length - 1)]?.[i] ?? -1;
        },
      }),
    });
  const heard = (layouts: readonly ("mono" | "stereo")[], connected: boolean) => {
    const memory = allocateInsertMemory({}, false);
    const runner = new InsertRunner(keyed(layouts), memory, { ...START, params: [0] });
    // An event in the middle: blocks are parts of a quantum.
    new EventQueue(memory, insertLayout({}).events).push(50, 0, -6, -1);
    const output = [new Float32Array(QUANTUM), new Float32Array(QUANTUM)];
    const key = [Float32Array.from({ length: QUANTUM }, (_, i) => i / QUANTUM), new Float32Array(QUANTUM).fill(0.5)];
    runner.process(0, [new Float32Array(QUANTUM), new Float32Array(QUANTUM)], output, connected ? key : undefined);
    return [0, 1].flatMap((c) => [output[c]![3], output[c]![100]]);
  };

  it("comes in the layout that the plugin takes, silent while nothing is connected, absent where there is no port", () => {
    expect(heard(["mono", "stereo"], true)).toEqual([3 / QUANTUM, 100 / QUANTUM, 0.5, 0.5]);
    const mean = (i: number) => Math.fround((i / QUANTUM + 0.5) / 2);
    expect(heard(["mono"], true)).toEqual([mean(3), mean(100), mean(3), mean(100)]);
    expect(heard(["stereo"], false)).toEqual([0, 0, 0, 0]);
    expect(heard([], true)).toEqual([-1, -1, -1, -1]);
  });
});

describe("ports", () => {
  it("give a plugin that takes mono alone the middle of both sides, and its output to both", () => {
    const mono = definePlugin({
      ...about,
      id: "test.headroom.mono",
      io: { main: ["mono"] },
      params: { gain: decibels({ min: -60, max: 12, default: 0 }) },
      processor: ({ channels }) => ({
        process({ input, output, frames }) {
          expect([channels, input.length, output.length]).toEqual([1, 1, 1]);
          for (let i = 0; i < frames; i++) output[0]![i] = 2 * input[0]![i]!;
        },
      }),
    });
    const memory = allocateInsertMemory({}, false);
    const runner = new InsertRunner(mono, memory, { ...START, params: [0] });
    new EventQueue(memory, insertLayout({}).events).push(50, 0, -6, -1);
    const input = [Float32Array.from({ length: QUANTUM }, (_, i) => i / QUANTUM), new Float32Array(QUANTUM).fill(0.25)];
    const output = [new Float32Array(QUANTUM), new Float32Array(QUANTUM)];
    runner.process(0, input, output);
    const sum = input[0]!.map((x) => x + 0.25);
    expect(output).toEqual([sum, sum]);
  });
});

describe("arrays of another length", () => {
  it.each([
    ["taken away", (output: Float32Array[]) => structuredClone(output[0], { transfer: [output[0]!.buffer as ArrayBuffer] })],
    ["exchanged", (output: Float32Array[]) => (output[1] = new Float32Array(7))],
    ["left out", (output: Float32Array[]) => (output.length = 0)],
  ])("are a fault where they are %s: the dry signal leaves, and nothing of what stood there before", (_, spoil) => {
    const spoiling = definePlugin({
      ...about,
      id: "test.headroom.spoiling",
      params: {},
      processor: () => ({
        process({ output }) {
          spoil(output as Float32Array[]);
        },
      }),
    });
    const runner = new InsertRunner(spoiling, allocateInsertMemory({}, false), { ...START, params: [] });
    const input = [new Float32Array(QUANTUM).fill(0.25), new Float32Array(QUANTUM).fill(0.5)];
    const output = [new Float32Array(QUANTUM).fill(9), new Float32Array(QUANTUM).fill(9)];
    runner.process(0, input, output);
    expect([runner.failed, runner.error instanceof OutputMissing]).toEqual([true, true]);
    expect(output).toEqual(input);
  });
});
