import { expect, it } from "vitest";
import { Measurement } from "./measurement.js";

const FRAMES = 4800;
const tone = () => Float32Array.from({ length: FRAMES }, (_, i) => 0.25 * Math.sin((2 * Math.PI * 110 * i) / 48_000));
const others = () => Float32Array.from({ length: FRAMES }, (_, i) => 0.1 * Math.cos(i));

function measure(spoil: (left: Float32Array, right: Float32Array) => void) {
  const heard = [tone(), others()] as const;
  spoil(...heard);
  const measurement = new Measurement(heard, [tone(), others()]);
  for (let to = 0; to <= FRAMES; to += 333) measurement.advance(to);
  measurement.advance(FRAMES);
  return measurement.heard;
}

it("finds nothing where nothing is", () => {
  const { ownStep, ...seen } = measure(() => undefined);
  expect(seen).toMatchObject({ frames: FRAMES, notFinite: 0, othersDiffering: 0, firstOff: -1, lastOff: -1, step: ownStep });
  expect(seen.gapFrames).toBeLessThan(4);
  expect(seen.quietest).toBeGreaterThan(0.99);
  expect(ownStep).toBeCloseTo((0.25 * 2 * Math.PI * 110) / 48_000, 5);
});

it("finds gaps, steps, what is not finite, and one bit that is other in the others", () => {
  const seen = measure((left, right) => {
    left.fill(0, 1000, 1600);
    left[3000] = Number.NaN;
    right[2000]! += 2 ** -28;
  });
  expect(seen).toMatchObject({ notFinite: 1, othersDiffering: 1, lastOff: 3000 });
  expect(seen.gapFrames).toBeGreaterThanOrEqual(600);
  expect(seen.step).toBeGreaterThan(0.1);
  expect(seen.quietest).toBeLessThan(0.01);
});
