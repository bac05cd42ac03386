import { noise, processAllocations, renderOffline, sine } from "@headroom/sdk/testing";
import { addAudioMatchers } from "@headroom/sdk/vitest";
import { expect, it } from "vitest";
import { SPECTRUM_FREQUENCIES } from "./frequencies.js";
import spectrum from "./index.js";

addAudioMatchers(expect);

it("is a wire", () => {
  const input = [noise(4800), noise(4800, { seed: 2 })];
  expect(renderOffline(spectrum, { input, observe: ["spectrum"] }).output).toNull(input);
});

it("shows a tone where it is and as loud as it is, to the window's 1.5 dB", () => {
  const hz = SPECTRUM_FREQUENCIES[120]!;
  const levels = renderOffline(spectrum, { input: [sine(48_000, hz, { levelDbfs: -12 })], observe: ["spectrum"] }).readout("spectrum");
  expect(Math.max(...levels)).toBe(levels[120]);
  expect(Math.abs(levels[120]! + 12)).toBeLessThan(1.5);
  expect(levels[60]).toBeLessThan(-90);
});

it("computes nothing while nobody looks", () => {
  expect(renderOffline(spectrum, { input: [noise(48_000)] }).readout("spectrum").every((db) => db === -Infinity)).toBe(true);
});

it("allocates nothing while it plays", () => {
  expect(processAllocations(spectrum)).toEqual([]);
});
