import { describe, expect, it } from "vitest";
import { FLOOR_DB } from "../level/decibels.js";
import { logFrequencies } from "./log-frequencies.js";
import { SpectrumAnalyzer } from "./spectrum-analyzer.js";

const sampleRate = 48_000;
const frequencies = logFrequencies(20, 20_000, 200);
const sine = (hz: number, seconds: number) =>
  Float32Array.from({ length: seconds * sampleRate }, (_, n) => Math.sin((2 * Math.PI * hz * n) / sampleRate));
const nearest = (hz: number) => frequencies.reduce((best, f, i) => (Math.abs(f - hz) < Math.abs(frequencies[best]! - hz) ? i : best), 0);

describe("SpectrumAnalyzer", () => {
  it.each([50, 440, 1000, 3000, 12_345])("reads a full-scale sine of %d Hz as 0 dBFS, at most 1.5 dB less", (hz) => {
    const analyzer = new SpectrumAnalyzer(1, { sampleRate, frequencies });
    analyzer.write([sine(hz, 1)], sampleRate);
    const at = nearest(hz);
    const top = Math.max(...analyzer.levels.subarray(at - 1, at + 2));
    expect(top).toBeLessThan(0.01);
    expect(top).toBeGreaterThan(-1.5);
    expect(analyzer.levels[nearest(hz * 2)]).toBeLessThan(-60);
  });

  it("falls at the release rate once the sound has left the window, to one hop", () => {
    const analyzer = new SpectrumAnalyzer(1, { sampleRate, frequencies, releaseDbPerSecond: 40 });
    analyzer.write([sine(1000, 0.5)], sampleRate / 2);
    const silence = new Float32Array(sampleRate / 2);
    analyzer.write([silence], silence.length);
    const before = analyzer.levels[nearest(1000)]!;
    analyzer.write([silence], silence.length);
    expect(Math.abs(before - analyzer.levels[nearest(1000)]! - 20)).toBeLessThan((40 * 1024) / sampleRate);
    analyzer.reset();
    expect(analyzer.levels.every((level) => level === FLOOR_DB)).toBe(true);
  });

  it("gives the same levels however the stream is cut", () => {
    const signal = sine(777, 0.5);
    const run = (block: number) => {
      const analyzer = new SpectrumAnalyzer(2, { sampleRate, frequencies, size: 2048 });
      let fresh = 0;
      for (let at = 0; at < signal.length; at += block) {
        const part = signal.subarray(at, at + block);
        if (analyzer.write([part, part], part.length)) fresh++;
      }
      return { levels: analyzer.levels, fresh };
    };
    expect(run(128).levels).toEqual(run(1).levels);
    expect(run(128).fresh).toBe(Math.floor(24_000 / 256));
  });
});
