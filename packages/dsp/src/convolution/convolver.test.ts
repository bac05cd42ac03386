import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Convolver } from "./convolver.js";

const noise = (frames: number, seed: number) => Float64Array.from({ length: frames }, (_, n) => Math.sin((n + 1) * (n + seed) * 0.37));

/** y[n] = Σ h[k]·x[n − k − delay] */
function convolved(x: Float64Array, h: Float64Array, delay: number): Float64Array {
  return Float64Array.from(x, (_, n) => {
    let sum = 0;
    for (let k = 0; k < h.length && n - k - delay >= 0; k++) sum += h[k]! * x[n - k - delay]!;
    return sum;
  });
}

function run(convolver: Convolver, signals: readonly Float64Array[], cut: number, before?: (at: number) => void): Float64Array[] {
  const buffers = signals.map((signal) => Float64Array.from(signal));
  const length = buffers[0]!.length;
  for (let at = 0; at < length; at += cut) {
    before?.(at);
    convolver.process(buffers, at, Math.min(length, at + cut));
  }
  return buffers;
}

function worst(a: Float64Array, b: Float64Array, from = 0): number {
  return a.reduce((most, x, n) => (n < from ? most : Math.max(most, Math.abs(x - b[n]!))), 0);
}

describe("Convolver", () => {
  it("convolves as the sum does, a block late, however the stream is cut", () => {
    fc.assert(
      fc.property(fc.constantFrom(4, 16, 64), fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 200 }), (block, partitions, cut) => {
        const response = noise(block * partitions, 3);
        const convolver = new Convolver({ channels: 1, taps: response.length, blockFrames: block });
        convolver.state(0, 0, response);
        convolver.exchange();
        convolver.reset();
        const signal = noise(500, 8);
        const [output] = run(convolver, [signal], cut);
        expect(convolver.latency).toBe(block);
        expect(worst(output!, convolved(signal, response, block))).toBeLessThan(1e-11);
      }),
      { numRuns: 40 },
    );
  });

  it("leads every input to every output that a response was stated for", () => {
    const [direct, across] = [noise(32, 1), noise(32, 2)];
    const convolver = new Convolver({ channels: 2, taps: 32, blockFrames: 16 });
    convolver.state(0, 0, direct);
    convolver.state(1, 0, across);
    convolver.exchange();
    convolver.reset();
    const signals = [noise(200, 3), noise(200, 4)];
    const [left, right] = run(convolver, signals, 37);
    const wanted = convolved(signals[0]!, direct, 16).map((x, n) => x + convolved(signals[1]!, across, 16)[n]!);
    expect(worst(left!, wanted)).toBeLessThan(1e-11);
    expect(right!.every((x) => x === 0)).toBe(true);
  });

  it("goes over to new responses within a block, on the way between the two", () => {
    const [first, second] = [noise(64, 1), noise(64, 5)];
    const convolver = new Convolver({ channels: 1, taps: 64, blockFrames: 32 });
    convolver.state(0, 0, first);
    convolver.exchange();
    convolver.reset();
    const signal = noise(640, 2);
    const [output] = run(convolver, [signal], 16, (at) => {
      if (at !== 320) return;
      convolver.state(0, 0, second);
      convolver.exchange();
    });
    const [before, after] = [convolved(signal, first, 32), convolved(signal, second, 32)];
    expect(worst(output!.subarray(0, 352), before)).toBeLessThan(1e-11);
    expect(worst(output!, after, 384)).toBeLessThan(1e-11);
    for (let n = 352; n < 384; n++) {
      const share = (output![n]! - before[n]!) / (after[n]! - before[n]!);
      expect(share).toBeCloseTo(Math.sin((Math.PI * (n - 352 + 0.5)) / 64) ** 2, 6);
    }
  });

  it("is silent after a reset", () => {
    const convolver = new Convolver({ channels: 1, taps: 64, blockFrames: 32 });
    convolver.state(0, 0, noise(64, 1));
    convolver.exchange();
    run(convolver, [noise(300, 2)], 30);
    convolver.reset();
    expect(run(convolver, [new Float64Array(200)], 30)[0]!.every((x) => x === 0)).toBe(true);
  });

  it("says what is wrong with a length that does not divide", () => {
    expect(() => new Convolver({ channels: 1, taps: 100, blockFrames: 64 })).toThrow(new RangeError("Responses of 100 frames do not divide into blocks of 64; use a multiple."));
  });
});
