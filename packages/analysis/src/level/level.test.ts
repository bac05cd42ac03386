import { MASTER_ID } from "@headroom/session";
import { describe, expect, it } from "vitest";
import { withChanges } from "../edit.js";
import { analyze, sessionOf, type Part } from "../render-harness.js";
import { noise, sine } from "../signals-harness.js";
import { masterBudget, predictFader } from "./budget.js";
import { channelLevels } from "./channel-levels.js";
import { proposeLevels, ROLE_LEVELS_LU } from "./propose-levels.js";
import { guessRole, roleOfName } from "./roles.js";

const stereo = (samples: Float32Array, name: string): Part => ({ audio: [samples, samples], strip: { name } });
const hits = noise(7, 0.8, 3).map((x, i) => (i % 24_000 < 4000 ? x : 0));
const song = () =>
  sessionOf({ a: stereo(sine(60, 0.4, 3), "Bass"), b: stereo(hits, "Snare"), c: stereo(noise(2, 0.3, 3), "Vocal"), none: stereo(new Float32Array(0), "Pad") });

describe("proposeLevels", () => {
  it.each([{ kind: "roles" }, { kind: "pink noise" }, { kind: "anchor", anchor: "c" }, { kind: "top-down", masterLufs: -20 }] as const)("brings every channel to its target, as measured again: $kind", (approach) => {
    const { session, audio } = song();
    const proposal = proposeLevels(session, analyze(session, audio, { seconds: 3 }), approach);
    expect(proposal.silent).toEqual(["none"]);
    const changed = withChanges(session, proposal.changes);
    const after = analyze(changed, audio, { seconds: 3 });
    for (const { strip, targetLufs, limit } of proposal.levels) {
      const level = channelLevels(changed, after).find((one) => one.strip === strip)!;
      if (!limit) expect(Math.abs(level.lufs - targetLufs)).toBeLessThan(0.1);
    }
    if (approach.kind === "anchor") {
      expect(Object.keys(proposal.changes)).not.toContain("c");
      const [bass] = channelLevels(changed, after, { anchor: "c" });
      expect(bass!.toAnchorLu).toBeCloseTo(ROLE_LEVELS_LU.bass, 1);
    }
    // The mix's loudness is only foretold, so that a second look may go on.
    if (approach.kind !== "top-down") expect(proposeLevels(changed, after, approach).changes).toEqual({});
  });

  it("proposes nothing where nothing sounds", () => {
    const { session, audio } = sessionOf({ none: stereo(new Float32Array(0), "Pad") });
    expect(proposeLevels(session, analyze(session, audio, { seconds: 1 }), { kind: "roles" })).toMatchObject({ levels: [], silent: ["none"], changes: {} });
  });
});

describe("roles", () => {
  it.each([["Kick 2", "kick"], ["Hi-Hats", "hats"], ["LEAD VOX", "vocal"], ["Sub", "bass"], ["bass drum", "kick"], ["Gtr_L", "chords"], ["Arpeggio", "lead"], ["Track 7", undefined]] as const)("knows %s by name", (name, role) => {
    expect(roleOfName(name)).toBe(role);
  });

  it("hears a bass and hats where the name tells nothing", () => {
    const high = noise(3, 0.2, 3).map((x, i, all) => x - (all[i - 1] ?? 0));
    const { session, audio } = sessionOf({ a: stereo(sine(55, 0.3, 3), "Track 1"), b: stereo(high.map((x, i) => x - (high[i - 1] ?? 0)), "Track 2"), none: stereo(new Float32Array(0), "") });
    const analysis = analyze(session, audio, { seconds: 3 });
    const roles = analysis.strips.slice(0, 3).map((strip) => guessRole("", strip, analysis.octavesHz, analysis.stepSeconds));
    expect(roles).toEqual(["bass", "hats", "other"]);
  });
});

describe("masterBudget", () => {
  it("shares the whole among those who sound, and each octave too", () => {
    const { session, audio } = song();
    const shares = masterBudget(session, analyze(session, audio, { seconds: 3 }));
    expect(shares.reduce((sum, { loudness }) => sum + loudness, 0)).toBeCloseTo(1, 6);
    expect(shares.find(({ strip }) => strip === "none")!.loudness).toBe(0);
    // 62.5 Hz is the bass's.
    expect(shares.find(({ strip }) => strip === "a")!.octaves[1]).toBeGreaterThan(0.9);
  });

  it("gives zeros in silence", () => {
    const { session, audio } = sessionOf({ none: stereo(new Float32Array(0), "Pad") });
    expect(masterBudget(session, analyze(session, audio, { seconds: 1 }))[0]!.loudness).toBe(0);
  });
});

describe("predictFader", () => {
  it.each([["a", 6], ["b", -12], ["c", 9], ["a", -100], [MASTER_ID, -4]])("foretells what is measured after the fader of %s went to %f dB, to 0.3 LU", (strip, faderDb) => {
    const { session, audio } = song();
    const prediction = predictFader(session, analyze(session, audio, { seconds: 3 }), strip, faderDb);
    const after = analyze(withChanges(session, { [strip]: { faderDb } }), audio, { seconds: 3 });
    const lufs = (id: string) => after.strips.find((one) => one.strip === id)!.loudnessLufs;
    expect(Math.abs(prediction.masterLufs - lufs(MASTER_ID))).toBeLessThan(0.3);
    expect(Math.abs(prediction.stripLufs - lufs(strip))).toBeLessThan(0.1);
  });
});
