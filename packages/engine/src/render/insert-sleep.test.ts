import { decibels, definePlugin, float, level, ReadoutReader, series, type PluginDefinition } from "@headroom/sdk";
import { renderOffline } from "@headroom/sdk/testing";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EventQueue } from "../shared/event-queue.js";
import { allocateInsertMemory, insertLayout, InsertWord, insertWords } from "../shared/insert-memory.js";
import { QUANTUM } from "../shared/quantum.js";
import { InsertRunner } from "./insert-runner.js";

const SAMPLE_RATE = 48_000;
const ECHO = 1500;
const LATENCY = 37;

let calls = 0;
const about = { name: "Test", vendor: "Headroom tests", version: "1.0.0", features: ["delay"] } as const;

/** An echo after 1500 frames, a one-pole filter, a tremolo by position, a level that falls; 37 frames late. */
const echo = (tail: number | undefined) =>
  definePlugin({
    ...about,
    id: "test.echo",
    params: { gain: decibels({ min: -60, max: 12, default: 0 }), rate: float({ min: 0, max: 10, default: 3, smoothMs: 0 }) },
    readouts: { peak: level("dBFS"), picture: series("dB", 4) },
    processor: ({ channels, sampleRate }) => {
      const lines = Array.from({ length: channels }, () => new Float32Array(ECHO + LATENCY));
      const poles = new Float64Array(channels);
      let at = 0;
      let peak = 0;
      return {
        latency: LATENCY,
        ...(tail === undefined ? {} : { tail }),
        process({ input, output, params, readouts, position, frames }) {
          calls += 1;
          for (let i = 0; i < frames; i++) {
            const tremolo = 1 + 0.5 * Math.sin((2 * Math.PI * params.rate.value * (position + i)) / sampleRate);
            for (let c = 0; c < output.length; c++) {
              const line = lines[c]!;
              const x = line[(at + ECHO) % line.length]! + 0.5 * line[at]!;
              poles[c]! += 0.2 * (x - poles[c]!);
              output[c]![i] = poles[c]! * params.gain.gains[i]! * tremolo;
              line[at] = input[c]![i]!;
              peak = Math.max(peak * 0.999, Math.abs(x));
            }
            at = (at + 1) % (ECHO + LATENCY);
          }
          readouts.peak.set(20 * Math.log10(peak));
        },
      };
    },
  });
const TAIL = (ECHO + 200) / SAMPLE_RATE;

interface Burst {
  readonly from: number;
  readonly frames: number;
}
interface Move {
  readonly frame: number;
  readonly gain: number;
}

function signal(length: number, bursts: readonly Burst[]): Float32Array[] {
  const left = new Float32Array(length);
  for (const { from, frames } of bursts) for (let i = from; i < Math.min(length, from + frames); i++) left[i] = Math.sin(i * 0.3) * 0.5;
  return [left, left.map((x) => -x)];
}

/** Runs as a host does. @returns what came and whether it slept at each quantum. */
function host(plugin: PluginDefinition, input: readonly Float32Array[], moves: readonly Move[] = [], observe = false) {
  const memory = allocateInsertMemory(plugin.readouts, false);
  const layout = insertLayout(plugin.readouts);
  const queue = new EventQueue(memory, layout.events);
  const reader = new ReadoutReader(plugin.readouts, memory, layout.readouts);
  if (observe) reader.observe("picture");
  const runner = new InsertRunner(plugin, memory, { params: [0, 3], bypass: false, mix: 1, fadeIn: false, sampleRate: SAMPLE_RATE, offline: false });
  for (const { frame, gain } of moves) queue.push(frame, 0, gain, -1);
  const length = input[0]?.length ?? 0;
  const output = [new Float32Array(length), new Float32Array(length)];
  const asleep: boolean[] = [];
  for (let at = 0; at < length; at += QUANTUM) {
    const cut = (samples: readonly Float32Array[]) => samples.map((channel) => channel.subarray(at, at + QUANTUM));
    runner.process(at / QUANTUM, cut(input), cut(output));
    asleep.push(insertWords(memory)[InsertWord.asleep] === 1);
  }
  return { output, asleep, peak: reader.read("peak")[0] ?? 0 };
}

const QUANTA = 220;
const FRAMES = QUANTA * QUANTUM;

describe("sleep", () => {
  it("changes no sample, whatever is played and moved", { timeout: 60_000 }, () => {
    const burst = fc.record({ from: fc.nat(FRAMES), frames: fc.integer({ min: 1, max: 600 }) });
    const move = fc.record({ frame: fc.nat(FRAMES - 1), gain: fc.integer({ min: -20, max: 6 }) });
    let slept = 0;
    fc.assert(
      fc.property(fc.array(burst, { maxLength: 3 }), fc.array(move, { maxLength: 2 }), (bursts, unsorted) => {
        const moves = unsorted.toSorted((a, b) => a.frame - b.frame);
        const input = signal(FRAMES, bursts);
        const { output, asleep } = host(echo(TAIL), input, moves);
        slept += asleep.filter(Boolean).length;
        const awake = renderOffline(echo(TAIL), { input, events: moves.map(({ frame, gain }) => ({ frame, values: { gain } })) });
        for (const [c, channel] of output.entries()) {
          const wrong = channel.findIndex((x, i) => x !== awake.output[c]![i]! && Math.abs(awake.output[c]![i]!) >= 2 ** -126);
          if (wrong >= 0) expect.fail(`channel ${c} differs at frame ${wrong}`);
        }
      }),
      { numRuns: 40 },
    );
    expect(slept).toBeGreaterThan(500);
  });

  it("spares the calls, and ends with the first sound or change", () => {
    calls = 0;
    const input = signal(FRAMES, [{ from: 150 * QUANTUM + 5, frames: 1 }]);
    const { asleep } = host(echo(TAIL), input, [{ frame: 100 * QUANTUM + 3, gain: -3 }]);
    expect(asleep[99]).toBe(true);
    expect(asleep[100]).toBe(false);
    expect(asleep[149]).toBe(true);
    expect(asleep[150]).toBe(false);
    expect(calls).toBeLessThan(QUANTA * 0.6);
  });

  it("waits for latency and tail: the echo after a silence is heard", () => {
    const { output, asleep } = host(echo(TAIL), signal(FRAMES, [{ from: 0, frames: 2 }]));
    const until = asleep.indexOf(true) * QUANTUM;
    expect(until).toBeGreaterThan(LATENCY + ECHO);
    expect(Math.max(...output[0]!.subarray(1000, LATENCY + ECHO).map(Math.abs))).toBe(0);
    expect(Math.abs(output[0]![LATENCY + ECHO + 1]!)).toBeGreaterThan(0);
  });

  it.each([["states no tail", undefined], ["states an endless one", Infinity], ["states nonsense", Number.NaN], ["states one below 0", -1]])("never comes where the plugin %s", (_, tail) => {
    expect(host(echo(tail), signal(FRAMES, [])).asleep.some(Boolean)).toBe(false);
  });

  it("never comes while a view looks at a series, and not before the levels stand still", () => {
    expect(host(echo(TAIL), signal(FRAMES, []), [], true).asleep.some(Boolean)).toBe(false);
    const { asleep, peak } = host(echo(0), signal(FRAMES, [{ from: 0, frames: 200 }]));
    expect(asleep.at(-1)).toBe(true);
    expect(peak).toBeLessThan(-120);
  });
});
