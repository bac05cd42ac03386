import { expect, it } from "vitest";
import { analyze, sessionOf } from "../render-harness.js";
import { noise, sine } from "../signals-harness.js";
import { mixCheck } from "./mix-check.js";

it("reports what was measured and found, in JSON alone", () => {
  const { session, audio } = sessionOf({ bass: { audio: [sine(60, 0.9, 2), sine(60, 0.9, 2)] }, drums: { audio: [noise(1, 0.5, 2), noise(1, 0.5, 2)] }, none: { audio: [new Float32Array(0)] } }, { name: "Song" });
  const report = mixCheck(session, analyze(session, audio, { seconds: 2 }));
  expect(JSON.parse(JSON.stringify(report))).toEqual(report);
  expect(report).toMatchObject({ format: "headroom mix check 1", session: "Song", endSeconds: 2 });
  expect(report.master.octaves.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 5);
  expect(report.clips[0]!.levelDbfs).toBeGreaterThan(0);
  expect(report.findings.some(({ severity, strip }) => severity === "error" && strip === "master")).toBe(true);
  expect(report.strips.find(({ strip }) => strip === "none")).toMatchObject({ loudnessLufs: null, toMixLu: null, ledger: [{ peakDbfs: null }, {}, {}] });
});

it("says that nothing sounds", () => {
  const { session, audio } = sessionOf({ none: { audio: [new Float32Array(0)] } });
  expect(mixCheck(session, analyze(session, audio, { seconds: 1 })).findings.map(({ sentence }) => sentence)).toEqual(["Nothing sounds at the master."]);
});
