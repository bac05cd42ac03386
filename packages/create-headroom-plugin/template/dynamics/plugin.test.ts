import { noise, renderOffline, silence } from "@headroom/sdk/testing";
import { addAudioMatchers } from "@headroom/sdk/vitest";
import { expect, it } from "vitest";
import plugin from "./index.js";
import { reductionDb } from "./static-curve.js";

addAudioMatchers(expect);

const steady = (levelDbfs: number) => new Float32Array(48_000).fill(10 ** (levelDbfs / 20));

it.each([-40, -25, -20, -17, -6, 0])("turns a steady level of %s dBFS down as the static curve says", (levelDbfs) => {
  const params = { threshold: -20, ratio: 4 };
  const { output, readout } = renderOffline(plugin, { input: [steady(levelDbfs)], params });
  const expectedDb = reductionDb(levelDbfs, params.threshold, params.ratio);
  expect(20 * Math.log10(output[0][47_999]) - levelDbfs).toBeCloseTo(expectedDb, 3);
  expect(readout("reduction")[0]).toBeCloseTo(expectedDb, 3);
});

it("reaches 1 − 1/e of a step after its attack time", () => {
  const attack = 20;
  const { output } = renderOffline(plugin, { input: [steady(0)], params: { threshold: -20, ratio: 4, attack } });
  const heardDb = 20 * Math.log10(output[0][(attack / 1000) * 48_000 - 1]);
  expect(heardDb).toBeCloseTo((1 - 1 / Math.E) * reductionDb(0, -20, 4), 2);
});

it("hears its sidechain where it is asked to, and is a wire while that is silent", () => {
  const input = [steady(-6)];
  const params = { threshold: -20, external: true };
  expect(renderOffline(plugin, { input, params, sidechain: [silence(48_000)] }).output).toNull(input);
  expect(renderOffline(plugin, { input, params, sidechain: [steady(0)] }).readout("reduction")[0]).toBeLessThan(-10);
});

it("sounds the same however the stream is cut into blocks", () => {
  const options = { input: [noise(4800), noise(4800, { seed: 2 })], events: [{ frame: 1000, values: { threshold: -40, attack: 1 } }] };
  const reference = renderOffline(plugin, { ...options, blockSize: 128 });
  expect(reference.output).toBeAudio();
  for (const blockSize of [1, 37, 1024]) expect(renderOffline(plugin, { ...options, blockSize }).output).toNull(reference.output);
});
