import { noise, silence, sine } from "@headroom/sdk/testing";
import { expect, it } from "vitest";
import { measureDelay } from "./measure-delay.js";

const FRAMES = 4096;
const input = noise(FRAMES);
const late = (frames: number, gain: number) => input.map((_, n) => gain * (input[n - frames] ?? 0));

it.each([0, 1, 63, 1000, 3000])("finds a delayed copy, %i frames late, at any level and polarity", (frames) => {
  for (const gain of [1, -0.01]) {
    const found = measureDelay(input, late(frames, gain), FRAMES);
    expect(found.frames).toBe(frames);
    expect(found.likeness).toBeCloseTo(1, 3);
  }
});

it("says how like the output is", () => {
  const more = noise(FRAMES, { seed: 9 });
  const found = measureDelay(input, late(100, 1).map((x, n) => x + more[n]!), FRAMES);
  expect(found.frames).toBe(100);
  expect(Math.abs(found.likeness - Math.SQRT1_2)).toBeLessThan(0.05);
  expect(measureDelay(input, silence(FRAMES), FRAMES).likeness).toBe(0);
  expect(measureDelay(input, sine(FRAMES, 440), FRAMES).likeness).toBeLessThan(0.2);
});
