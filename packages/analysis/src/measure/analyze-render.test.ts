import { measureLoudness } from "@headroom/dsp";
import { MASTER_ID } from "@headroom/session";
import { describe, expect, it } from "vitest";
import { analyze, RATE, sessionOf } from "../render-harness.js";
import { noise, sine } from "../signals-harness.js";

const strip = (analysis: ReturnType<typeof analyze>, id: string) => analysis.strips.find((one) => one.strip === id)!;

describe("analyzeRender", () => {
  it("measures a tone at every boundary as the formulas say", () => {
    const tone = sine(997, 0.5, 4);
    const { session, audio } = sessionOf({ tone: { audio: [tone, tone], strip: { trimDb: -6, faderDb: 3 } } });
    const [source, input, output] = strip(analyze(session, audio, { seconds: 4 }), "tone").boundaries;
    for (const [levels, db] of [[source!, 0], [input!, -6], [output!, -3]] as const) {
      expect(levels.peakDbfs).toBeCloseTo(-6.02 + db, 1);
      expect(levels.truePeakDbtp).toBeCloseTo(-6.02 + db, 1);
      expect(levels.rmsDbfs).toBeCloseTo(-9.03 + db, 1);
      // Both sides add up.
      expect(levels.integratedLufs).toBeCloseTo(-6.02 + db, 1);
      expect(levels.mostShortTermLufs).toBeCloseTo(-6.02 + db, 1);
      expect(levels.mostVu).toBeGreaterThan(-9.03 + 18 + db - 0.05);
      expect(levels.headroomDb).toBeCloseTo(6.02 - db, 1);
    }
  });

  it("agrees with the loudness meter on noise, panned and wide, whatever the quantum that it starts in", () => {
    const [left, right] = [noise(1, 0.3, 5), noise(2, 0.2, 5)];
    const { session, audio } = sessionOf({ a: { audio: [left, right], strip: { pan: 0.4, width: 1.4 } } });
    const analysis = analyze(session, audio, { seconds: 5 });
    const expected = measureLoudness([left, right], { sampleRate: RATE, weights: [1, 1] });
    expect(strip(analysis, "a").boundaries[0]!.integratedLufs).toBeCloseTo(expected.integratedLufs, 1);
    expect(strip(analysis, "a").boundaries[0]!.truePeakDbtp).toBeCloseTo(expected.truePeakDb, 5);
    expect(strip(analysis, MASTER_ID).loudnessLufs).toBeCloseTo(strip(analysis, "a").loudnessLufs, 5);
  });

  it("adds the octaves and a flat spectrum's bands up to the power", () => {
    const samples = noise(3, 0.25, 3);
    const { session, audio } = sessionOf({ a: { audio: [samples, samples], strip: { faderDb: -6 } } });
    const { octaves } = strip(analyze(session, audio, { seconds: 3 }), "a");
    const power = 2 * (samples.reduce((sum, x) => sum + x * x, 0) / samples.length) * 10 ** -0.6;
    // From 22 Hz to 22.6 kHz of 24 kHz.
    expect(octaves.reduce((sum, x) => sum + x, 0) / power).toBeCloseTo(22_600 / 24_000, 1);
  });

  it("counts overs behind the gain that makes them", () => {
    const { session, audio } = sessionOf({ a: { audio: [sine(100, 0.9, 1), sine(100, 0.9, 1)], strip: { trimDb: 2 } } });
    const [source, input, output] = strip(analyze(session, audio, { seconds: 1 }), "a").boundaries;
    expect(source!.overs).toBe(0);
    expect(input!.overs).toBeGreaterThan(1000);
    expect(output!.overs).toBe(input!.overs);
  });

  it("names what each strip gave to the master's highest sample, to 1e-6", () => {
    const parts = Object.fromEntries(["a", "b", "c"].map((id, i) => [id, { audio: [noise(i + 1, 0.6, 1), noise(i + 9, 0.6, 1)] }]));
    const { session, audio } = sessionOf(parts);
    const { masterPeaks, strips } = analyze(session, audio, { seconds: 1 });
    expect(masterPeaks.length).toBeGreaterThan(0);
    for (const { sample, contributions, levelDbfs } of masterPeaks) {
      expect(Math.abs(contributions.reduce((sum, one) => sum + one.sample, 0) - sample)).toBeLessThan(1e-6);
      expect(contributions.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 5);
      expect(levelDbfs).toBeGreaterThan(0);
    }
    expect(Math.max(...masterPeaks.map(({ levelDbfs }) => levelDbfs))).toBeCloseTo(strips.at(-1)!.boundaries[0]!.peakDbfs, 5);
  });

  it("starts within the song", () => {
    const silence = new Float32Array(RATE);
    const tone = Float32Array.of(...silence, ...sine(500, 0.25, 1));
    const { session, audio } = sessionOf({ a: { audio: [tone] } });
    const analysis = analyze(session, audio, { startSeconds: 1.5, seconds: 0.5 });
    expect([analysis.startSeconds, analysis.endSeconds]).toEqual([1.5, 2]);
    expect(strip(analysis, "a").boundaries[0]!.peakSeconds).toBeGreaterThanOrEqual(1.5);
    expect(strip(analysis, "a").peak[0]).toBeCloseTo(0.25, 3);
  });

  it.each<[string, Float32Array]>([["nothing", new Float32Array(0)], ["silence", new Float32Array(RATE)], ["one sample", Float32Array.of(0.5)]])("gives numbers for %s", (_, samples) => {
    const { session, audio } = sessionOf({ a: { audio: [samples] }, b: { audio: [new Float32Array(0)] } });
    const analysis = analyze(session, audio, { seconds: 1 });
    const numbers = JSON.stringify(analysis, (_key, value: unknown) => (typeof value === "number" && !Number.isFinite(value) ? "bad" : value));
    expect(numbers).not.toContain("bad");
    expect(strip(analysis, "b").sounds).toBe(false);
    expect(strip(analysis, "b").loudnessLufs).toBe(-200);
  });
});
