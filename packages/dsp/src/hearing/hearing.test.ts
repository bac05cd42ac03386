import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { camToHz, erbHz, hzToCam } from "./erb-scale.js";
import { partialLoudness, quietThresholdDb, specificLoudness } from "./partial-loudness.js";
import { RoexFilters } from "./roex-filters.js";

const level = fc.double({ min: -20, max: 100, noNaN: true }).map((db) => 10 ** (db / 10));

describe("ERB scale", () => {
  it("has the bandwidths and numbers of Glasberg and Moore 1990", () => {
    // 24.7·(4.37·1 + 1), and 21.4·log10(4.37 + 1).
    expect(erbHz(1000)).toBeCloseTo(132.6, 1);
    expect(hzToCam(1000)).toBeCloseTo(15.62, 2);
  });

  it("is its own inverse", () => {
    fc.assert(fc.property(fc.double({ min: 1, max: 20_000, noNaN: true }), (hz) => {
      expect(camToHz(hzToCam(hz)) / hz).toBeCloseTo(1, 9);
    }));
  });
});

describe("RoexFilters", () => {
  it("takes a tone by (1 + pg)·e^(−pg)", () => {
    const filters = new RoexFilters(48_000, 2049, [700, 1000, 1300]);
    const power = new Float64Array(2049);
    power[Math.round(1000 / (24_000 / 2048))] = 1;
    const excitation = new Float64Array(3);
    filters.add(power, excitation);
    const hz = Math.round(1000 / (24_000 / 2048)) * (24_000 / 2048);
    for (const [i, center] of [700, 1000, 1300].entries()) {
      const pg = (4 * Math.abs(hz - center)) / erbHz(center);
      // Bins within an eighth of a filter are taken together: p·g moves by a quarter at most, which is 1.1 dB.
      expect(Math.abs(10 * Math.log10(excitation[i]! / ((1 + pg) * Math.exp(-pg))))).toBeLessThan(1.1);
    }
  });
});

describe("partial loudness", () => {
  it("is the loudness in quiet where nothing else sounds", () => {
    fc.assert(fc.property(level, (signal) => {
      expect(partialLoudness(signal, 0)).toBe(specificLoudness(signal));
      expect(partialLoudness(signal, 1e-12) / specificLoudness(signal)).toBeCloseTo(1, 6);
    }));
  });

  it("rises with the sound, falls with the other, and takes neither more than there is nor less than nothing", () => {
    fc.assert(fc.property(level, level, (signal, noise) => {
      const partial = partialLoudness(signal, noise);
      expect(partial).toBeGreaterThanOrEqual(0);
      expect(partial).toBeLessThanOrEqual(specificLoudness(signal) * (1 + 1e-9));
      expect(partialLoudness(signal * 1.1, noise)).toBeGreaterThan(partial);
      expect(partialLoudness(signal, noise * 1.1)).toBeLessThanOrEqual(partial * (1 + 1e-9));
    }));
  });

  it("at the masked threshold is that at the threshold in quiet, as the paper has it, from both sides", () => {
    fc.assert(fc.property(level, (noise) => {
      const threshold = 10 ** -0.3 * noise + 1;
      expect(partialLoudness(threshold, noise) / specificLoudness(1)).toBeCloseTo(1, 6);
      expect(partialLoudness(threshold * (1 - 1e-9), noise) / specificLoudness(1)).toBeCloseTo(1, 5);
    }));
  });

  it("grows tenfold in power to about 1.6 times the loudness, at moderate levels (10^0.2)", () => {
    expect(specificLoudness(1e7) / specificLoudness(1e6)).toBeCloseTo(10 ** 0.2, 1);
  });

  it("knows the threshold in quiet of Terhardt 1979", () => {
    expect(quietThresholdDb(1000)).toBeCloseTo(3.37, 1);
    expect(quietThresholdDb(3300)).toBeLessThan(-4.5);
    expect(quietThresholdDb(50)).toBeCloseTo(40, 0);
  });
});
