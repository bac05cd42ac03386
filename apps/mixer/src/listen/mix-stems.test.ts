import { expect, it } from "vitest";
import { mixStems } from "./mix-stems.js";

const stem = (left: number[], right: number[]) => ({ sampleRate: 48_000, channels: [Float32Array.from(left), Float32Array.from(right)] });

it("sums the stems and turns the highest sample of the sum to −3 dBFS", () => {
  const mix = mixStems();
  mix.add(stem([0.5, 0, -0.25], [0, 0.125, 0]));
  mix.add(stem([0.5, 0, 0.25], [0, 0.125, -0.5]));
  const { sampleRate, channels } = mix.finish();
  const gain = 10 ** (-3 / 20);
  expect(sampleRate).toBe(48_000);
  expect(channels).toEqual([Float32Array.of(gain, 0, 0), Float32Array.of(0, 0.25 * gain, -0.5 * gain)]);
});

it("keeps silence silent", () => {
  const mix = mixStems();
  mix.add(stem([0, 0], [0, 0]));
  expect(mix.finish().channels).toEqual([new Float32Array(2), new Float32Array(2)]);
});
