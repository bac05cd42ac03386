import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DcBlocker } from "./dc-blocker.js";

const RATES = [8000, 44_100, 48_000, 192_000];

describe("DcBlocker", () => {
  it.each(RATES)("follows the analog high-pass of its corner to 0.01 dB at %d Hz", (sampleRate) => {
    for (const hz of [2, 5, 20, 100]) {
      const period = Math.round(sampleRate / hz);
      const exact = sampleRate / period;
      const signal = Float32Array.from({ length: period * 10 }, (_, n) => Math.sin((2 * Math.PI * n) / period));
      new DcBlocker(sampleRate).process(signal, signal, signal.length);
      let square = 0;
      for (let n = period * 9; n < period * 10; n++) square += (2 * signal[n]! ** 2) / period;
      const wanted = -10 * Math.log10(1 + (5 / exact) ** 2);
      expect(Math.abs(10 * Math.log10(square) - wanted)).toBeLessThan(0.01);
    }
  });

  it("takes a constant away altogether, recovers from what is no finite number, and forgets on reset", () => {
    const blocker = new DcBlocker(48_000);
    const signal = new Float32Array(480_000).fill(0.5);
    signal[10] = NaN;
    signal[20] = Infinity;
    blocker.process(signal, signal, signal.length);
    expect(Math.abs(signal.at(-1)!)).toBeLessThan(1e-9);
    blocker.reset();
    const silence = new Float32Array(100);
    blocker.process(silence, silence, 100);
    expect(silence.every((y) => y === 0)).toBe(true);
  });

  it("gives the same samples however the stream is cut, down to silence", () => {
    const signal = new Float32Array(3000);
    signal.fill(0.5, 0, 500);
    const whole = new Float32Array(3000);
    // A corner so high that the tail passes −400 dB within the signal.
    new DcBlocker(8000, 200).process(signal, whole, 3000);
    expect(whole.at(-1)).toBe(0);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1024 }), (block) => {
        const blocker = new DcBlocker(8000, 200);
        const cut = new Float32Array(3000);
        for (let at = 0; at < 3000; at += block) {
          const end = Math.min(3000, at + block);
          blocker.process(signal.subarray(at, end), cut.subarray(at, end), end - at);
        }
        expect(cut).toEqual(whole);
      }),
      { numRuns: 20 },
    );
  });
});
