import { noise, renderOffline, silence, sine } from "@headroom/sdk/testing";
import { addAudioMatchers } from "@headroom/sdk/vitest";
import { expect, it } from "vitest";
import plugin from "./index.js";

addAudioMatchers(expect);

/** Two seconds: the RMS has settled. */
const FRAMES = 96_000;

it("passes on what it hears", () => {
  const input = [noise(4800), noise(4800, { seed: 2 })];
  expect(renderOffline(plugin, { input }).output).toNull(input);
});

it("reads a sine's peak, and its RMS 3.01 dB below", () => {
  const { readout } = renderOffline(plugin, { input: [sine(FRAMES, 1000, { levelDbfs: -6 }), silence(FRAMES)] });
  expect(readout("peak")[0]).toBeCloseTo(-6, 1);
  expect(readout("rms")[0]).toBeCloseTo(-9.01, 1);
  expect(readout("peak")[1]).toBeCloseTo(-120, 3);
});

it("falls as fast as it is told, and holds the peak", () => {
  const half = FRAMES / 2;
  const input = [sine(FRAMES, 1000).fill(0, half)];
  const { readout } = renderOffline(plugin, { input, params: { fall: 30 } });
  expect(readout("peak")[0]).toBeCloseTo(-30 * (half / 48_000), 1);
  expect(readout("held")[0]).toBeCloseTo(0, 2);
});
