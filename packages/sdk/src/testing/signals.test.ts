import { describe, expect, it } from "vitest";
import { impulse, noise, silence, sine, sweep, toneBursts } from "./signals.js";

const rms = (signal: Float32Array) => Math.sqrt(signal.reduce((sum, x) => sum + x * x, 0) / signal.length);
const db = (amplitude: number) => 20 * Math.log10(amplitude);
const rises = (signal: Float32Array, from: number, to: number) => signal.subarray(from, to).filter((x, i) => x >= 0 && (signal[from + i - 1] ?? 0) < 0).length;

describe("signals", () => {
  it("silence and impulse", () => {
    expect(silence(3)).toEqual(new Float32Array(3));
    expect(impulse(4, { at: 2, levelDbfs: -20 })).toEqual(Float32Array.of(0, 0, 0.1, 0));
  });

  it("sine has its frequency, level and phase", () => {
    const tone = sine(48_000, 100, { levelDbfs: -6 });
    expect(rises(tone, 1, 48_000)).toBe(99);
    expect(db(rms(tone))).toBeCloseTo(-6 - 3.0103, 4);
    expect(sine(1, 100, { phaseRadians: Math.PI / 2 })[0]).toBe(1);
    expect(sine(5, 1000, { sampleRate: 4000 })[1]).toBeCloseTo(1, 6);
  });

  it("noise is the same for a seed, another for another, and white", () => {
    const [one, two] = [noise(100_000, { seed: 1 }), noise(100_000, { seed: 2 })];
    expect(noise(100_000, { seed: 1 })).toEqual(one);
    expect(db(rms(one))).toBeCloseTo(-4.77, 1);
    const correlation = (a: Float32Array, b: Float32Array, lag: number) => a.subarray(lag).reduce((sum, x, n) => sum + x * b[n]!, 0) / a.length / rms(a) / rms(b);
    for (const lag of [1, 2, 17]) expect(Math.abs(correlation(one, one, lag))).toBeLessThan(0.02);
    expect(Math.abs(correlation(one, two, 0))).toBeLessThan(0.02);
    expect(Math.abs(one.reduce((sum, x) => sum + x, 0) / one.length)).toBeLessThan(0.01);
  });

  it("sweep passes equal ratios in equal times", () => {
    const signal = sweep(96_000, 50, 3200, { levelDbfs: -3 });
    // Six octaves in two seconds: from 400 to 800 Hz in the third part before the last two thirds.
    const periods = (from: number, octaves: number, seconds: number) => (from * (2 ** octaves - 1) * seconds) / (octaves * Math.LN2);
    expect(rises(signal, 48_000, 64_000)).toBeCloseTo(periods(400, 1, 1 / 3), -1);
    expect(Math.abs(rises(signal, 1, 96_000) - periods(50, 6, 2))).toBeLessThan(2);
    expect(db(signal.reduce((most, x) => Math.max(most, Math.abs(x)), 0))).toBeCloseTo(-3, 2);
  });

  it("tone bursts sound and are silent in turn", () => {
    const signal = toneBursts(1000, 1000, { onFrames: 100, offFrames: 150 });
    expect(signal.subarray(100, 250)).toEqual(new Float32Array(150));
    expect(signal.subarray(250, 350)).toEqual(signal.subarray(0, 100));
    expect(signal.subarray(0, 100)).toEqual(sine(100, 1000));
  });
});
