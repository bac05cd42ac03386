import { noise, processAllocations, renderOffline } from "@headroom/sdk/testing";
import { addAudioMatchers } from "@headroom/sdk/vitest";
import { expect, it } from "vitest";
import gain from "./index.js";

addAudioMatchers(expect);
const input = [noise(4800, { seed: 1 }), noise(4800, { seed: 2 })];

it("is a wire at 0 dB", () => {
  expect(renderOffline(gain, { input }).output).toNull(input);
});

it("turns down by what it says, from the event's frame on", () => {
  const { output } = renderOffline(gain, { input, events: [{ frame: 300, values: { gain: -20 }, rampFrames: 0 }] });
  const tenth = input.map((channel) => channel.map((x, i) => (i < 300 ? x : x * 0.1)));
  expect(output).toNull(tenth, { residualDbfs: -140 });
});

it("allocates nothing while it plays", () => {
  expect(processAllocations(gain, { moving: true })).toEqual([]);
});
