import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { butterworthQ } from "./butterworth.js";
import { SECTION_LENGTH } from "./coefficients.js";
import { MatchedDesigner } from "./matched-designer.js";
import { AnalogPrototype, type FilterShape } from "./prototype.js";
import { sectionsPower } from "./response.js";

const designer = new MatchedDesigner();

function worstErrorDb(shape: FilterShape, hz: number, q: number, gainDb: number, sampleRate: number, topHz = 20_000, by = designer): number {
  const section = new Float64Array(SECTION_LENGTH);
  by.design(shape, hz, q, gainDb, sampleRate, section, 0);
  const analog = new AnalogPrototype();
  analog.set(shape, q, gainDb);
  const top = Math.min(topHz, sampleRate * 0.465);
  let worst = 0;
  for (let i = 0; i <= 400; i++) {
    const f = 20 * (top / 20) ** (i / 400);
    const u = (f / hz) ** 2;
    const wanted = 10 * Math.log10(analog.numeratorPower(u) / analog.denominatorPower(u));
    // Deep in a stop band the error in decibels says nothing.
    if (wanted < -90) continue;
    const error = Math.abs(10 * Math.log10(sectionsPower(section, 1, (2 * Math.PI * f) / sampleRate)) - wanted);
    worst = Number.isNaN(error) ? Infinity : Math.max(worst, error);
  }
  return worst;
}

function frequencies(from: number, to: number): number[] {
  const list: number[] = [];
  for (let hz = from; hz <= to; hz *= 1.07) list.push(hz);
  return list;
}

/** Shape, Q, gain in dB, and the largest error in dB from 20 Hz to 20 kHz, over 10 Hz…30 kHz at 44.1, 48 and 96 kHz. */
const LIMITS: readonly (readonly [FilterShape, number, number, number])[] = [
  ["bell", 1, 12, 0.25],
  ["bell", 1, -12, 0.25],
  ["bell", 0.3, 12, 0.25],
  ["bell", 6, 12, 0.25],
  ["bell", 1, 30, 0.5],
  ["bell", 25, 30, 0.25],
  ["bell", 0.025, 30, 0.5],
  ["bell", 1, 0.1, 0.02],
  ["high-shelf", Math.SQRT1_2, 12, 0.25],
  ["high-shelf", Math.SQRT1_2, -12, 0.25],
  ["low-shelf", Math.SQRT1_2, 12, 0.25],
  ["high-shelf", Math.SQRT1_2, 30, 0.6],
  ["high-shelf", 0.4, 12, 0.25],
  ["high-shelf", 1.5, 12, 0.6],
  ["high-cut", Math.SQRT1_2, 0, 0.35],
  ["high-cut", 0.51, 0, 0.35],
  ["high-cut", 0.6, 0, 0.35],
  ["high-cut", 2.56, 0, 0.35],
  ["high-cut", 10, 0, 0.35],
  ["low-cut", Math.SQRT1_2, 0, 0.35],
  ["low-cut", 2.56, 0, 1],
  ["band-pass", 1, 0, 0.5],
  ["band-pass", 10, 0, 0.7],
  ["notch", 1, 0, 1.5],
  ["notch", 10, 0, 0.1],
  ["tilt", 1, 12, 0.35],
  ["high-cut-1", 1, 0, 0.45],
  ["low-cut-1", 1, 0, 0.35],
  ["high-shelf-1", 1, 12, 0.25],
  ["low-shelf-1", 1, -24, 0.4],
];

