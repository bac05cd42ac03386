import { readFileSync } from "node:fs";
import { noise, processAllocations, renderOffline } from "@headroom/sdk/testing";
import { addAudioMatchers } from "@headroom/sdk/vitest";
import { expect, it } from "vitest";
import { compileKernel } from "./compile-kernel.mjs";
import saturator from "./index.js";

addAudioMatchers(expect);
const input = [noise(4800, { seed: 1 }), noise(4800, { seed: 2 })];

it("carries what kernel/ compiles to (else: npm run assets in examples)", async () => {
  expect(new Uint8Array(readFileSync(new URL("shaper.wasm", import.meta.url)))).toEqual(new Uint8Array(await compileKernel()));
});

it("computes its formula", () => {
  const { output } = renderOffline(saturator, { input, params: { drive: 12, output: -6 } });
  const bent = input.map((channel) =>
    channel.map((sample) => {
      const x = Math.max(-3, Math.min(3, sample * 10 ** (12 / 20)));
      return ((x * (27 + x * x)) / (27 + 9 * x * x)) * 10 ** (-6 / 20);
    }),
  );
  expect(output).toNull(bent, { residualDbfs: -120 });
});

it("allocates nothing while it plays", () => {
  expect(processAllocations(saturator, { moving: true })).toEqual([]);
});
