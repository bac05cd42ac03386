import fc from "fast-check";
import { MASTER_ID } from "@headroom/session";
import { describe, expect, it } from "vitest";
import { withChanges } from "../edit.js";
import { analyze, sessionOf, type Part } from "../render-harness.js";
import { noise, sine } from "../signals-harness.js";
import { gainLedger } from "./ledger.js";
import { DEFAULT_GAIN_TARGETS, proposeTrims, stageGains } from "./propose-trims.js";

const stereo = (samples: Float32Array): Part => ({ audio: [samples, samples] });

describe("gainLedger", () => {
  it("names the first boundary at which something goes wrong, and whether it does harm", () => {
    const { session, audio } = sessionOf({ a: { ...stereo(sine(200, 0.9, 1)), strip: { trimDb: 6 } }, b: stereo(sine(300, 0.2, 1)) });
    const { rows, faults } = gainLedger(session, analyze(session, audio, { seconds: 1, detail: "levels" }));
    expect(rows.map(({ strip, label }) => `${strip} ${label}`)).toEqual(["a Source", "a Trim", "a Output", "b Source", "b Trim", "b Output", "master Sum", "master Trim", "master Output"]);
    expect(rows[1]!.changeDb).toBeCloseTo(6, 3);
    expect(faults[0]).toMatchObject({ strip: "a", boundary: { at: "input" }, harm: "harmless", kind: "over full scale" });
    expect(faults.at(-1)).toMatchObject({ strip: MASTER_ID, boundary: { at: "output" }, harm: "destructive", kind: "clips at the output" });
    expect(faults.at(-1)!.sentence).toMatch(/^The master leaves the mixer at \d+\.\d dBFS at 0:0\d\.\d:/);
  });

  it("finds nothing where nothing is wrong, or nothing sounds", () => {
    const { session, audio } = sessionOf({ a: stereo(sine(200, 0.2, 1)), b: stereo(new Float32Array(0)) });
    expect(gainLedger(session, analyze(session, audio, { seconds: 1, detail: "levels" })).faults).toEqual([]);
  });
});

describe("stageGains", () => {
  it("brings sources to the target or their peaks to the ceiling, and the master below its own, as measured again", async () => {
    const hits = noise(4, 0.9, 2).map((x, i) => (i % 12_000 < 300 ? x : 0));
    const { session, audio } = sessionOf({ a: stereo(sine(100, 0.9, 2)), b: stereo(noise(2, 0.01, 2)), hits: stereo(hits), none: stereo(new Float32Array(0)), c: stereo(sine(440, 1, 2)), d: stereo(sine(100, 0.5, 2)) });
    const measure = async (one: typeof session) => analyze(one, audio, { seconds: 2, detail: "levels" });
    const proposal = await stageGains(session, await measure(session), measure);
    const after = await measure(withChanges(session, proposal.changes));
    for (const { strip, boundaries } of after.strips) {
      if (strip === MASTER_ID || strip === "none") continue;
      const { rmsDbfs, peakDbfs } = boundaries[1]!;
      expect(Math.min(Math.abs(rmsDbfs + 18), Math.abs(peakDbfs + 6))).toBeLessThan(0.1);
      expect(peakDbfs).toBeLessThanOrEqual(-6 + 1e-6);
      expect(rmsDbfs).toBeLessThanOrEqual(-18 + 0.1);
    }
    expect(proposal.trims.find(({ strip }) => strip === "hits")?.limit).toBe("peak");
    expect(proposal.silent).toEqual(["none"]);
    const master = after.strips.at(-1)!.boundaries.at(-1)!;
    expect(master.truePeakDbtp).toBeLessThanOrEqual(-6);
    expect(master.truePeakDbtp).toBeCloseTo(proposal.master.truePeakDbtp.after, 5);
    // The sum before the master's trim may pass full scale, where it does no harm.
    expect(after.strips.flatMap(({ boundaries }) => boundaries.at(-1)!.overs)).toEqual(after.strips.map(() => 0));
    // What is staged needs no staging.
    const again = await stageGains(withChanges(session, proposal.changes), after, measure);
    expect(again.changes).toEqual({});
  }, 120_000);

  it("meets the target of any measure, whatever the level", () => {
    const measures = [["rms", -18], ["vu", 0], ["peak", -10], ["lufs", -23]] as const;
    fc.assert(fc.property(fc.constantFrom(...measures), fc.double({ min: 0.01, max: 1, noNaN: true }), ([measure, level], amplitude) => {
      const { session, audio } = sessionOf({ a: stereo(sine(500, amplitude, 1)) });
      const targets = { ...DEFAULT_GAIN_TARGETS, measure, level, mostPeakDbfs: 0 };
      const { changes } = proposeTrims(session, analyze(session, audio, { seconds: 1, detail: "levels" }), targets);
      const { boundaries } = analyze(withChanges(session, changes), audio, { seconds: 1, detail: "levels" }).strips[0]!;
      const { rmsDbfs, mostVu, peakDbfs, integratedLufs } = boundaries[1]!;
      expect(Math.abs({ rms: rmsDbfs, vu: mostVu, peak: peakDbfs, lufs: integratedLufs }[measure] - level)).toBeLessThan(0.1);
    }), { numRuns: 8 });
  }, 120_000);
});
