import { renderOffline } from "@headroom/sdk/testing";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import plugin from "../index.js";

const FRAMES = 2500;

function noise(seed: number): Float32Array {
  const out = new Float32Array(FRAMES);
  let s = seed;
  for (let i = 0; i < FRAMES; i++) {
    s = (s * 1664525 + 1013904223) >>> 0;
    out[i] = s / 2 ** 31 - 1;
  }
  return out;
}

const input = [noise(1), noise(2)] as const;
const [left, right] = input;
const map2 = (f: (l: number, r: number) => number) => left.map((l, i) => f(l, right[i] ?? NaN));

describe("Gain Trim", () => {
  it("copies the input bit for bit at its defaults, negative zeros included", () => {
    const quiet = Float32Array.of(-0, 1e-42, 3e38, -1, ...left);
    const { output } = renderOffline(plugin, { input: [quiet, quiet.map((x) => -x)] });
    expect(new Uint32Array(output[0]!.buffer)).toEqual(new Uint32Array(quiet.buffer));
    expect(output[1]).toEqual(quiet.map((x) => -x));
  });

  it("scales by 10^(dB/20), to 1e-6 of the signal", () => {
    const { output } = renderOffline(plugin, { input, params: { gain: -6 } });
    const factor = 10 ** (-6 / 20);
    output[0]!.forEach((y, i) => expect(Math.abs(y - left[i]! * factor)).toBeLessThan(1e-6));
  });

  it.each([
    ["swap", { swap: true }, right, left],
    ["polarityLeft", { polarityLeft: true }, left.map((x) => -x), right],
    ["polarityRight", { polarityRight: true }, left, right.map((x) => -x)],
    ["swap then polarityLeft", { swap: true, polarityLeft: true }, right.map((x) => -x), left],
    ["mono", { mono: true }, map2((l, r) => (l + r) / 2), map2((l, r) => (l + r) / 2)],
    ["width 0", { width: 0 }, map2((l, r) => (l + r) / 2), map2((l, r) => (l + r) / 2)],
    ["width 200", { width: 200 }, map2((l, r) => 1.5 * l - 0.5 * r), map2((l, r) => 1.5 * r - 0.5 * l)],
    ["balance right", { pan: 100 }, left.map(() => 0), right],
    ["balance half left", { pan: -50 }, left, right.map((x) => x / 2)],
  ] as const)("%s", (_, params, wantedLeft, wantedRight) => {
    const { output } = renderOffline(plugin, { input, params });
    output[0]!.forEach((y, i) => expect(Math.abs(y - wantedLeft[i]!)).toBeLessThan(1e-6));
    output[1]!.forEach((y, i) => expect(Math.abs(y - wantedRight[i]!)).toBeLessThan(1e-6));
  });

  it("turns a switch without a step larger than its 5 ms way allows", () => {
    const steady = [new Float32Array(4800).fill(0.5), new Float32Array(4800).fill(0.5)];
    const { output } = renderOffline(plugin, { input: steady, events: [{ frame: 1000, values: { polarityLeft: true } }] });
    const [out] = output;
    let step = 0;
    for (let i = 1; i < 4800; i++) step = Math.max(step, Math.abs(out![i]! - out![i - 1]!));
    expect(out![4799]).toBe(-0.5);
    expect(step).toBeLessThan(1 / 240 + 1e-6);
  });

  it("gives the same samples however the stream is cut", () => {
    const events = [
      { frame: 100, values: { gain: -6.3, pan: 30, swap: true } },
      { frame: 1333, values: { width: 20, mono: true, gain: 2.7 } },
    ];
    const whole = renderOffline(plugin, { input, events, blockSize: 128 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 128 }), (blockSize) => {
        const cut = renderOffline(plugin, { input, events, blockSize });
        expect(cut.output).toEqual(whole.output);
      }),
      { numRuns: 20 },
    );
  });

  it("shows the peaks before and after", () => {
    const full = [new Float32Array(128).fill(0.5), new Float32Array(128).fill(0.25)];
    const { readout } = renderOffline(plugin, { input: full, params: { gain: 6 } });
    expect(readout("input")[0]).toBeCloseTo(-6.02, 2);
    expect(readout("input")[1]).toBeCloseTo(-12.04, 2);
    expect(readout("output")[0]).toBeCloseTo(-0.02, 2);
  });

  it("takes one channel", () => {
    const { output } = renderOffline(plugin, { input: [left], params: { polarityLeft: true, swap: true, pan: 100 } });
    expect(output[0]).toEqual(left.map((x) => -x));
  });
});
