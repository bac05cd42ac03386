import { definePlugin } from "@headroom/sdk";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { InsertRunner } from "../render/insert-runner.js";
import { allocateInsertMemory } from "../shared/insert-memory.js";
import { allocateRing, Ring, type RingMemory } from "../shared/ring.js";
import { Stage } from "./stage.js";

/** Adds a number to every sample, so that the output tells which inserts it went through. */
function stage(add: number): Stage {
  const plugin = definePlugin({
    id: "test.headroom.add",
    name: "Add",
    vendor: "Headroom tests",
    version: "1.0.0",
    features: ["utility"],
    params: {},
    processor: () => ({
      process({ input, output, frames }) {
        for (let c = 0; c < 2; c++) for (let i = 0; i < frames; i++) output[c]![i] = input[c]![i]! + add;
      },
    }),
  });
  return new Stage(new InsertRunner(plugin, allocateInsertMemory({}, true), { params: [], bypass: false, mix: 1, fadeIn: false, sampleRate: 48_000, offline: false }));
}

const CAPACITY = 32;

/** Rings through a chain of stages from quantum `at` on. */
function wire(stages: readonly Stage[], at: number): RingMemory[] {
  const rings = Array.from({ length: stages.length + 1 }, () => allocateRing(CAPACITY, true));
  stages.forEach((one, i) => {
    one.wire({ input: rings[i]!, output: rings[i + 1]!, at });
  });
  return rings;
}

function write(memory: RingMemory, quantum: number): void {
  const ring = new Ring(memory);
  ring.open(quantum);
  for (const samples of ring.slot(quantum)) samples.fill(quantum);
  ring.publish(quantum);
}

describe("Stage", () => {
  it("processes every quantum once, in order, whoever runs when", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 200 }), (turns) => {
        const stages = [stage(0.5), stage(0.25)];
        const rings = wire(stages, 0);
        const tail = new Ring(rings[2]!);
        let written = 0;
        let read = 0;
        for (const turn of turns) {
          // The writer keeps within the ring, as the audio thread's hop does.
          if (turn >= 2 && written - read < CAPACITY / 2) write(rings[0]!, written++);
          if (turn < 2) stages[turn]!.process(4);
          while (tail.has(read)) expect(tail.slot(read)[0]![0]).toBe(read++ + 0.75);
        }
        for (let i = 0; i < CAPACITY; i++) for (const one of stages) one.process(4);
        for (; read < written; read++) expect(tail.slot(read)[0]![0]).toBe(read + 0.75);
        expect(tail.has(written)).toBe(false);
      }),
      { numRuns: 50 },
    );
  });

  it("goes over to other rings at the quantum named, with none lost and none twice, whoever runs when", () => {
    const turns = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 20, maxLength: 200 });
    fc.assert(
      fc.property(turns, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 8 }), (list, lead, rewireAfter) => {
        const [one, two, three] = [stage(0.5), stage(0.25), stage(0.125)];
        let rings = wire([one, two], 0);
        const before = new Ring(rings.at(-1)!);
        let after: Ring | undefined;
        let at = Infinity;
        let written = 0;
        let head = rings[0]!;
        const tick = (turn: number) => {
          if (turn >= 3) {
            if (written === rewireAfter && at === Infinity) {
              // A third insert joins in front: named far enough ahead that every stage knows in time.
              at = written + lead;
              rings = wire([three, one, two], at);
              after = new Ring(rings.at(-1)!);
            }
            if (written === at) head = rings[0]!;
            if (written < rewireAfter + lead + 10) write(head, written++);
          } else [one, two, three][turn]!.process(3);
        };
        list.forEach(tick);
        for (let i = 0; i < 60; i++) [3, 0, 1, 2].forEach(tick);
        for (let quantum = 0; quantum < written; quantum++) {
          const ring = quantum < at ? before : after;
          expect(ring?.has(quantum)).toBe(true);
          expect(ring?.slot(quantum)[0]![0]).toBe(quantum + (quantum < at ? 0.75 : 0.875));
        }
      }),
      { numRuns: 100 },
    );
  });

  it("passes over what was overwritten before it came, and catches up", () => {
    const one = stage(0.5);
    const rings = wire([one], 0);
    for (let quantum = 0; quantum < 3 * CAPACITY; quantum++) write(rings[0]!, quantum);
    while (one.process(16) > 0);
    const tail = new Ring(rings[1]!);
    expect(tail.has(3 * CAPACITY - 1)).toBe(true);
    expect(tail.slot(3 * CAPACITY - 1)[0]![0]).toBe(3 * CAPACITY - 1 + 0.5);
    expect(tail.has(CAPACITY)).toBe(false);
  });

  it("stops at once when it is unwired", () => {
    const one = stage(0.5);
    const rings = wire([one], 0);
    write(rings[0]!, 0);
    one.wire(undefined);
    expect([one.wired, one.process(16)]).toEqual([false, 0]);
  });

  it("comes back to the stream from quanta of the future that its ring promised", () => {
    const one = stage(0.5);
    const rings = wire([one], 10);
    const tail = new Ring(rings[1]!);
    for (let quantum = 10; quantum < 20; quantum++) write(rings[0]!, quantum);
    while (one.process(16) > 0);
    for (let quantum = 500_000; quantum < 500_004; quantum++) write(rings[0]!, quantum);
    while (one.process(16) > 0);
    // What was promised went on to the next one; the stream itself goes on as well, but for what came while it was astray.
    for (let quantum = 20; quantum < 30; quantum++) {
      write(rings[0]!, quantum);
      one.process(16);
    }
    expect(tail.has(500_003)).toBe(true);
    expect([22, 25, 29].map((quantum) => tail.has(quantum) && tail.slot(quantum)[0]![0])).toEqual([22.5, 25.5, 29.5]);
  });
});
