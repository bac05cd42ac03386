import { noise, processAllocations, renderOffline } from "@headroom/sdk/testing";
import { addAudioMatchers } from "@headroom/sdk/vitest";
import { expect, it } from "vitest";
import tremolo from "./index.js";

addAudioMatchers(expect);
const input = [noise(48_000)];

it("follows the song from where it plays, sample by sample", () => {
  const song = { bpm: 90, startFrame: 12_345 };
  const { output } = renderOffline(tremolo, { input, song, params: { rate: "1/4", depth: 100 } });
  const framesABeat = (48_000 * 60) / 90;
  const moved = input.map((channel) => channel.map((x, i) => x * (0.5 + 0.5 * Math.cos((2 * Math.PI * (i + 12_345)) / framesABeat))));
  expect(output).toNull(moved, { residualDbfs: -130 });
});

it("goes on at 120 beats a minute where there is no song, and while the song stands", () => {
  const alone = renderOffline(tremolo, { input }).output;
  expect(renderOffline(tremolo, { input, song: { bpm: 120, startFrame: 999, playing: false } }).output).toNull(alone);
  expect(renderOffline(tremolo, { input, song: { bpm: 120 } }).output).toNull(alone, { residualDbfs: -130 });
});

it("is a wire without depth", () => {
  expect(renderOffline(tremolo, { input, params: { depth: 0 } }).output).toNull(input);
});

it("gives the same samples whatever the blocks", () => {
  const song = { bpm: 133 };
  expect(renderOffline(tremolo, { input, song, blockSize: 1000 }).output).toNull(renderOffline(tremolo, { input, song }).output, { residualDbfs: -130 });
});

it("allocates nothing while it plays", () => {
  expect(processAllocations(tremolo, { moving: true, song: { bpm: 120 } })).toEqual([]);
});
