import fc from "fast-check";
import { expect, it } from "vitest";
import { findPeaks, FRAMES_PER_PEAK, readRange } from "./peaks.js";

const [FINE, COARSE] = FRAMES_PER_PEAK;

it("finds the lowest and highest sample of all channels in each stretch", async () => {
  const left = new Float32Array(2 * FINE + 1);
  const right = new Float32Array(left.length);
  left[3] = 0.5;
  right[4] = -0.25;
  right[FINE] = 0.75;
  left[left.length - 1] = -1;
  const { levels } = await findPeaks({ sampleRate: 48_000, channels: [left, right] });
  expect(levels.map((values) => [...values])).toEqual([[-0.25, 0.5, 0, 0.75, -1, 0], [-1, 0.75]]);
});

it("reads of any stretch what its samples are, and of what lies within its outline beside it", async () => {
  const samples = Float32Array.from({ length: 10_000 }, (_, i) => Math.sin(i * i));
  const peaks = await findPeaks({ sampleRate: 48_000, channels: [samples] });
  fc.assert(
    fc.property(fc.integer({ min: -100, max: 10_000 }), fc.integer({ min: 1, max: 5000 }), (from, frames) => {
      const range = { low: 9, high: 9 };
      readRange(peaks, from, from + frames, range);
      const width = frames >= COARSE ? COARSE : frames >= FINE ? FINE : 1;
      const start = Math.floor(from / width) * width;
      const within = [...samples.slice(Math.max(0, start), Math.max(0, Math.ceil((from + frames) / width) * width))];
      expect(range).toEqual({ low: Math.min(0, ...within), high: Math.max(0, ...within) });
    }),
  );
});

it("rests between turns on long files", async () => {
  let rests = 0;
  await findPeaks({ sampleRate: 48_000, channels: [new Float32Array(1_500_000)] }, () => {
    rests++;
    return Promise.resolve();
  });
  expect(rests).toBe(2);
});
