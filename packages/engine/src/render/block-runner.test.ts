import { decibels, definePlugin, toggle } from "@headroom/sdk";
import fc from "fast-check";
import { expect, it } from "vitest";
import { Stage } from "../realtime/stage.js";
import { EventQueue } from "../shared/event-queue.js";
import { allocateInsertMemory, insertLayout, InsertTarget } from "../shared/insert-memory.js";
import { QUANTUM } from "../shared/quantum.js";
import { allocateRing } from "../shared/ring.js";
import { InsertRunner, type InsertStart } from "./insert-runner.js";
import { QuantumRing } from "./quantum-ring.js";
import { settledLatency } from "./settled-latency.js";

const RATE = 48_000;
const QUANTA = 64;
const BLOCK = 1024;

/** A leaky sum behind a delay: state, latency and a tail, and the position of the stream in its sound. */
const leaky = (latency: number) =>
  definePlugin({
    id: `test.leaky${latency}`, name: "Leaky", vendor: "Headroom tests", version: "1.0.0", features: ["utility"],
    io: { main: ["stereo"], sidechain: ["stereo"] },
    params: { gain: decibels({ min: -60, max: 12, default: 0, smoothMs: 5 }) },
    processor: () => {
      const sums = [0, 0];
      const line = [new Float32Array(512), new Float32Array(512)];
      let at = 0;
      return {
        latency, tail: 0.004,
        process({ input, output, sidechain, params, frames, position }) {
          const { gains } = params.gain;
          for (let i = 0; i < frames; i++, at = (at + 1) & 511) {
            for (const [c, to] of output.entries()) {
              const sum = (sums[c] = (sums[c] ?? 0) * 0.9 + (input[c]?.[i] ?? 0) + 0.25 * (sidechain[c]?.[i] ?? 0) * ((position + i) % 2));
              line[c]![at] = sum * (gains[i] ?? 1);
              to[i] = line[c]![(at - latency) & 511]!;
            }
          }
        },
      };
    },
  });

const start: InsertStart = { params: [-3], bypass: false, mix: 1, fadeIn: false, sampleRate: RATE, offline: true };
const event = fc.record({
  frame: fc.integer({ min: 0, max: QUANTA * QUANTUM }),
  target: fc.constantFrom<number>(0, 0, 0, InsertTarget.bypass, InsertTarget.mix),
  value: fc.constantFrom(0, 1, 0.5, -6),
});

/** Sound with rests, so that the insert falls asleep and wakes. */
function sound(rests: readonly boolean[], seed: number): readonly Float32Array[] {
  return [0, 1].map((c) => Float32Array.from({ length: QUANTA * QUANTUM }, (_, i) => (rests[Math.floor(i / (4 * QUANTUM))] ? 0 : Math.sin((i + seed + c) ** 2))));
}

/** Sends a stream through a worker's stage as a segment does. */
function through(latency: number, blockFrames: number, input: readonly Float32Array[], side: readonly Float32Array[], events: readonly { frame: number; target: number; value: number }[]): readonly Float32Array[] {
  const memory = allocateInsertMemory({}, false);
  const queue = new EventQueue(memory, insertLayout({}).events);
  for (const { frame, target, value } of events) queue.push(frame, target, value, -1);
  const stage = new Stage(new InsertRunner(leaky(latency), memory, blockFrames === QUANTUM ? start : { ...start, blockFrames }));
  const [head, tail, key] = Array.from({ length: 3 }, () => allocateRing((4 * QUANTA * QUANTUM) / blockFrames, false, blockFrames));
  stage.wire({ input: head!, output: tail!, sidechain: key!, at: 0 });
  const [to, from, heard] = [head!, tail!, key!].map((ring) => new QuantumRing(ring));
  const output = [new Float32Array(QUANTA * QUANTUM), new Float32Array(QUANTA * QUANTUM)];
  for (let quantum = 0; quantum < QUANTA; quantum++) {
    for (const [ring, audio] of [[heard!, side], [to!, input]] as const) {
      ring.open(quantum);
      audio.forEach((channel, c) => ring.view(quantum)[c]!.set(channel.subarray(quantum * QUANTUM, (quantum + 1) * QUANTUM)));
      ring.publish(quantum);
    }
    stage.process(64);
  }
  for (let quantum = 0; quantum < QUANTA; quantum++) {
    expect(from!.has(quantum)).toBe(true);
    output.forEach((channel, c) => channel.set(from!.view(quantum)[c]!, quantum * QUANTUM));
  }
  return output;
}

it("gives the same samples in long blocks as quantum by quantum: events, bypass, mix, sleep, latency, sidechain", () => {
  fc.assert(
    fc.property(fc.constantFrom(0, 64, 300), fc.array(event, { maxLength: 4 }), fc.array(fc.boolean(), { minLength: 16, maxLength: 16 }), fc.array(fc.boolean(), { minLength: 16, maxLength: 16 }), (latency, events, rests, keyRests) => {
      const [input, side] = [sound(rests, 1), sound(keyRests, 7)];
      expect(through(latency, BLOCK, input, side, events)).toEqual(through(latency, QUANTUM, input, side, events));
    }),
    { numRuns: 30 },
  );
});

it("ends at what is no audio, in long blocks too", () => {
  const broken = definePlugin({
    id: "test.broken", name: "Broken", vendor: "Headroom tests", version: "1.0.0", features: ["utility"], params: {},
    processor: () => ({ process({ output, position }) { for (const to of output) to.fill(position >= BLOCK ? NaN : 0.5); } }),
  });
  const runner = new InsertRunner(broken, allocateInsertMemory({}, false), { ...start, params: [], blockFrames: BLOCK });
  const [input, output] = [0, 1].map(() => [new Float32Array(BLOCK).fill(0.5), new Float32Array(BLOCK).fill(0.5)]);
  runner.process(0, input!, output!);
  expect(runner.failed).toBe(false);
  runner.process(1, input!, output!);
  expect(runner.failed).toBe(true);
});

it("finds a latency that follows its parameters only once the processor runs", () => {
  const late = definePlugin({
    id: "test.late", name: "Late", vendor: "Headroom tests", version: "1.0.0", features: ["utility"],
    params: { look: toggle(false) },
    processor: () => {
      const processor = { latency: 0, process({ params, output }: { params: { look: { value: boolean } }; output: readonly Float32Array[] }) { processor.latency = params.look.value ? 240 : 12; for (const to of output) to.fill(0); } };
      return processor;
    },
  });
  expect(settledLatency(late, { ...start, params: [0] })).toBe(12);
  expect(settledLatency(late, { ...start, params: [1] })).toBe(240);
});
