import { definePlugin } from "@headroom/sdk";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { InsertRunner } from "../render/insert-runner.js";
import { allocateInsertMemory } from "../shared/insert-memory.js";
import { allocateRing, Ring } from "../shared/ring.js";
import { allocateWorkerMemory, WorkerWord } from "../shared/worker-memory.js";
import { HostedInserts } from "./hosted-inserts.js";
import { Stage } from "./stage.js";

const CAPACITY = 32;
const START = { params: [], bypass: false, mix: 1, fadeIn: false, sampleRate: 48_000, offline: false };

/** A one-pole filter, so that what comes out depends on all that went in and on the order of the chain. */
function runner(pole: number, does?: () => void): { readonly runner: InsertRunner; readonly memory: ArrayBufferLike } {
  const plugin = definePlugin({
    id: "test.headroom.pole", name: "Pole", vendor: "Headroom tests", version: "1.0.0", features: ["utility"], params: {},
    processor: () => {
      const state = new Float64Array(2);
      return {
        process({ input, output, frames }) {
          does?.();
          for (let c = 0; c < 2; c++) for (let i = 0; i < frames; i++) output[c]![i] = state[c] = input[c]![i]! * (1 - pole) + state[c]! * pole + pole / 100;
        },
      };
    },
  });
  const memory = allocateInsertMemory({}, true);
  return { runner: new InsertRunner(plugin, memory, START), memory };
}

function write(ring: Ring, quantum: number): void {
  ring.open(quantum);
  for (const samples of ring.slot(quantum)) samples.forEach((_, i) => (samples[i] = Math.sin(quantum * 128 + i)));
  ring.publish(quantum);
}

/** Rings through a chain of so many inserts. */
const ringsFor = (inserts: number) => Array.from({ length: inserts + 1 }, () => allocateRing(CAPACITY, true));

describe("HostedInserts", () => {
  it("gives the samples of a chain of workers, in whatever order its inserts have their seats", () => {
    const poles = [0.5, 0.25, 0.75];
    fc.assert(
      fc.property(fc.shuffledSubarray([0, 1, 2], { minLength: 3 }), fc.array(fc.integer({ min: 1, max: 8 }), { minLength: 1, maxLength: 20 }), (order, bursts) => {
        const apart = ringsFor(3);
        const stages = poles.map((pole, i) => {
          const stage = new Stage(runner(pole).runner);
          stage.wire({ input: apart[i]!, output: apart[i + 1]!, at: 0 });
          return stage;
        });
        const together = ringsFor(3);
        const hosted = new HostedInserts(() => 0);
        for (const i of order) {
          const { runner: one, memory } = runner(poles[i]!);
          hosted.add(i + 1, one, memory);
          hosted.wire(i + 1, { input: together[i]!, output: together[i + 1]!, at: 0 });
        }
        let quantum = 0;
        for (const burst of bursts) {
          for (let i = 0; i < burst; i++, quantum++) for (const rings of [apart, together]) write(new Ring(rings[0]!), quantum);
          for (const stage of stages) while (stage.process(16) > 0);
          while (hosted.process(() => expect.unreachable()) > 0);
          const [a, b] = [new Ring(apart[3]!), new Ring(together[3]!)];
          for (let i = quantum - burst; i < quantum; i++) {
            expect([a.has(i), b.has(i)]).toEqual([true, true]);
            expect(b.slot(i)).toEqual(a.slot(i));
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  it("names the seat whose plugin has the thread, and goes on with the others when one fails", () => {
    const words = new Int32Array(allocateWorkerMemory(true));
    const seen: number[] = [];
    const hosted = new HostedInserts(() => 0);
    hosted.words = words;
    const rings = [ringsFor(1), ringsFor(1)];
    const look = () => void seen.push(words[WorkerWord.current]!);
    const bad = runner(0, () => {
      look();
      throw new Error("on purpose");
    });
    hosted.add(1, bad.runner, bad.memory);
    const good = runner(0, look);
    hosted.add(2, good.runner, good.memory);
    rings.forEach(([input, output], i) => {
      hosted.wire(i + 1, { input: input!, output: output!, at: 0 });
    });
    const failed: unknown[] = [];
    for (let quantum = 0; quantum < 3; quantum++) {
      for (const [input] of rings) write(new Ring(input!), quantum);
      hosted.process((seat, error) => failed.push([seat, (error as Error).message]));
    }
    expect(failed).toEqual([[1, "on purpose"]]);
    expect(seen).toEqual([1, 2, 2, 2]);
    expect(words[WorkerWord.current]).toBe(0);
    expect(new Ring(rings[1]![1]!).has(2)).toBe(true);
    hosted.remove(1);
    hosted.remove(2);
    expect(hosted.wired).toBe(false);
  });
});
