import { BiquadCascade, butterworthQ, createSections, MatchedDesigner, SECTION_LENGTH } from "@headroom/dsp";
import type { ValuesOf } from "@headroom/sdk";
import { renderOffline } from "@headroom/sdk/testing";
import { describe, expect, it } from "vitest";
import plugin from "../index.js";
import type { GainTrimParams } from "../params.js";
import { sine } from "./signals-harness.js";

const RATE = 48_000;
const AMPLITUDE = 0.5;
const input = [sine(RATE, RATE, 200, AMPLITUDE), sine(RATE, RATE, 290, AMPLITUDE)];

/** What a signal holds above 5 kHz (48 dB an octave), where its tones have nothing: the highest amplitude, in dB of the tones. */
function clickDb(signal: Float32Array): number {
  const designer = new MatchedDesigner();
  const sections = createSections(4);
  for (let n = 0; n < 4; n++) designer.design("low-cut", 5000, butterworthQ(8, n), 0, RATE, sections, n * SECTION_LENGTH);
  const cascade = new BiquadCascade(4, 1);
  cascade.set(sections, 4);
  const filtered = Float64Array.from(signal);
  cascade.process([filtered], 0, filtered.length);
  // The first tenth of a second holds the filter's own start.
  return 20 * Math.log10(filtered.subarray(RATE / 10).reduce((most, x) => Math.max(most, Math.abs(x)), 0) / AMPLITUDE);
}

type Values = Partial<ValuesOf<GainTrimParams>>;

describe("switching makes no click: above 5 kHz it stays 90 dB below the tones", () => {
  it.each<[string, Values, Values]>([
    ["polarity", {}, { polarityLeft: true, polarityRight: true }],
    ["polarity back", { polarityLeft: true }, { polarityLeft: false }],
    ["swap", {}, { swap: true }],
    ["mono", {}, { mono: true }],
    ["mono of an inverted side", { polarityLeft: true }, { mono: true }],
    ["DC block on", {}, { dcBlock: true }],
    ["DC block off", { dcBlock: true }, { dcBlock: false }],
    ["all of them", {}, { polarityLeft: true, swap: true, mono: true, dcBlock: true }],
  ])("%s", (_, params, values) => {
    // At phases all over the tones' periods.
    for (const frame of [24_000, 24_051, 24_097, 24_133]) {
      const { output } = renderOffline(plugin, { input, params, events: [{ frame, values }] });
      for (const channel of output) expect(clickDb(channel)).toBeLessThan(-90);
    }
  });

  it("a switch that is turned back again and again on its way stays 50 dB below", () => {
    const events = Array.from({ length: 10 }, (_, n) => ({
      frame: 20_000 + n * 300, values: { polarityLeft: n % 2 === 0, dcBlock: n % 2 === 0, swap: n % 4 < 2 },
    }));
    // An offset gives the DC block something that it must not forget halfway.
    const { output } = renderOffline(plugin, { input: input.map((channel) => channel.map((x) => x + 0.2)), events });
    for (const channel of output) expect(clickDb(channel)).toBeLessThan(-50);
  });

  it("a gain of −12 dB, a width of 0 and a full balance stay 60 dB below", () => {
    for (const values of [{ gain: -12 }, { width: 0 }, { pan: 100 }]) {
      const { output } = renderOffline(plugin, { input, events: [{ frame: 24_051, values }] });
      for (const channel of output) expect(clickDb(channel)).toBeLessThan(-60);
    }
  });

  it("a bare step would be found", () => {
    expect(clickDb(input[0]!.map((x, i) => (i < 24_051 ? x : -x)))).toBeGreaterThan(-20);
  });
});

describe("DC block", () => {
  it("takes an offset away with a time constant of 32 ms, whenever it is switched on", () => {
    const offset = [new Float32Array(RATE).fill(0.4)];
    const { output } = renderOffline(plugin, { input: offset, events: [{ frame: 1000, values: { dcBlock: true } }] });
    const at = (seconds: number) => output[0]![1000 + Math.round(seconds * RATE)]!;
    expect(output[0]![999]).toBe(Math.fround(0.4));
    for (const seconds of [0.02, 0.0318, 0.1, 0.2]) expect(at(seconds)).toBeCloseTo(0.4 * Math.exp(-2 * Math.PI * 5 * seconds), 3);
  });

  it("leaves 100 Hz within 0.02 dB, and says how long it rings", () => {
    const tone = [sine(RATE, RATE, 100, 1)];
    const { output } = renderOffline(plugin, { input: tone, params: { dcBlock: true } });
    const peak = output[0]!.subarray(RATE / 2).reduce((most, x) => Math.max(most, Math.abs(x)), 0);
    expect(Math.abs(20 * Math.log10(peak))).toBeLessThan(0.02);
    const impulse = new Float32Array(RATE);
    impulse[0] = 1;
    const { output: [rung], tail } = renderOffline(plugin, { input: [impulse], params: { dcBlock: true } });
    const after = rung!.subarray(Math.round(tail * RATE)).reduce((most, x) => Math.max(most, Math.abs(x)), 0);
    expect(after).toBeLessThan(0.001);
    expect(renderOffline(plugin, { input: [impulse] }).tail).toBe(0);
  });

  it("falls to exact zero after the sound, through no subnormal numbers", () => {
    const burst = new Float32Array(3 * RATE);
    burst.fill(0.9, 0, RATE / 2);
    const { output } = renderOffline(plugin, { input: [burst], params: { dcBlock: true, gain: -20 } });
    expect(output[0]!.subarray(2.5 * RATE).every((x) => x === 0)).toBe(true);
    expect(output[0]!.every((x) => x === 0 || Math.abs(x) > 1.2e-38)).toBe(true);
  });
});
