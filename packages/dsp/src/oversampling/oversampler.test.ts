import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RealFft } from "../spectrum/real-fft.js";
import { Oversampler, type OversamplingFactor } from "./oversampler.js";

const FACTORS: readonly OversamplingFactor[] = [2, 4];
const SIZE = 4096;

const impulse = () => Float64Array.from({ length: SIZE }, (_, n) => (n === 0 ? 1 : 0));

function thereAndBack(factor: OversamplingFactor, signal: Float64Array, block = 128): Float64Array {
  const over = new Oversampler(factor, block);
  const out = new Float64Array(signal.length);
  for (let start = 0; start < signal.length; start += block) {
    const end = Math.min(signal.length, start + block);
    over.up(signal, start, end);
    over.down(out, start, end);
  }
  return out;
}

function magnitudesDb(signal: Float64Array): Float64Array {
  const fft = new RealFft(signal.length);
  const real = new Float64Array(fft.bins);
  const imaginary = new Float64Array(fft.bins);
  fft.forward(signal, real, imaginary);
  return real.map((re, k) => 10 * Math.log10(re * re + imaginary[k]! ** 2 + 1e-30));
}

describe.each(FACTORS)("Oversampler ×%d", (factor) => {
  it("is flat to 0.001 dB up to 0.453 of the sample rate", () => {
    const levels = magnitudesDb(thereAndBack(factor, impulse()));
    for (let k = 0; k <= 0.453 * SIZE; k++) expect(Math.abs(levels[k]!)).toBeLessThan(0.001);
  });

  it("has the latency that it states, and a symmetric response around it, to −150 dB", () => {
    const response = thereAndBack(factor, impulse());
    const { latency } = new Oversampler(factor, 1);
    expect(response.indexOf(Math.max(...response))).toBe(latency);
    for (let n = 0; n <= latency; n++) expect(Math.abs(response[latency + n]! - response[latency - n]!)).toBeLessThan(3e-8);
  });

  it("keeps images below −95 dB", () => {
    const over = new Oversampler(factor, SIZE);
    over.up(impulse(), 0, SIZE);
    const levels = magnitudesDb(over.buffer);
    const rate = SIZE * factor;
    for (let k = Math.ceil(0.547 * SIZE); k <= rate / 2; k++) expect(levels[k]! - 20 * Math.log10(factor)).toBeLessThan(-95);
  });

  it("keeps aliases below −95 dB", () => {
    const over = new Oversampler(factor, SIZE);
    for (const share of [0.55, 0.6, 0.75, 0.9, 1.1, 1.45, 1.8]) {
      if (share >= factor / 2) continue;
      over.reset();
      over.buffer.forEach((_, n) => (over.buffer[n] = Math.sin((2 * Math.PI * share * n) / factor)));
      const out = new Float64Array(SIZE);
      over.down(out, 0, SIZE);
      for (let n = 200; n < SIZE; n++) expect(Math.abs(out[n]!)).toBeLessThan(10 ** (-95 / 20));
    }
  });

  it("gives the same frames however the stream is cut", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), (block) => {
        const signal = Float64Array.from({ length: 700 }, (_, n) => Math.sin(n * n * 0.37));
        expect(thereAndBack(factor, signal, block)).toEqual(thereAndBack(factor, signal, 700));
      }),
      { numRuns: 20 },
    );
  });

  it("forgets on reset", () => {
    const over = new Oversampler(factor, 64);
    const signal = Float64Array.from({ length: 64 }, (_, n) => Math.cos(n));
    const first = new Float64Array(64);
    const again = new Float64Array(64);
    over.up(signal, 0, 64);
    over.down(first, 0, 64);
    over.reset();
    over.up(signal, 0, 64);
    over.down(again, 0, 64);
    expect(again).toEqual(first);
  });
});
