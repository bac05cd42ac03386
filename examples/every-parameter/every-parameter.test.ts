import { formatParameter, fromTravel, parseParameter, type ParameterSpec } from "@headroom/sdk";
import { frequencyResponse, noise, processAllocations, renderOffline } from "@headroom/sdk/testing";
import { addAudioMatchers } from "@headroom/sdk/vitest";
import { expect, it } from "vitest";
import strip from "./index.js";

addAudioMatchers(expect);
const input = [noise(4800, { seed: 1, levelDbfs: -12 }), noise(4800, { seed: 2, levelDbfs: -12 })];
const specs: [string, ParameterSpec][] = Object.entries(strip.params);

it("has every kind, unit of time and place, and flag", () => {
  expect([...new Set(specs.map(([, { kind }]) => kind))].sort()).toEqual(["choice", "decibels", "float", "integer", "toggle"]);
  expect([...new Set(specs.flatMap(([, spec]) => ("unit" in spec ? [spec.unit] : [])))].sort()).toEqual(["", "%", "Hz", "dB", "ms"]);
  expect(specs.filter(([, spec]) => spec.hidden).map(([id]) => id)).toEqual(["difference"]);
  expect(specs.filter(([, spec]) => spec.automatable === false).map(([id]) => id)).toEqual(["bits", "delay", "difference"]);
});

it.each(specs)("%s is read back from its text", (_, spec) => {
  for (const travel of [0, 0.25, 0.5, 1]) {
    const text = formatParameter(spec, fromTravel(spec, travel));
    expect(formatParameter(spec, parseParameter(spec, text)!)).toBe(text);
  }
});

it.each(["6", "12"] as const)("cuts the lows by %s dB an octave, and nothing else at its defaults", (slope) => {
  const [[low, lower, high] = []] = frequencyResponse(strip, [100, 50, 5000], { params: { slope, lowCut: 1000 } });
  expect(low!.db - lower!.db).toBeCloseTo(Number(slope), 0);
  expect(frequencyResponse(strip, [1000], { params: { slope } })[0]![0]!.db).toBeCloseTo(0, 1);
  expect(high!.db).toBeGreaterThan(-2);
});

it("delays, inverts, and narrows to the middle", () => {
  const plain = renderOffline(strip, { input }).output;
  expect(renderOffline(strip, { input, params: { delay: 1 } }).output).toNull(plain, { delayFrames: 48 });
  expect(renderOffline(strip, { input, params: { invert: true } }).output).toNull(plain.map((channel) => channel.map((x) => -x)));
  const { output } = renderOffline(strip, { input, params: { width: 0 } });
  expect([output[0]!]).toNull([output[1]!]);
});

it("is the input, to the bit, while it is bypassed", () => {
  expect(renderOffline(strip, { input, params: { off: true, gain: -12, lowCut: 500 } }).output).toNull(input);
});

it("gives the same samples whatever the blocks, while all moves", () => {
  const events = [{ frame: 100, values: { gain: -12, balance: 1, width: 150, lowCut: 700, slope: "12", bits: 8, delay: 5, invert: true } as const }];
  const render = (blockSize: number) => renderOffline(strip, { input, events, blockSize }).output;
  expect(render(29)).toNull(render(512));
});

it("allocates nothing while it plays", () => {
  expect(processAllocations(strip, { moving: true })).toEqual([]);
});
