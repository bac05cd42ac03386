import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DelayLine } from "./delay-line.js";

const ramp = (frames: number) => Float32Array.from({ length: frames }, (_, n) => n + 1);

describe("DelayLine", () => {
  it("delays by exactly the frames asked for, in place too, however the stream is cut", () => {
    fc.assert(
      fc.property(fc.nat({ max: 300 }), fc.integer({ min: 1, max: 128 }), (delay, block) => {
        const line = new DelayLine(300, delay);
        const signal = ramp(1000);
        for (let at = 0; at < 1000; at += block) {
          const part = signal.subarray(at, Math.min(1000, at + block));
          line.process(part, part, part.length);
        }
        expect(signal).toEqual(Float32Array.from({ length: 1000 }, (_, n) => Math.max(0, n + 1 - delay)));
      }),
    );
  });

  it("crossfades to a new delay on a straight line, and takes the next change after it", () => {
    const line = new DelayLine(100, 0);
    const signal = ramp(400);
    const out = new Float32Array(400);
    line.process(signal.subarray(0, 200), out.subarray(0, 200), 200);
    line.setDelay(64, 64);
    line.setDelay(10, 0);
    expect(line.delayFrames).toBe(10);
    line.process(signal.subarray(200), out.subarray(200), 200);
    // Both signals rise by 1 a frame, so over 64 frames the crossfade between them, 64 apart, stands still.
    for (let i = 200; i < 264; i++) expect(out[i]).toBeCloseTo(200, 3);
    for (let i = 264; i < 400; i++) expect(out[i]).toBe(i + 1 - 10);
  });

  it("clamps to what it can hold, and forgets on reset", () => {
    const line = new DelayLine(8, 99);
    expect(line.delayFrames).toBe(8);
    const out = new Float32Array(16);
    line.process(ramp(16), out, 16);
    line.reset();
    line.process(new Float32Array(16), out, 16);
    expect(out.every((y) => y === 0)).toBe(true);
  });
});
