import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CorrelationMeter } from "./correlation-meter.js";
import { FLOOR_DB } from "./decibels.js";
import { kSystemDb } from "./k-system.js";
import { RmsMeter } from "./rms-meter.js";
import { VuMeter } from "./vu-meter.js";

const RATES = [8000, 44_100, 48_000, 192_000];
const tone = (sampleRate: number, seconds: number, amplitude: number) =>
  Float32Array.from({ length: Math.round(sampleRate * seconds) }, (_, n) => amplitude * Math.sin((2 * Math.PI * 997 * n) / sampleRate));

describe("VuMeter", () => {
  it.each(RATES)("at %d Hz reaches 0.99 of a tone in 300 ms, goes 1 to 1.5 percent over", (sampleRate) => {
    const meter = new VuMeter(sampleRate);
    const signal = tone(sampleRate, 2, Math.SQRT2);
    const arrival = Math.round(0.3 * sampleRate);
    meter.process(signal, 0, arrival);
    // The ripple of the rectified tone and its sampling stay below 0.3 %.
    expect(Math.abs(meter.amplitude - 0.99)).toBeLessThan(0.003);
    let most = 0;
    for (let n = arrival; n < signal.length; n++) {
      meter.process(signal, n, n + 1);
      most = Math.max(most, meter.amplitude);
    }
    expect(most).toBeGreaterThan(1.01);
    expect(most).toBeLessThan(1.016);
  });

  it("reads 0 VU for a sine of −18 dBFS RMS, and comes to rest", () => {
    const meter = new VuMeter(48_000);
    meter.process(tone(48_000, 3, Math.SQRT2 * 10 ** (-18 / 20)), 0, 144_000);
    expect(Math.abs(meter.readVu())).toBeLessThan(0.02);
    expect(meter.readVu(-20)).toBeCloseTo(meter.readVu() + 2, 10);
    meter.process(Float32Array.of(NaN, Infinity), 0, 2);
    for (let n = 0; n < 10; n++) meter.process(new Float32Array(48_000), 0, 48_000);
    expect(meter.readVu()).toBe(-Infinity);
  });
});

describe("kSystemDb", () => {
  it.each([
    ["K-12", -12],
    ["K-14", -14],
    ["K-20", -20],
  ] as const)("reads 0 on %s for a sine whose peak is %d dBFS, to 0.01", (scale, peakDb) => {
    const meter = new RmsMeter(48_000, 300);
    meter.process(tone(48_000, 4, 10 ** (peakDb / 20)), 0, 192_000);
    expect(Math.abs(kSystemDb(meter.rms, scale))).toBeLessThan(0.01);
  });

  it("keeps the floor", () => {
    expect(kSystemDb(0, "K-20")).toBeGreaterThanOrEqual(FLOOR_DB);
  });
});

describe("CorrelationMeter", () => {
  const noise = (seed: number) => Float32Array.from({ length: 48_000 }, (_, n) => Math.sin((n + 1) * (n + seed) * 0.37));
  const read = (left: Float32Array, right: Float32Array) => {
    const meter = new CorrelationMeter(48_000);
    meter.process(left, right, 0, left.length);
    return meter.correlation;
  };

  it("reads the cosine of the angle between two sines, to 0.005", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: Math.PI, noNaN: true }), (angle) => {
        const sine = (phase: number) => Float32Array.from({ length: 96_000 }, (_, n) => Math.sin((2 * Math.PI * n) / 48 + phase));
        expect(Math.abs(read(sine(0), sine(angle)) - Math.cos(angle))).toBeLessThan(0.005);
      }),
      { numRuns: 10 },
    );
  });

  it("is 1 for equal sides whatever their levels, −1 for opposite ones, 0 where a side is silent", () => {
    const left = noise(0);
    expect(read(left, left.map((x) => x / 1000))).toBeCloseTo(1, 5);
    expect(read(left, left.map((x) => -x))).toBeCloseTo(-1, 5);
    expect(read(left, new Float32Array(left.length))).toBe(0);
    expect(Math.abs(read(left, noise(77)))).toBeLessThan(0.05);
  });

  it("recovers from what is no finite number", () => {
    const meter = new CorrelationMeter(48_000);
    meter.process(Float32Array.of(NaN, 1), Float32Array.of(1, Infinity), 0, 2);
    expect(meter.correlation).toBe(0);
  });
});
