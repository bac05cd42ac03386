import { describe, expect, it } from "vitest";
import { ClockWord } from "../shared/engine-memory.js";
import { QUANTUM } from "../shared/quantum.js";
import { IsolatedHarness } from "./isolated-harness.js";

const AMPLITUDE = 0.5;
const sine = (frame: number) => AMPLITUDE * Math.sin((2 * Math.PI * 110 * frame) / 48_000);
const OWN_STEP = (AMPLITUDE * 2 * Math.PI * 110) / 48_000;
const HALF_DB = 20 * Math.log10(0.5);

function largestStep(samples: Float32Array): number {
  let step = 0;
  for (let i = 1; i < samples.length; i++) step = Math.max(step, Math.abs((samples[i] ?? 0) - (samples[i - 1] ?? 0)));
  return step;
}

function peak(samples: Float32Array): number {
  return samples.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
}

function playing(gainDb: number, hop = 1024): IsolatedHarness {
  const harness = new IsolatedHarness(gainDb, sine);
  harness.plan(hop, 0);
  harness.renderer.playhead.start(0);
  harness.render(400);
  return harness;
}

function dropouts(harness: IsolatedHarness): number {
  return new Int32Array(harness.memory.clock)[ClockWord.dropouts] ?? 0;
}

describe("InsertStage with an isolated segment", () => {
  it("gives the segment's samples, one hop late", () => {
    const harness = new IsolatedHarness(HALF_DB, sine);
    harness.plan(1024, 0);
    harness.render(100);
    harness.renderer.playhead.start(0);
    const output = harness.render(100);
    for (let i = 0; i < 8000; i++) expect(output[i + 1024]).toBe(Math.fround(Math.fround(sine(i)) * Math.fround(Math.exp((HALF_DB * Math.LN10) / 20))));
    expect(dropouts(harness)).toBe(0);
  });

  it("stands in with dry at the segment's level, without a step, when the worker stops", () => {
    const harness = playing(HALF_DB);
    harness.workerRuns = false;
    const output = harness.render(400);
    expect(largestStep(output)).toBeLessThan(OWN_STEP * 0.51);
    expect(peak(output.subarray(QUANTUM * 100))).toBeCloseTo(AMPLITUDE / 2, 3);
    expect(dropouts(harness)).toBeGreaterThan(300);
  });

  it("comes back without a step", () => {
    const harness = playing(HALF_DB);
    harness.workerRuns = false;
    harness.render(100);
    harness.workerRuns = true;
    const output = harness.render(200);
    expect(largestStep(output)).toBeLessThan(OWN_STEP * 0.51);
  });

  it.each([
    [1024, 2048],
    [2048, 1024],
    [4096, 8192],
    [8192, 1024],
  ])("goes over from a hop of %i to one of %i without a step or a dropout", (from, to) => {
    const harness = playing(HALF_DB, from);
    harness.plan(to, harness.renderer.quantum + 24);
    const output = harness.render(400);
    // Two places of the song are crossfaded: at worst their steps add to the fade's own.
    expect(largestStep(output)).toBeLessThan(2 * OWN_STEP);
    expect(dropouts(harness)).toBe(0);
  });

  it("passes nothing that is no audio, and counts it", () => {
    const harness = new IsolatedHarness(HALF_DB, (frame) => (frame > 20_000 && frame < 30_000 ? Number.NaN : sine(frame)));
    harness.plan(1024, 0);
    harness.renderer.playhead.start(0);
    const output = harness.render(300);
    expect(output.every((x) => Number.isFinite(x))).toBe(true);
    expect(peak(output.subarray(35_000))).toBeGreaterThan(0.2);
    expect(new Int32Array(harness.memory.clock)[ClockWord.faults]).toBeGreaterThan(0);
  });
});
