import { describe, expect, it } from "vitest";
import { allocateInsertMemory } from "../shared/insert-memory.js";
import { QUANTUM } from "../shared/quantum.js";
import { ChainTap, HANDOVER_QUANTA } from "./chain-tap.js";
import { InsertRunner } from "./insert-runner.js";
import { gainPlugin } from "./isolated-harness.js";

const START = { bypass: false, mix: 1, fadeIn: false, sampleRate: 48_000, offline: false };

function tap(...gainsDb: number[]): ChainTap {
  return new ChainTap(gainsDb.map((gain) => ({ runner: new InsertRunner(gainPlugin, allocateInsertMemory({}, true), { ...START, params: [gain] }), heard: undefined })), undefined);
}

const sine = (quantum: number) => Float32Array.from({ length: QUANTUM }, (_, i) => Math.sin((quantum * QUANTUM + i) / 20));

describe("ChainTap", () => {
  it("leaves equal samples as they are", () => {
    const constant = tap(0);
    for (let quantum = 0; quantum < HANDOVER_QUANTA; quantum++) {
      const [left, right] = [sine(quantum), sine(quantum)];
      constant.feed(quantum, left, right);
      expect(constant.fadeTo(quantum, left, right)).toBe(quantum < HANDOVER_QUANTA - 1);
      expect([left, right]).toEqual([sine(quantum), sine(quantum)]);
    }
  });

  it("goes from its own sound to the other on a straight line", () => {
    const silent = tap(-60);
    const frames = HANDOVER_QUANTA * QUANTUM;
    for (let quantum = 0; quantum < HANDOVER_QUANTA; quantum++) {
      const [left, right] = [new Float32Array(QUANTUM).fill(1), new Float32Array(QUANTUM).fill(1)];
      silent.feed(quantum, left, right);
      silent.fadeTo(quantum, left, right);
      for (let i = 0; i < QUANTUM; i++) expect(left[i]).toBeCloseTo(0.001 + (0.999 * (quantum * QUANTUM + i)) / frames, 6);
    }
  });
});
