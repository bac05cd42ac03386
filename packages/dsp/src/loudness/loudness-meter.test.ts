import { describe, expect, it } from "vitest";
import { FLOOR_DB } from "../level/decibels.js";
import { LOUDNESS_WEIGHTS } from "./channel-weights.js";
import { RATES, repeat, stream, toneOf, type Stretch } from "./ebu-signals-harness.js";
import { LoudnessMeter } from "./loudness-meter.js";
import { measureLoudness } from "./measure-loudness.js";

const weights = LOUDNESS_WEIGHTS.stereo;
const BLOCK = 128;
const SILENT = -Infinity;

/** What EBU Tech 3341 allows, in LU. */
const TOLERANCE = 0.1;

function expectNear(lufs: number, wanted: number): void {
  expect(Math.abs(lufs - wanted), `${lufs.toFixed(3)} LUFS, ${wanted} wanted`).toBeLessThanOrEqual(TOLERANCE);
}

/** Plays a signal to a live meter, quantum by quantum. */
function live(signal: Float32Array, sampleRate: number, heard?: (meter: LoudnessMeter, end: number) => void): LoudnessMeter {
  const meter = new LoudnessMeter({ sampleRate, weights });
  stream(signal.length, BLOCK, (start, end) => {
    meter.process([signal, signal], start, end);
    heard?.(meter, end);
  });
  return meter;
}

const file = (signal: Float32Array, sampleRate: number) => measureLoudness([signal, signal], { sampleRate, weights });

describe.each(RATES)("EBU Tech 3341 at %d Hz", (rate) => {
  it.each([
    [1, -23],
    [2, -33],
  ])("case %d: M, S and I of a steady tone", (_, level) => {
    const signal = toneOf([[20, level]], rate);
    const meter = live(signal, rate);
    for (const lufs of [meter.momentaryLufs, meter.shortTermLufs, meter.integratedLufs]) expectNear(lufs, level);
    const whole = file(signal, rate);
    for (const lufs of [whole.mostMomentaryLufs, whole.mostShortTermLufs, whole.integratedLufs]) expectNear(lufs, level);
  });

  it.each<[number, Stretch[]]>([
    [3, [[10, -36], [60, -23], [10, -36]]],
    [4, [[10, -72], [10, -36], [60, -23], [10, -36], [10, -72]]],
    [5, [[20, -26], [20.1, -20], [20, -26]]],
  ])("case %d: I through the gates", (_, stretches) => {
    const signal = toneOf(stretches, rate);
    expectNear(live(signal, rate).integratedLufs, -23);
    expectNear(file(signal, rate).integratedLufs, -23);
  });

  it("case 6: I of five channels", () => {
    const [front, centre, surround] = [-28, -24, -30].map((level) => toneOf([[20, level]], rate));
    const channels = [front!, front!, centre!, surround!, surround!];
    const settings = { sampleRate: rate, weights: LOUDNESS_WEIGHTS["5.0"] };
    const meter = new LoudnessMeter(settings);
    stream(front!.length, BLOCK, (start, end) => meter.process(channels, start, end));
    expectNear(meter.integratedLufs, -23);
    expectNear(measureLoudness(channels, settings).integratedLufs, -23);
  });

  it("case 9: S stands still after 3 s", () => {
    const signal = toneOf(repeat([[1.34, -20], [1.66, -30]], 5), rate);
    live(signal, rate, ({ shortTermLufs }, end) => {
      if (end >= 3 * rate + BLOCK) expectNear(shortTermLufs, -23);
    });
    expectNear(file(signal, rate).mostShortTermLufs, -23);
  });

  it("case 10: highest S of files", () => {
    for (let i = 0; i < 20; i++) {
      const signal = toneOf([[i * 0.15, SILENT], [3, -23], [1, SILENT]], rate);
      expectNear(file(signal, rate).mostShortTermLufs, -23);
      expectNear(live(signal, rate).mostShortTermLufs, -23);
    }
  });

  it("case 11: highest S of a stream, level by level", () => {
    const parts = Array.from({ length: 20 }, (_, i): Stretch[] => [[i * 0.15, SILENT], [3, -38 + i], [3 - i * 0.15, SILENT]]);
    let i = 0;
    live(toneOf(parts.flat(), rate), rate, (meter, end) => {
      if (end < (i + 1) * 6 * rate) return;
      expectNear(meter.mostShortTermLufs, -38 + i);
      i++;
    });
    expect(i).toBe(20);
  });

  it("case 12: M stands still after 1 s", () => {
    const signal = toneOf(repeat([[0.18, -20], [0.22, -30]], 25), rate);
    live(signal, rate, ({ momentaryLufs }, end) => {
      if (end >= rate) expectNear(momentaryLufs, -23);
    });
    expectNear(file(signal, rate).mostMomentaryLufs, -23);
  });

  it("case 13: highest M of files", () => {
    for (let i = 0; i < 20; i++) {
      const signal = toneOf([[i * 0.02, SILENT], [0.4, -23], [1, SILENT]], rate);
      expectNear(file(signal, rate).mostMomentaryLufs, -23);
      expectNear(live(signal, rate).mostMomentaryLufs, -23);
    }
  });

  it("case 14: highest M of a stream, level by level", () => {
    const parts = Array.from({ length: 20 }, (_, i): Stretch[] => [[i * 0.02, SILENT], [0.4, -38 + i], [0.4 - i * 0.02, SILENT]]);
    let i = 0;
    live(toneOf(parts.flat(), rate), rate, (meter, end) => {
      if (end < (i + 1) * 0.8 * rate) return;
      expectNear(meter.mostMomentaryLufs, -38 + i);
      i++;
    });
    expect(i).toBe(20);
  });
});

