import { describe, expect, it } from "vitest";
import { FLOOR_DB } from "../level/decibels.js";
import { LOUDNESS_WEIGHTS } from "./channel-weights.js";
import { stream } from "../testing/stream-harness.js";
import { LOUDNESS_CASES, type LoudnessCase, type WholeReading } from "../testing/loudness-cases.js";
import { repeat, toneOf, type Stretch } from "../testing/tones.js";
import { LoudnessMeter } from "./loudness-meter.js";
import { measureLoudness } from "./measure-loudness.js";

const weights = LOUDNESS_WEIGHTS.stereo;
const BLOCK = 128;

/** What EBU Tech 3341 allows, in LU. */
const TOLERANCE = 0.1;

function expectNear(lufs: number, wanted: number, tolerance = TOLERANCE): void {
  expect(Math.abs(lufs - wanted), `${lufs.toFixed(3)}, ${wanted} wanted`).toBeLessThanOrEqual(tolerance);
}

/** Plays a stereo signal to a live meter, quantum by quantum. */
function live(signal: Float32Array, sampleRate: number): LoudnessMeter {
  const meter = new LoudnessMeter({ sampleRate, weights });
  stream(signal.length, BLOCK, (start, end) => meter.process([signal, signal], start, end));
  return meter;
}

const file = (signal: Float32Array, sampleRate: number) => measureLoudness([signal, signal], { sampleRate, weights });

function expectWhole({ whole, toleranceLu }: LoudnessCase, readings: Readonly<Record<WholeReading, number>>): void {
  for (const [reading, wanted] of Object.entries(whole)) expectNear(readings[reading as WholeReading], wanted, toleranceLu);
}

// Minutes of audio a case, on a machine that may be busy.
describe.each([44_100, 48_000, 96_000])("at %d Hz", { timeout: 60_000 }, (rate) => {
  it.each(LOUDNESS_CASES)("$name", (testCase) => {
    const channels = testCase.channels.map((stretches) => toneOf(stretches, rate));
    const settings = { sampleRate: rate, weights: LOUDNESS_WEIGHTS[testCase.layout] };
    const meter = new LoudnessMeter(settings);
    let next = 0;
    stream(channels[0]!.length, BLOCK, (start, end) => {
      meter.process(channels, start, end);
      for (; (testCase.along[next]?.seconds ?? Infinity) * rate <= end; next++) {
        const { reading, wanted } = testCase.along[next]!;
        expectNear(meter[reading], wanted, testCase.toleranceLu);
      }
    });
    expect(next).toBe(testCase.along.length);
    expectWhole(testCase, meter);
    expectWhole(testCase, measureLoudness(channels, settings));
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

  it("leaves out what is heard in a pause: as if it had not been there, while M and S go on", () => {
    const before = toneOf(repeat([[1.1, -20], [2.3, -31]], 4), rate);
    const meter = live(before, rate);
    const stood = () => [meter.integratedLufs, meter.rangeLu, meter.mostMomentaryLufs, meter.mostShortTermLufs];
    const readings = stood();
    meter.paused = true;
    const loud = toneOf([[5, -6]], rate);
    meter.process([loud, loud], 0, loud.length);
    expect(stood()).toEqual(readings);
    expectNear(meter.momentaryLufs, -6);
    expectNear(meter.shortTermLufs, -6);
    meter.paused = false;
    const after = toneOf([[10, -26]], rate);
    meter.process([after, after], 0, 2.9 * rate);
    // No window of the range lies behind the pause as a whole yet, and none of the loud part may count at all.
    expect(meter.rangeLu).toBe(readings[1]);
    expect(meter.mostMomentaryLufs).toBe(readings[2]);
    expect(meter.integratedLufs).toBeLessThan(readings[0]!);
    meter.process([after, after], 2.9 * rate, after.length);
    expect(meter.mostShortTermLufs).toBe(readings[3]);
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
