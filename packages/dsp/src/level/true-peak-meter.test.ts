import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stream } from "../testing/stream-harness.js";
import { TRUE_PEAK_CASES, TRUE_PEAK_TOLERANCE_DB } from "../testing/true-peak-cases.js";
import { TruePeakMeter } from "./true-peak-meter.js";

function live(signal: Float32Array, sampleRate: number, block: number): number {
  const meter = new TruePeakMeter({ sampleRate });
  stream(signal.length, block, (start, end) => meter.process(signal, start, end));
  return meter.most;
}

function file(signal: Float32Array, sampleRate: number): number {
  const meter = new TruePeakMeter({ sampleRate });
  meter.process(signal, 0, signal.length);
  meter.finish();
  return meter.most;
}

function expectPeak(amplitude: number, wantedDb: number): void {
  const db = 20 * Math.log10(amplitude);
  expect(db, `${db.toFixed(3)} dBTP, ${wantedDb} wanted`).toBeGreaterThanOrEqual(wantedDb - TRUE_PEAK_TOLERANCE_DB.low);
  expect(db, `${db.toFixed(3)} dBTP, ${wantedDb} wanted`).toBeLessThanOrEqual(wantedDb + TRUE_PEAK_TOLERANCE_DB.high);
}

describe.each([44_100, 48_000, 96_000])("at %d Hz", (rate) => {
  it.each(TRUE_PEAK_CASES)("$name", ({ signal, wantedDb }) => {
    const audio = signal(rate);
    expectPeak(live(audio, rate, 128), wantedDb);
    expectPeak(file(audio, rate), wantedDb);
  });
});

describe("TruePeakMeter", () => {
  const sampleRate = 48_000;
  const anySignal = fc.float32Array({ minLength: 1, maxLength: 300, min: -2, max: 2, noNaN: true });

  it("reads a sine of any frequency up to 0.42 of the sample rate and any phase, to +0.07 and −0.2 dB", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 0.42, noNaN: true }), fc.double({ min: 0, max: 6.28, noNaN: true }), (share, phase) => {
        const fade = (n: number) => 0.5 - 0.5 * Math.cos((2 * Math.PI * n) / 8191);
        const signal = Float32Array.from({ length: 8192 }, (_, n) => fade(n) * Math.sin(2 * Math.PI * share * n + phase));
        const db = 20 * Math.log10(file(signal, sampleRate));
        expect(db).toBeLessThan(0.07);
        expect(db).toBeGreaterThan(-0.2);
      }),
      // The interpolator's highest response over its seven points, by its transform: 0.0667 dB at 0.3646.
      { numRuns: 100, examples: [[0.3646, 0], [0.3646, 1], [0.42, 0]] },
    );
  });

  it("never reads below the highest frame, its last included", () => {
    fc.assert(
      fc.property(anySignal, (signal) => {
        expect(file(signal, sampleRate)).toBeGreaterThanOrEqual(Math.max(...signal.map(Math.abs)));
      }),
    );
  });

  it("reads the same however the stream is cut, and whether or not quiet runs are left out", () => {
    fc.assert(
      fc.property(anySignal, fc.integer({ min: 1, max: 130 }), (signal, block) => {
        const whole = live(signal, sampleRate, signal.length);
        expect(live(signal, sampleRate, block)).toBe(whole);
        // A meter that falls at once has nothing to leave quiet runs out for.
        const restless = new TruePeakMeter({ sampleRate, fallDbPerSecond: Infinity });
        restless.process(signal, 0, signal.length);
        expect(restless.most).toBe(whole);
      }),
    );
  });

  it("falls by fallDbPerSecond, holds, and starts anew when asked", () => {
    const meter = new TruePeakMeter({ sampleRate, fallDbPerSecond: 12, holdSeconds: 0.5 });
    meter.process(new Float32Array(64).fill(1), 0, 64);
    const before = meter.most;
    meter.process(new Float32Array(sampleRate / 4), 0, sampleRate / 4);
    expect(meter.held).toBe(before);
    expect(20 * Math.log10(meter.peak / before)).toBeCloseTo(-3, 1);
    meter.process(new Float32Array(sampleRate / 2), 0, sampleRate / 2);
    expect(meter.held).toBeLessThan(before);
    meter.reset();
    expect([meter.peak, meter.held, meter.most]).toEqual([0, 0, 0]);
  });

  it("started inside a sine reads no peak that the sine does not have, at any phase", () => {
    const amplitude = 0.5;
    const readings = Array.from({ length: 40 }, (_, n) => {
      const sine = Float32Array.from({ length: 4800 }, (__, i) => amplitude * Math.sin((2 * Math.PI * 997 * (i + n)) / sampleRate));
      const meter = new TruePeakMeter({ sampleRate });
      const inside = new TruePeakMeter({ sampleRate });
      inside.resetInside();
      meter.process(sine, 0, sine.length);
      inside.process(sine, 0, sine.length);
      return { step: meter.most, inside: inside.most };
    });
    for (const { inside } of readings) expect(Math.abs(20 * Math.log10(inside / amplitude))).toBeLessThan(0.07);
    // What it is for: from silence, the same sine has a higher peak at its start.
    expect(Math.max(...readings.map(({ step }) => step))).toBeGreaterThan(1.05 * amplitude);
  });

  it("takes what is no finite number for silence", () => {
    expect(file(Float32Array.of(NaN, Infinity, -Infinity), sampleRate)).toBe(0);
  });
});