describe.each(RATES)("EBU Tech 3342 at %d Hz", (rate) => {
  it.each<[number, number[], number]>([
    [1, [-20, -30], 10],
    [2, [-20, -15], 5],
    [3, [-40, -20], 20],
    [4, [-50, -35, -20, -35, -50], 15],
  ])("case %d: LRA, to 1 LU", (_, levels, range) => {
    const signal = toneOf(levels.map((level): Stretch => [20, level]), rate);
    expect(Math.abs(live(signal, rate).rangeLu - range)).toBeLessThanOrEqual(1);
    expect(Math.abs(file(signal, rate).rangeLu - range)).toBeLessThanOrEqual(1);
  });
});

describe("LoudnessMeter", () => {
  const rate = 48_000;

  it("reads a stereo tone of −18 dBFS as −18.0 LUFS, to 0.05", () => {
    expect(Math.abs(file(toneOf([[5, -18]], rate), rate).integratedLufs + 18)).toBeLessThan(0.05);
  });

  it("gives the true peak of a file: the highest of its channels", () => {
    const quiet = toneOf([[1, -12]], rate);
    const loud = Float32Array.from({ length: rate }, (_, n) => 0.5 * Math.sin((Math.PI * n) / 2 + Math.PI / 4) * Math.min(1, n / 480, (rate - n) / 480));
    expect(Math.abs(measureLoudness([quiet, loud], { sampleRate: rate, weights }).truePeakDb + 6.02)).toBeLessThan(0.1);
  });

  it("reads the same to the bit however the stream is cut", () => {
    const signal = toneOf(repeat([[0.37, -20], [0.51, -31]], 8), 44_100);
    const whole = file(signal, 44_100);
    for (const block of [1, 57, 1024]) {
      const meter = new LoudnessMeter({ sampleRate: 44_100, weights });
      stream(signal.length, block, (start, end) => meter.process([signal, signal], start, end));
      meter.finish();
      const { integratedLufs, rangeLu, mostMomentaryLufs, mostShortTermLufs } = meter;
      expect(whole).toMatchObject({ integratedLufs, rangeLu, mostMomentaryLufs, mostShortTermLufs });
    }
  });

  it("has no reading of too little, of silence, and after a reset", () => {
    const meter = live(toneOf([[0.39, -20]], rate), rate);
    expect(meter.integratedLufs).toBe(FLOOR_DB);
    expect(meter.rangeLu).toBe(0);
    const silent = live(new Float32Array(5 * rate), rate);
    expect([silent.momentaryLufs, silent.integratedLufs, silent.rangeLu]).toEqual([FLOOR_DB, FLOOR_DB, 0]);
    const signal = toneOf([[5, -20]], rate);
    const again = live(signal, rate);
    const before = [again.integratedLufs, again.mostShortTermLufs, again.rangeLu];
    again.reset();
    expect([again.integratedLufs, again.mostMomentaryLufs, again.rangeLu]).toEqual([FLOOR_DB, FLOOR_DB, 0]);
    again.process([signal, signal], 0, signal.length);
    expect([again.integratedLufs, again.mostShortTermLufs, again.rangeLu]).toEqual(before);
  });

  it("takes a hop with what is no finite number for silence, and goes on", () => {
    const signal = toneOf([[10, -20]], rate);
    signal[rate * 5 + 7] = NaN;
    signal[rate * 6 + 7] = Infinity;
    expect(Math.abs(file(signal, rate).integratedLufs + 20)).toBeLessThan(0.05);
  });

  it("gates as a list of all blocks would, to 0.01 LU, on a level that wanders over 60 dB", () => {
    const stretches = Array.from({ length: 200 }, (_, n): Stretch => [0.25, -35 + 30 * Math.sin(n * n)]);
    const signal = toneOf(stretches, rate);
    const powers: number[] = [];
    const meter = new LoudnessMeter({ sampleRate: rate, weights });
    stream(signal.length, rate / 10, (start, end) => {
      meter.process([signal, signal], start, end);
      if (end >= 0.4 * rate) powers.push(10 ** ((meter.momentaryLufs + 0.691) / 10));
    });
    const mean = (list: readonly number[]) => list.reduce((a, b) => a + b, 0) / list.length;
    const audible = powers.filter((p) => p >= 10 ** ((-70 + 0.691) / 10));
    const gated = audible.filter((p) => p > mean(audible) / 10);
    expect(Math.abs(meter.integratedLufs - (10 * Math.log10(mean(gated)) - 0.691))).toBeLessThan(0.01);
  });
});
