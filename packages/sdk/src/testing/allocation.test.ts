import { describe, expect, it } from "vitest";
import { decibels } from "../params/statements.js";
import { definePlugin } from "../plugin/define.js";
import type { ProcessContext } from "../plugin/processor.js";
import { allocationsOf, processAllocations } from "./allocation.js";

let kept: unknown;

describe("allocationsOf", () => {
  it.each<[what: string, call: () => void]>([
    ["an object", () => (kept = { kept: 1 })],
    ["a list", () => (kept = [1, 2, 3])],
    ["a closure", () => (kept = () => kept)],
    ["an array of samples", () => (kept = new Float32Array(8))],
    ["a text", () => (kept = `${String(Math.floor(Math.random() * 1e9))}…`)],
    ["what spreads", () => (kept = { ...{ a: kept } })],
  ])("finds %s", (_, call) => {
    const found = allocationsOf(call);
    expect(found.reduce((sum, { perCall }) => sum + perCall, 0)).toBeGreaterThanOrEqual(0.9);
    kept = undefined;
  });

  it("finds what comes in one call of sixteen, and says in which function", () => {
    let calls = 0;
    function makeEnvelope() {
      return { at: calls };
    }
    const found = allocationsOf(() => {
      if (++calls % 16 === 0) kept = makeEnvelope();
    });
    expect(found.some(({ where }) => where === "makeEnvelope" || where === "")).toBe(true);
    expect(found[0]?.perCall).toBeCloseTo(1 / 16, 1);
  });

  it("finds nothing where there is nothing", () => {
    const samples = new Float32Array(128);
    const found = allocationsOf(() => {
      for (let i = 0; i < samples.length; i++) samples[i] = samples[i]! * 0.5 + 0.1;
    });
    expect(found).toEqual([]);
  });
});

describe("processAllocations", () => {
  const params = { gain: decibels({ min: -60, max: 12, default: 0 }) };
  const gain = (extra: (context: ProcessContext<typeof params, Record<never, never>>) => void) =>
    definePlugin({
      id: "test.headroom.allocation",
      name: "Allocation",
      vendor: "Headroom tests",
      version: "1.0.0",
      features: ["utility"],
      params,
      processor: () => ({
        process(context) {
          extra(context);
          const { input, output, frames } = context;
          for (let c = 0; c < output.length; c++) for (let i = 0; i < frames; i++) output[c]![i] = input[c]![i]! * context.params.gain.gains[i]!;
        },
      }),
    });

  it("is nothing for a plugin that keeps the contract, parameters moving as well", () => {
    expect(processAllocations(gain(() => undefined))).toEqual([]);
    expect(processAllocations(gain(() => undefined), { moving: true })).toEqual([]);
  });

  it("finds an array cut from a buffer in every block, and what comes only while a parameter moves", () => {
    expect(processAllocations(gain(({ output, frames }) => (kept = output[0]!.subarray(0, frames)))).length).toBeGreaterThan(0);
    const whileMoving = gain((context) => {
      if (context.params.gain.moving) kept = [context.frames];
    });
    expect(processAllocations(whileMoving)).toEqual([]);
    expect(processAllocations(whileMoving, { moving: true }).length).toBeGreaterThan(0);
  });
});
