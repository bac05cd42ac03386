import { expect, it } from "vitest";
import { findPeaks, FRAMES_PER_PEAK } from "./peaks.js";

it("finds the lowest and highest sample of all channels in each stretch", async () => {
  const left = new Float32Array(2 * FRAMES_PER_PEAK + 1);
  const right = new Float32Array(left.length);
  left[3] = 0.5;
  right[4] = -0.25;
  right[FRAMES_PER_PEAK] = 0.75;
  left[left.length - 1] = -1;
  const peaks = await findPeaks({ sampleRate: 48_000, channels: [left, right] });
  expect([...peaks.values]).toEqual([-0.25, 0.5, 0, 0.75, -1, 0]);
  expect(peaks.perSecond).toBe(48_000 / FRAMES_PER_PEAK);
});

it("rests between turns on long files", async () => {
  let rests = 0;
  await findPeaks({ sampleRate: 48_000, channels: [new Float32Array(1_500_000)] }, () => {
    rests++;
    return Promise.resolve();
  });
  expect(rests).toBe(2);
});
