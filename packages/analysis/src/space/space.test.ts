import { BiquadCascade, createSections, MatchedDesigner } from "@headroom/dsp";
import { describe, expect, it } from "vitest";
import { withChanges } from "../edit.js";
import { analyze, RATE, sessionOf, type Part } from "../render-harness.js";
import { noise, sine } from "../signals-harness.js";
import { findCollisions } from "./find-collisions.js";
import { suggestEq } from "./suggest-eq.js";

const stereo = (samples: Float32Array, name = ""): Part => ({ audio: [samples, samples], strip: { name } });

/** Noise around a frequency. */
function band(seed: number, hz: number, amplitude: number, q = 4): Float32Array {
  const sections = createSections(1);
  new MatchedDesigner().design("band-pass", hz, q, 0, RATE, sections, 0);
  const cascade = new BiquadCascade(1, 1);
  cascade.set(sections, 1);
  const samples = Float64Array.from(noise(seed, amplitude, 2));
  cascade.process([samples], 0, samples.length);
  return Float32Array.from(samples);
}

function shareOf(parts: Record<string, Part>, victim: string, masker: string): number {
  const { session, audio } = sessionOf(parts);
  const { strips, share } = findCollisions(session, analyze(session, audio, { seconds: 2 }));
  return share[strips.indexOf(victim)]?.[strips.indexOf(masker)] ?? 0;
}

describe("findCollisions", () => {
  it("finds nothing between sounds of bands far apart", () => {
    const parts = { a: stereo(sine(110, 0.3, 2)), b: stereo(sine(6000, 0.3, 2)) };
    expect(shareOf(parts, "a", "b")).toBeLessThan(0.01);
    expect(shareOf(parts, "b", "a")).toBeLessThan(0.01);
  });

  it("finds much between sounds of one band, more the louder the masker is", () => {
    const shares = [0.05, 0.1, 0.2, 0.4].map((level) => shareOf({ a: stereo(band(1, 1000, 0.1)), b: stereo(band(2, 1000, level)) }, "a", "b"));
    expect(shares[1]).toBeGreaterThan(0.3);
    expect(shares.toSorted((x, y) => x - y)).toEqual(shares);
    expect(shares[3]).toBeGreaterThan(0.7);
  });

  it("hides the quiet sound in the loud one, not the reverse", () => {
    const parts = { quiet: stereo(band(1, 2000, 0.02)), loud: stereo(band(2, 2000, 0.5)) };
    expect(shareOf(parts, "quiet", "loud")).toBeGreaterThan(0.9);
    expect(shareOf(parts, "loud", "quiet")).toBeLessThan(0.05);
  });

  it("says the same of a mix that is louder as a whole", () => {
    const parts = { a: stereo(band(1, 800, 0.1, 1)), b: stereo(band(2, 1200, 0.2, 1)) };
    const { session, audio } = sessionOf(parts);
    const quieter = withChanges(session, { a: { faderDb: -20 }, b: { faderDb: -20 } });
    const [one, other] = [session, quieter].map((each) => findCollisions(each, analyze(each, audio, { seconds: 2 })).share);
    one!.flat().forEach((share, i) => expect(other!.flat()[i]).toBeCloseTo(share, 3));
  });

  it("finds nothing between sounds that take turns", () => {
    const [a, b] = [band(1, 1000, 0.3), band(2, 1000, 0.3)];
    expect(shareOf({ a: stereo(a.map((x, i) => (i < 0.9 * RATE ? x : 0))), b: stereo(b.map((x, i) => (i > 1.1 * RATE ? x : 0))) }, "a", "b")).toBeLessThan(0.01);
  });

  it("names the band and the time", () => {
    const masker = band(2, 2000, 0.5).map((x, i) => (i > RATE ? x : 0));
    const { session, audio } = sessionOf({ vocal: stereo(band(1, 2000, 0.1), "Vocal"), pad: stereo(masker, "Pad") });
    const [collision] = findCollisions(session, analyze(session, audio, { seconds: 2 })).collisions;
    expect(collision!.masking[0]).toMatchObject({ victim: "vocal", masker: "pad" });
    expect(collision!.rangeHz[0]).toBeLessThan(2000);
    expect(collision!.rangeHz[1]).toBeGreaterThan(1900);
    expect(collision!.when[0]!.startSeconds).toBeGreaterThan(0.9);
  });

  it("takes silence, one channel and equal channels", () => {
    const empty = sessionOf({ a: stereo(new Float32Array(0)) });
    expect(findCollisions(empty.session, analyze(empty.session, empty.audio, { seconds: 1 }))).toEqual({ strips: [], share: [], collisions: [] });
    const equal = Object.fromEntries(["a", "b", "c"].map((id) => [id, stereo(band(1, 300, 0.2))]));
    const share = shareOf(equal, "a", "b");
    expect(share).toBeGreaterThan(0.2);
    expect(shareOf(equal, "b", "a")).toBeCloseTo(share, 6);
  });
});

describe("suggestEq", () => {
  it("cuts off what a bass does not need where it hides hats: at least half of the collision, no loudness", () => {
    const low = sine(55, 0.4, 2);
    const buzz = band(3, 6000, 0.3, 0.7).map((x, i) => x + (low[i] ?? 0));
    const { session, audio } = sessionOf({ bass: stereo(buzz, "Bass"), hats: stereo(band(4, 7000, 0.1, 1), "Hats") });
    const analysis = analyze(session, audio, { seconds: 2 });
    const [collision] = findCollisions(session, analysis).collisions;
    const suggestion = suggestEq(session, analysis, collision!)!;
    expect(suggestion.after).toBeLessThanOrEqual(suggestion.before / 2);
    expect(suggestion.changes).toHaveLength(1);
    expect(suggestion.changes[0]).toMatchObject({ strip: "bass", bands: [{ type: "high-cut", frequencyHz: 2500 }] });
    for (const { loudnessChangeLu } of suggestion.changes) expect(Math.abs(loudnessChangeLu)).toBeLessThanOrEqual(1);
  });
});
