import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BiquadCascade } from "./biquad-cascade.js";
import { butterworthQ, butterworthSections } from "./butterworth.js";
import { createSections, SECTION_LENGTH } from "./coefficients.js";
import { MatchedDesigner } from "./matched-designer.js";
import { addResponseDb, sectionsPower } from "./response.js";

const RATE = 48_000;
const designer = new MatchedDesigner();

function sections(...settings: readonly (readonly [Parameters<MatchedDesigner["design"]>[0], number, number, number])[]): Float64Array {
  const out = createSections(settings.length);
  settings.forEach(([shape, hz, q, gainDb], n) => designer.design(shape, hz, q, gainDb, RATE, out, n * SECTION_LENGTH));
  return out;
}

const noise = (frames: number) => Float64Array.from({ length: frames }, (_, n) => Math.sin(n * n * 0.37));

function largestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let most = 0;
  for (let i = 0; i < a.length; i++) most = Math.max(most, Math.abs(a[i]! - b[i]!));
  return most;
}

describe("BiquadCascade", () => {
  it("equals the difference equation, channel by channel, to 1e-12", () => {
    const c = sections(["bell", 900, 2, 9], ["low-cut", 80, 0.7, 0], ["high-shelf", 6000, 0.7, -5]);
    const input = noise(500);
    let wanted = [...input];
    for (let n = 0; n < 3; n++) {
      const [b0 = 0, b1 = 0, b2 = 0, a1 = 0, a2 = 0] = c.subarray(n * SECTION_LENGTH);
      const y: number[] = [];
      wanted.forEach((x, i) => y.push(b0 * x + b1 * (wanted[i - 1] ?? 0) + b2 * (wanted[i - 2] ?? 0) - a1 * (y[i - 1] ?? 0) - a2 * (y[i - 2] ?? 0)));
      wanted = y;
    }
    for (const channels of [1, 2, 3]) {
      const cascade = new BiquadCascade(4, channels);
      cascade.set(c, 3);
      const buffers = Array.from({ length: channels }, () => Float64Array.from(input));
      cascade.process(buffers, 0, 200);
      cascade.process(buffers, 200, 500);
      for (const buffer of buffers) expect(largestDifference(buffer, wanted)).toBeLessThan(1e-12);
    }
  });

  it("is a bit-exact wire without sections and with flat ones", () => {
    const input = noise(1000);
    const cascade = new BiquadCascade(4, 1);
    const buffer = Float64Array.from(input);
    cascade.process([buffer], 0, 1000);
    cascade.set(sections(["bell", 1000, 1, 0], ["high-shelf", 5000, 0.7, 0]), 2);
    cascade.process([buffer], 0, 1000);
    expect(buffer).toEqual(input);
  });

  it("arrives at the target of a ramp, and then filters as if it had been set", () => {
    const from = sections(["bell", 200, 1, 12]);
    const to = sections(["bell", 5000, 3, -12]);
    const ramped = new BiquadCascade(1, 1);
    const fixed = new BiquadCascade(1, 1);
    ramped.set(from, 1);
    fixed.set(to, 1);
    const a = noise(20_000);
    const b = noise(20_000);
    ramped.rampTo(to, 100);
    expect(ramped.ramping).toBe(true);
    ramped.process([a], 0, 60);
    ramped.process([a], 60, 20_000);
    fixed.process([b], 0, 20_000);
    expect(ramped.ramping).toBe(false);
    expect(largestDifference(a.subarray(10_000), b.subarray(10_000))).toBeLessThan(1e-9);
  });

  it("stays bounded under the hardest modulation of shape and frequency", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.double({ min: 10, max: 23_000, noNaN: true }), fc.double({ min: 0.1, max: 20, noNaN: true }), fc.double({ min: -12, max: 12, noNaN: true })), { minLength: 20, maxLength: 60 }),
        (settings) => {
          const cascade = new BiquadCascade(1, 1);
          cascade.set(sections(["bell", 1000, 1, 0]), 1);
          for (const [hz, q, gainDb] of settings) {
            cascade.rampTo(sections(["bell", hz, q, gainDb]), 32);
            const buffer = noise(64);
            cascade.process([buffer], 0, 64);
            expect(largestDifference(buffer, new Float64Array(64))).toBeLessThan(100);
          }
        },
      ),
      { numRuns: 50 },
    );
  });

  it("forgets what died away and what is no finite number", () => {
    const cascade = new BiquadCascade(1, 1);
    cascade.set(sections(["low-cut", 20, 0.7, 0]), 1);
    cascade.process([Float64Array.of(1, NaN, 1)], 0, 3);
    cascade.settle();
    const buffer = new Float64Array(100);
    cascade.process([buffer], 0, 100);
    expect(buffer.every((y) => y === 0)).toBe(true);
  });
});

describe("Butterworth", () => {
  it.each([1, 2, 3, 4, 6, 8, 12, 16])("order %d follows 1 / (1 + (f/fc)^2n) to 0.6 dB down to −90 dB", (order) => {
    const corner = 1000;
    const count = butterworthSections(order);
    const c = createSections(count);
    for (let n = 0; n < Math.floor(order / 2); n++) designer.design("high-cut", corner, butterworthQ(order, n), 0, RATE, c, n * SECTION_LENGTH);
    if (order % 2 === 1) designer.design("high-cut-1", corner, 1, 0, RATE, c, (count - 1) * SECTION_LENGTH);
    for (let hz = 20; hz < 20_000; hz *= 1.05) {
      const wanted = -10 * Math.log10(1 + (hz / corner) ** (2 * order));
      const measured = 10 * Math.log10(sectionsPower(c, count, (2 * Math.PI * hz) / RATE));
      if (wanted > -90) expect(Math.abs(measured - wanted)).toBeLessThan(0.6);
    }
  });
});

describe("addResponseDb", () => {
  it("agrees with what the filter does to a sine, to 0.001 dB", () => {
    const c = sections(["bell", 3000, 2, 7], ["high-shelf", 9000, 0.7, -4]);
    const cascade = new BiquadCascade(2, 1);
    cascade.set(c, 2);
    const hz = 3750;
    const tone = Float64Array.from({ length: 24_000 }, (_, n) => Math.sin((2 * Math.PI * hz * n) / RATE));
    cascade.process([tone], 0, tone.length);
    let square = 0;
    for (let n = 23_040; n < 24_000; n++) square += tone[n]! ** 2;
    const out = new Float64Array(1);
    addResponseDb(c, 2, [hz], RATE, out);
    expect(Math.abs(10 * Math.log10(square / 480) - out[0]!)).toBeLessThan(0.001);
  });
});
