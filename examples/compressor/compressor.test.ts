import { noise, processAllocations, renderOffline, sine } from "@headroom/sdk/testing";
import { addAudioMatchers } from "@headroom/sdk/vitest";
import { describe, expect, it } from "vitest";
import compressor from "./index.js";
import { reductionDb } from "./static-curve.js";

addAudioMatchers(expect);
const steady = (levelDbfs: number) => [new Float32Array(48_000).fill(10 ** (levelDbfs / 20))];
const last = (signal: readonly Float32Array[]) => 20 * Math.log10(Math.abs(signal[0]!.at(-1)!));

describe("the static curve", () => {
  it("is a line above the threshold, and meets it smoothly at both ends of the knee", () => {
    expect(reductionDb(-30, -20, 4, 0)).toBe(0);
    expect(reductionDb(-8, -20, 4, 0)).toBeCloseTo(-9, 12);
    expect(reductionDb(-14, -20, 4, 12)).toBeCloseTo(reductionDb(-14, -20, 4, 0), 12);
    expect(reductionDb(-26, -20, 4, 12)).toBe(0);
    expect(reductionDb(-20, -20, 4, 12)).toBeCloseTo(-1.125, 12);
  });
});

it("brings a steady level to where the curve says, and reads it out", () => {
  const { output, readout } = renderOffline(compressor, { input: steady(-12), params: { threshold: -24, ratio: 4, knee: 0, attack: 10 } });
  expect(last(output)).toBeCloseTo(-21, 3);
  expect(readout("reduction")[0]).toBeCloseTo(-9, 3);
  expect(readout("key")[0]).toBeCloseTo(-12, 4);
});

it("has gone 63 % of the way after its attack", () => {
  const { output } = renderOffline(compressor, { input: steady(0), params: { threshold: -20, ratio: 20, knee: 0, attack: 10 } });
  expect(20 * Math.log10(output[0]![479]!)).toBeCloseTo(-19 * (1 - Math.exp(-1)), 1);
});

it("listens to its sidechain, and is a wire while nothing is connected", () => {
  const input = [sine(48_000, 220, { levelDbfs: -6 })];
  const params = { key: "sidechain", threshold: -36, ratio: 4, knee: 0 } as const;
  expect(renderOffline(compressor, { input, params }).output).toNull(input);
  const { readout } = renderOffline(compressor, { input, params, sidechain: steady(-12) });
  expect(readout("reduction")[0]).toBeCloseTo(-18, 3);
});

it("goes over to bypass smoothly and is then a wire", () => {
  const input = steady(-6);
  const { output } = renderOffline(compressor, { input, events: [{ frame: 24_000, values: { off: true } }] });
  const [channel] = output;
  const steps = channel!.slice(20_000).map((x, i) => Math.abs(x - channel![20_000 + i - 1]!));
  expect(Math.max(...steps)).toBeLessThan(0.002);
  expect([output[0]!.subarray(26_000)]).toNull([input[0]!.subarray(26_000)]);
});

it("allocates nothing while it plays", () => {
  expect(processAllocations(compressor, { moving: true })).toEqual([]);
});

it("gives the same samples whatever the blocks, while all moves", () => {
  const events = [{ frame: 100, values: { attack: 1, release: 40, threshold: -40 } }];
  const render = (blockSize: number) => renderOffline(compressor, { input: [noise(4800)], blockSize, events }).output;
  expect(render(31)).toNull(render(1024));
});