describe("MatchedDesigner", () => {
  it.each(LIMITS)("%s Q %f %f dB stays within %f dB of the analog prototype", (shape, q, gainDb, limit) => {
    let worst = 0;
    let where = "";
    for (const sampleRate of [44_100, 48_000, 96_000]) {
      for (const hz of [10, 20, 50, 100, 300, ...frequencies(1000, 30_000)]) {
        const error = worstErrorDb(shape, hz, q, gainDb, sampleRate);
        if (error > worst) [worst, where] = [error, `${hz} Hz at ${sampleRate}`];
      }
    }
    expect(worst, where).toBeLessThan(limit);
  });

  it("reaches the published figures at 48 kHz and better", () => {
    expect(worstErrorDb("bell", 5000, 1, 12, 48_000)).toBeLessThan(0.22);
    expect(worstErrorDb("bell", 10_000, 1, 12, 48_000)).toBeLessThan(0.53);
    expect(worstErrorDb("bell", 16_000, 1, 12, 48_000)).toBeLessThan(0.33);
    expect(worstErrorDb("high-cut", 5000, Math.SQRT1_2, 0, 48_000)).toBeLessThan(1.03);
    expect(worstErrorDb("high-shelf", 10_000, Math.SQRT1_2, 12, 48_000)).toBeLessThan(0.3);
  });

  const gained: readonly FilterShape[] = ["bell", "low-shelf", "high-shelf", "tilt", "low-shelf-1", "high-shelf-1"];
  const others: readonly FilterShape[] = ["low-cut", "high-cut", "band-pass", "notch", "low-cut-1", "high-cut-1"];
  it.each([...gained, ...others])("%s at four times 44.1 and 48 kHz, followed up to 22 kHz, stays within 0.04 dB at any Q and gain", (shape) => {
    const audible = new MatchedDesigner(22_000);
    let worst = 0;
    let where = "";
    for (const sampleRate of [176_400, 192_000]) {
      for (const hz of [10, 50, 300, ...frequencies(1000, 30_000)]) {
        for (const q of [0.025, 0.3, Math.SQRT1_2, 1, 2.56, 25]) {
          for (const gainDb of gained.includes(shape) ? [3, -12, 30] : [0]) {
            const error = worstErrorDb(shape, hz, q, gainDb, sampleRate, 20_000, audible);
            if (error > worst) [worst, where] = [error, `${hz} Hz Q ${q} ${gainDb} dB at ${sampleRate}`];
          }
        }
      }
    }
    expect(worst, where).toBeLessThan(0.04);
  });

  it("makes Butterworth shelves of sections: half the gain at the frequency, the steepest monotonous way", () => {
    const analog = new AnalogPrototype();
    const gainDb = 18;
    const powerAt = (order: number, u: number) => {
      let power = 1;
      for (let n = 0; n < Math.floor(order / 2); n++) {
        analog.set("high-shelf", butterworthQ(order, n), (2 * gainDb) / order);
        power *= analog.numeratorPower(u) / analog.denominatorPower(u);
      }
      if (order % 2 === 1) {
        analog.set("high-shelf-1", 1, gainDb / order);
        power *= analog.numeratorPower(u) / analog.denominatorPower(u);
      }
      return power;
    };
    // |H|² = (1 + G·u^N) / (1 + u^N / G) in the squared frequency u, G the amplitude at the top.
    const g = 10 ** (gainDb / 20);
    for (const order of [1, 2, 3, 4, 6, 8, 12, 16]) {
      for (const u of [0.01, 0.3, 1, 2.5, 100]) {
        const wanted = (1 + g * u ** order) / (1 + u ** order / g);
        expect(10 * Math.log10(powerAt(order, u) / wanted)).toBeCloseTo(0, 9);
      }
    }
  });

  const anySetting = {
    shape: fc.constantFrom<FilterShape>(
      "bell", "low-shelf", "high-shelf", "low-cut", "high-cut", "band-pass", "notch", "all-pass", "tilt", "low-cut-1", "high-cut-1",
      "low-shelf-1", "high-shelf-1",
    ),
    hz: fc.double({ min: 10, max: 30_000, noNaN: true }),
    q: fc.double({ min: 0.025, max: 25, noNaN: true }),
    gainDb: fc.double({ min: -60, max: 60, noNaN: true }),
    sampleRate: fc.constantFrom(8000, 22_050, 44_100, 48_000, 88_200, 96_000, 192_000, 384_000, 768_000),
  };

  it("gives a stable filter for every setting and rate", () => {
    fc.assert(
      fc.property(fc.record(anySetting), ({ shape, hz, q, gainDb, sampleRate }) => {
        const s = new Float64Array(SECTION_LENGTH);
        designer.design(shape, hz, q, gainDb, sampleRate, s, 0);
        const [, , , a1 = NaN, a2 = NaN] = s;
        // The triangle of stable denominators.
        expect(Math.abs(a2)).toBeLessThan(1);
        expect(Math.abs(a1)).toBeLessThan(1 + a2);
        expect(s.every(Number.isFinite)).toBe(true);
      }),
      { numRuns: 5000 },
    );
  });

  it("makes a cut the inverse of the boost, so that both together are flat to 1e-6 dB", () => {
    const shapes = fc.constantFrom<FilterShape>("bell", "low-shelf", "high-shelf", "tilt", "low-shelf-1", "high-shelf-1");
    fc.assert(
      fc.property(fc.record({ ...anySetting, shape: shapes }), ({ shape, hz, q, gainDb, sampleRate }) => {
        const s = new Float64Array(2 * SECTION_LENGTH);
        designer.design(shape, hz, q, gainDb, sampleRate, s, 0);
        designer.design(shape, hz, q, -gainDb, sampleRate, s, SECTION_LENGTH);
        for (const share of [0.001, 0.01, 0.1, 0.5, 0.9, 1]) {
          expect(Math.abs(10 * Math.log10(sectionsPower(s, 2, Math.PI * share)))).toBeLessThan(1e-6);
        }
      }),
    );
  });

  it("passes the signal unchanged at 0 dB: numerator and denominator are the same numbers", () => {
    for (const shape of ["bell", "low-shelf", "high-shelf", "tilt"] as const) {
      const s = new Float64Array(SECTION_LENGTH);
      designer.design(shape, 1000, 1, 0, 48_000, s, 0);
      expect([s[0], s[1], s[2]]).toEqual([1, s[3], s[4]]);
    }
  });
});
