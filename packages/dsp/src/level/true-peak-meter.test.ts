import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RATES, stream } from "../loudness/ebu-signals-harness.js";
import { TruePeakMeter } from "./true-peak-meter.js";

const OVER = 4;

/** A sine with fades of 10 ms, as the cases of EBU Tech 3341 have them. */
function faded(sampleRate: number, division: number, amplitude: number, degrees: number): Float32Array {
  const fade = Math.round(sampleRate / 100);
  return Float32Array.from({ length: sampleRate / 2 }, (_, n) => {
    const gain = Math.min(1, n / fade, (sampleRate / 2 - 1 - n) / fade);
    return gain * amplitude * Math.sin((2 * Math.PI * n) / division + (degrees * Math.PI) / 180);
  });
}

/** At 4 times the rate, one period of fs/4 at 1.00 amid fs/6 at 0.50, then low-passed and decimated with an offset. */
function burst(sampleRate: number, offset: number): Float32Array {
  const slow = 6 * OVER;
  const fast = 4 * OVER;
  const before = 100 * slow;
  const high = Float64Array.from({ length: 2 * before + fast }, (_, n) => {
    const inside = n >= before && n < before + fast;
    return inside ? Math.sin((2 * Math.PI * (n - before)) / fast) : 0.5 * Math.sin((2 * Math.PI * (n - before - (n < before ? 0 : fast))) / slow);
  });
  const reach = 64 * OVER;
  const out = new Float32Array(Math.floor((high.length - offset) / OVER));
  const fade = Math.round(sampleRate / 1000);
  for (let i = 0; i < out.length; i++) {
    let sum = 0;
    for (let k = -reach; k <= reach; k++) {
      const x = k / OVER;
      const window = 0.5 + 0.5 * Math.cos((Math.PI * k) / reach);
      sum += (high[i * OVER + offset + k] ?? 0) * (k === 0 ? 1 : (window * Math.sin(Math.PI * x)) / (Math.PI * x));
    }
    out[i] = (sum / OVER) * Math.min(1, i / fade, (out.length - 1 - i) / fade);
  }
  return out;
}

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

/** What EBU Tech 3341 allows: 0.2 dB high, 0.4 dB low. */
function expectPeak(amplitude: number, wantedDb: number): void {
  const db = 20 * Math.log10(amplitude);
  expect(db, `${db.toFixed(3)} dBTP, ${wantedDb} wanted`).toBeGreaterThanOrEqual(wantedDb - 0.4);
  expect(db, `${db.toFixed(3)} dBTP, ${wantedDb} wanted`).toBeLessThanOrEqual(wantedDb + 0.2);
}

describe.each(RATES)("EBU Tech 3341 at %d Hz", (rate) => {
  it.each([
    [15, 4, 0.5, 0, -6],
    [16, 4, 0.5, 45, -6],
    [17, 6, 0.5, 60, -6],
    [18, 8, 0.5, 67.5, -6],
    [19, 4, 1.41, 45, 3],
  ])("case %d: fs/%d, amplitude %d, %d°", (_, division, amplitude, degrees, wantedDb) => {
    const signal = faded(rate, division, amplitude, degrees);
    expectPeak(live(signal, rate, 128), wantedDb);
    expectPeak(file(signal, rate), wantedDb);
  });

  it.each([20, 21, 22, 23])("case %d: one period of fs/4 amid fs/6", (number) => {
    const signal = burst(rate, number - 20);
    expectPeak(live(signal, rate, 128), 0);
    expectPeak(file(signal, rate), 0);
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
