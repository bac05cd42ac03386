import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dbToGain, powerToDb } from "./decibels.js";
import { GatedRmsMeter } from "./gated-rms-meter.js";
import { LevelClosing } from "./level-closing.js";

const RATES = [8000, 44_100, 48_000, 96_000, 384_000] as const;

/** A sine whose level changes without a break: pairs of seconds and dBFS RMS. */
function tone(sampleRate: number, hz: number, stretches: readonly (readonly [seconds: number, rmsDb: number])[]): Float32Array {
  const parts = stretches.map(([seconds, rmsDb]) => new Float64Array(Math.round(seconds * sampleRate)).fill(dbToGain(rmsDb) * Math.SQRT2));
  return Float32Array.from(parts.flatMap((part) => [...part]), (gain, n) => gain * Math.sin((2 * Math.PI * hz * n) / sampleRate));
}

function measured(channels: readonly Float32Array[], sampleRate: number) {
  const meter = new GatedRmsMeter(sampleRate, channels.length);
  meter.process(channels, 0, channels[0]?.length ?? 0);
  return { rmsDb: powerToDb(meter.power), soundSeconds: meter.soundSeconds };
}

describe("GatedRmsMeter", () => {
  it.each(RATES)("reads a steady tone of any frequency as its level at %d Hz, to 0.05 dB", (sampleRate) => {
    for (const hz of [20, 41, 997, 3000]) {
      const { rmsDb, soundSeconds } = measured([tone(sampleRate, hz, [[2, -18]])], sampleRate);
      expect(Math.abs(rmsDb + 18), `${hz} Hz`).toBeLessThan(0.05);
      expect(Math.abs(soundSeconds - 1.7)).toBeLessThan(0.03);
    }
  });

  it.each([[0.5, -Infinity], [2, -Infinity], [20, -Infinity], [20, -60], [20, -45]])(
    "leaves out pauses of %d s at %d dBFS, to 0.1 dB",
    (seconds, pauseDb) => {
      const phrases = tone(8000, 300, [[1, -20], [seconds, pauseDb], [0.7, -20], [seconds, pauseDb], [1.3, -20], [seconds, pauseDb]]);
      const { rmsDb, soundSeconds } = measured([phrases], 8000);
      expect(Math.abs(rmsDb + 20)).toBeLessThan(0.1);
      expect(Math.abs(soundSeconds - 3)).toBeLessThan(0.05);
    },
  );

  it("counts rests below 300 ms as part of the sound", () => {
    const beats = Array.from({ length: 16 }, () => [[0.1, -10], [0.15, -Infinity]] as const).flat();
    const { rmsDb } = measured([tone(8000, 300, beats)], 8000);
    expect(Math.abs(rmsDb - (-10 + 10 * Math.log10(0.1 / 0.25)))).toBeLessThan(0.1);
  });

  it("keeps a phrase that is 15 dB softer", () => {
    const { rmsDb } = measured([tone(8000, 300, [[2, -10], [2.3, -25]])], 8000);
    expect(Math.abs(rmsDb - 10 * Math.log10((0.1 + 10 ** -2.5) / 2))).toBeLessThan(0.1);
  });

  it("takes all channels together: a tone on one side of two reads 3 dB lower", () => {
    const side = tone(8000, 300, [[2, -18]]);
    expect(measured([side, side], 8000).rmsDb).toBeCloseTo(-18, 1);
    expect(measured([side, new Float32Array(side.length)], 8000).rmsDb).toBeCloseTo(-21.01, 1);
  });

  it("says nothing of silence, of what is below −70 dBFS, and of what is no finite number", () => {
    for (const x of [0, 1e-4, NaN, Infinity]) {
      expect(measured([new Float32Array(16_000).fill(x)], 8000)).toEqual({ rmsDb: -200, soundSeconds: 0 });
    }
  });

  it("reads the same to the bit however the stream is cut, and forgets on reset", () => {
    const signal = tone(11_025, 300, [[0.5, -20], [0.4, -50], [0.6, -26], [0.5, -Infinity]]);
    const whole = new GatedRmsMeter(11_025, 1);
    whole.process([signal], 0, signal.length);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1024 }), (block) => {
        const meter = new GatedRmsMeter(11_025, 1);
        meter.process([tone(11_025, 80, [[0.4, -3]])], 0, 4000);
        meter.reset();
        for (let at = 0; at < signal.length; at += block) meter.process([signal], at, Math.min(signal.length, at + block));
        expect([meter.power, meter.soundSeconds]).toEqual([whole.power, whole.soundSeconds]);
      }),
      { numRuns: 20 },
    );
  });
});

describe("LevelClosing", () => {
  const levels = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 60 });
  const close = (values: readonly number[], length: number) => {
    const closing = new LevelClosing(length);
    const closed = [...values, ...new Array<number>(length - 1).fill(0)].map((value) => {
      closing.take(value);
      return closing.closed;
    });
    return closed.slice(length - 1);
  };

  it("lies nowhere below the values, fills dips shorter than its length, and changes nothing when done again", () => {
    fc.assert(
      fc.property(levels, fc.integer({ min: 1, max: 12 }), (values, length) => {
        const closed = close(values, length);
        closed.forEach((level, i) => expect(level).toBeGreaterThanOrEqual(values[i]!));
        closed.forEach((level, i) => {
          const before = Math.max(...values.slice(Math.max(0, i - length + 1), i + 1));
          const after = Math.max(...values.slice(i, i + length));
          expect(level).toBeLessThanOrEqual(Math.min(before, after));
        });
        expect(close(closed, length)).toEqual(closed);
      }),
    );
    expect(close([3, 1, 0, 2, 5, 0, 0, 0, 1], 3)).toEqual([3, 2, 2, 2, 5, 0, 0, 0, 1]);
  });
});
