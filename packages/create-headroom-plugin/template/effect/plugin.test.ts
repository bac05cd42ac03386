import { frequencyResponse, noise, renderOffline } from "@headroom/sdk/testing";
import { addAudioMatchers } from "@headroom/sdk/vitest";
import { expect, it } from "vitest";
import plugin from "./index.js";
import { responseDb } from "./response.js";

addAudioMatchers(expect);

const SAMPLE_RATE = 48_000;
const FREQUENCIES = [50, 500, 1000, 2000, 5000, 10_000];

it.each([
  { cutoff: 1000, resonance: 0.707 },
  { cutoff: 300, resonance: 4 },
  { cutoff: 12_000, resonance: 1 },
])("has the response that its view draws, at $cutoff Hz and $resonance", (params) => {
  const points = frequencyResponse(plugin, FREQUENCIES, { params });
  FREQUENCIES.forEach((hz, i) => expect(points[0][i].db).toBeCloseTo(responseDb(hz, params.cutoff, params.resonance, SAMPLE_RATE), 2));
});

it("sounds the same however the stream is cut into blocks", () => {
  const options = { input: [noise(4800), noise(4800, { seed: 2 })], events: [{ frame: 1000, values: { cutoff: 200 } }] };
  const reference = renderOffline(plugin, { ...options, blockSize: 128 });
  expect(reference.output).toBeAudio();
  for (const blockSize of [1, 37, 1024]) expect(renderOffline(plugin, { ...options, blockSize }).output).toNull(reference.output);
});
