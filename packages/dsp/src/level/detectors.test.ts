import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ClipCounter } from "./clip-counter.js";
import { PeakMeter } from "./peak-meter.js";
import { RmsMeter } from "./rms-meter.js";

const sampleRate = 48_000;
const anySignal = fc.float32Array({ minLength: 1, maxLength: 200, min: -2, max: 2, noNaN: true });

describe("PeakMeter", () => {
  it("never reads below the sample just taken (to −400 dB), and holds the highest since the reset", () => {
    fc.assert(
      fc.property(anySignal, (signal) => {
        const meter = new PeakMeter({ sampleRate });
        meter.process(signal, 0, signal.length);
        expect(meter.peak).toBeGreaterThanOrEqual(Math.abs(signal.at(-1)!) - 1e-20);
        expect(meter.most).toBe(Math.max(...signal.map(Math.abs)));
        expect(meter.held).toBeGreaterThanOrEqual(meter.peak);
      }),
    );
  });

  it("falls by fallDbPerSecond, to 0.001 dB", () => {
    const meter = new PeakMeter({ sampleRate, fallDbPerSecond: 12 });
    meter.process(Float32Array.of(1), 0, 1);
    meter.process(new Float32Array(sampleRate), 0, sampleRate);
    expect(20 * Math.log10(meter.peak)).toBeCloseTo(-12, 3);
  });

  it("holds for ever with an infinite hold time, and starts anew when asked", () => {
    const meter = new PeakMeter({ sampleRate, holdSeconds: Infinity });
    meter.process(Float32Array.of(1), 0, 1);
    for (let n = 0; n < 100; n++) meter.process(new Float32Array(sampleRate), 0, sampleRate);
    expect([meter.held, meter.most]).toEqual([1, 1]);
    meter.reset();
    expect([meter.peak, meter.held, meter.most]).toEqual([0, 0, 0]);
  });

  it("takes what is no finite number for silence", () => {
    const meter = new PeakMeter({ sampleRate });
    meter.process(Float32Array.of(NaN, Infinity, -Infinity), 0, 3);
    expect([meter.peak, meter.held, meter.most]).toEqual([0, 0, 0]);
  });
});

describe("RmsMeter", () => {
  it("covers 63.2 % of a step of power in one time constant", () => {
    const meter = new RmsMeter(sampleRate, 100);
    meter.process(new Float32Array(4800).fill(0.5), 0, 4800);
    expect(meter.power).toBeCloseTo(0.25 * (1 - Math.exp(-1)), 6);
  });

  it("reads a full-scale sine as −3.01 dB, to 0.01", () => {
    const meter = new RmsMeter(sampleRate, 300);
    const tone = Float32Array.from({ length: 3 * sampleRate }, (_, n) => Math.sin((2 * Math.PI * 1000 * n) / sampleRate));
    meter.process(tone, 0, tone.length);
    expect(20 * Math.log10(meter.rms)).toBeCloseTo(-3.01, 2);
  });

  it("recovers from what is no finite number", () => {
    const meter = new RmsMeter(sampleRate, 300);
    meter.process(Float32Array.of(NaN, Infinity, 1), 0, 3);
    expect(Number.isFinite(meter.rms)).toBe(true);
  });
});

describe("ClipCounter", () => {
  it("counts runs at or over the limit as often as a plain search finds their starts, however the stream is cut", () => {
    fc.assert(
      fc.property(anySignal, fc.nat({ max: 200 }), (signal, cut) => {
        const counter = new ClipCounter();
        const middle = Math.min(cut, signal.length);
        counter.process(signal, 0, middle);
        counter.process(signal, middle, signal.length);
        const over = [...signal].map((x) => Math.abs(x) >= 1);
        expect(counter.count).toBe(over.filter((o, i) => o && !over[i - 1]).length);
      }),
    );
  });
});
