import { describe, expect, it } from "vitest";
import { createSections } from "../filter/coefficients.js";
import { addResponseDb } from "../filter/response.js";
import { logFrequencies } from "../spectrum/log-frequencies.js";
import { KWeightedPower } from "./k-weighted-power.js";
import { designKWeighting, K_WEIGHTING_SECTIONS } from "./k-weighting.js";

function sectionsAt(sampleRate: number): Float64Array {
  const sections = createSections(K_WEIGHTING_SECTIONS);
  designKWeighting(sampleRate, sections);
  return sections;
}

describe("designKWeighting", () => {
  it("gives the table of BS.1770-5 at 48 kHz, to 1e-13", () => {
    const table = [
      1.53512485958697, -2.69169618940638, 1.19839281085285, -1.69065929318241, 0.73248077421585,
      1, -2, 1, -1.99004745483398, 0.99007225036621,
    ];
    sectionsAt(48_000).forEach((c, i) => expect(Math.abs(c - table[i]!)).toBeLessThan(1e-13));
  });

  it.each([44_100, 96_000, 192_000])("weights at %d Hz as at 48 kHz, to 0.1 dB up to 5 kHz", (sampleRate) => {
    const frequencies = logFrequencies(20, 5000, 60);
    const here = new Float64Array(60);
    const there = new Float64Array(60);
    addResponseDb(sectionsAt(sampleRate), K_WEIGHTING_SECTIONS, frequencies, sampleRate, here);
    addResponseDb(sectionsAt(48_000), K_WEIGHTING_SECTIONS, frequencies, 48_000, there);
    here.forEach((db, i) => expect(Math.abs(db - there[i]!)).toBeLessThan(0.1));
  });
});

describe("KWeightedPower", () => {
  const noise = Float32Array.from({ length: 3000 }, (_, n) => Math.sin(n * n * 0.37));

  it("sums the squares of the filtered signal, in odd and even numbers of channels alike, to 1e-12", () => {
    const c = sectionsAt(48_000);
    const wanted = [0, 5].reduce<number[]>((x, o) => {
      const y: number[] = [];
      x.forEach((v, i) => y.push(c[o]! * v + c[o + 1]! * (x[i - 1] ?? 0) + c[o + 2]! * (x[i - 2] ?? 0) - c[o + 3]! * (y[i - 1] ?? 0) - c[o + 4]! * (y[i - 2] ?? 0)));
      return y;
    }, [...noise]).reduce((sum, y) => sum + y * y, 0);
    for (const channels of [1, 2, 3, 5]) {
      const power = new KWeightedPower(48_000, channels);
      power.process(Array.from({ length: channels }, () => noise), 0, 1000);
      power.process(Array.from({ length: channels }, () => noise), 1000, 3000);
      for (const sum of power.sums) expect(Math.abs(sum / wanted - 1)).toBeLessThan(1e-12);
    }
  });

  it("recovers from what is no finite number, and leaves other channels alone", () => {
    const power = new KWeightedPower(48_000, 2);
    power.process([Float32Array.of(1, NaN, 1), Float32Array.of(1, 1, 1)], 0, 3);
    power.settle();
    power.process([noise, noise], 0, 3000);
    const fresh = new KWeightedPower(48_000, 1);
    fresh.process([noise], 0, 3000);
    expect(power.sums[0]).toBe(fresh.sums[0]);
    expect(power.sums[1]).toBeGreaterThan(0);
  });
});
