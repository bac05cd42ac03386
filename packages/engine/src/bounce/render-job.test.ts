import { createSession, createStrip, emptySlots, MASTER_ID, type Session } from "@headroom/session";
import { afterEach, describe, expect, it, vi } from "vitest";
import { compile } from "../graph/compile.js";
import { StripTables } from "../hosting/strip-tables.js";
import { InsertRunner } from "../render/insert-runner.js";
import { delayPlugin } from "../render/mix-harness.js";
import { allocateEngineMemory } from "../shared/engine-memory.js";
import { allocateInsertMemory } from "../shared/insert-memory.js";
import { allocateRing } from "../shared/ring.js";
import type { BounceJob, BounceReport } from "./job.js";
import { renderJob } from "./render-job.js";

const RATE = 48_000;
const LATENCY = 777;
const SONG = Float32Array.from({ length: 5000 }, (_, i) => Math.sin(i * 0.1) / 2);

function session(): Session {
  const insert = { id: "x", plugin: `delay${LATENCY}`, version: "1.0.0", bypass: false, mix: 1, params: {} };
  const clip = { id: "k", audio: "song", startSeconds: 0, offsetSeconds: 0, lengthSeconds: 1, gainDb: 0 };
  const channel = createStrip("channel", { id: "a", name: "Bass", clips: [clip], inserts: [insert, ...emptySlots().slice(1)] });
  return createSession({ strips: { [MASTER_ID]: createStrip("master", { id: MASTER_ID }), a: channel }, order: ["a"] });
}

function bounce(fields: Partial<BounceJob>, isolated = false): BounceReport[] {
  const memory = allocateEngineMemory(true);
  const tables = new StripTables(memory);
  tables.update(session());
  const start = { params: [], bypass: false, mix: 1, fadeIn: false, sampleRate: RATE, offline: true };
  const runners = new Map([["x", new InsertRunner(delayPlugin(LATENCY), allocateInsertMemory({}, true), start)]]);
  const plan = compile(session(), { sampleRate: RATE, hosting: isolated ? "isolated" : "inline", hop: 1024, ready: new Map([["x", LATENCY]]), rows: tables.rows, sendRows: tables.sendRows });
  const reports: BounceReport[] = [];
  const job: BounceJob = {
    plan, memory, segments: new Map(), audio: new Map([["song", [SONG]]]), bundles: new Map(), inserts: [], timelines: [], tempo: 120,
    startFrame: 0, songFrames: 3000, tailFrames: 0, bitDepth: "32f", ...fields,
  };
  renderJob(job, runners, (report) => reports.push(report));
  return reports;
}

function samplesOf(report: BounceReport | undefined): Float32Array {
  if (report?.type !== "done") throw new Error(`The bounce ended with ${JSON.stringify(report)}.`);
  const data = new DataView(report.wav, 58);
  return Float32Array.from({ length: report.frames }, (_, i) => data.getFloat32(i * 8, true));
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe("renderJob", () => {
  it("takes the plan's latency away, to the frame and the bit", () => {
    const samples = samplesOf(bounce({}).at(-1));
    expect(samples).toHaveLength(3000);
    expect(samples).toEqual(SONG.slice(0, 3000));
  });

  it("starts within the song with a fade, and stops it before the tail", () => {
    const samples = samplesOf(bounce({ startFrame: 1000, songFrames: 1000, tailFrames: 1500 }).at(-1));
    expect(samples).toHaveLength(2500);
    expect([...samples.subarray(256, 1000)]).toEqual([...SONG.subarray(1256, 2000)]);
    // What played fades out over 256 frames; then nothing of the song is left.
    expect(samples.subarray(1256).every((x) => x === 0)).toBe(true);
  });

  it("tells how far it is, and the peak and what clips", () => {
    const reports = bounce({ songFrames: 200_000, audio: new Map([["song", [SONG.map((x) => x * 4)]]]) });
    const done = reports.flatMap((report) => (report.type === "progress" ? [report.done] : []));
    expect(done.length).toBeGreaterThan(3);
    expect(done).toEqual([...done].sort((a, b) => a - b));
    const last = reports.at(-1);
    const clipped = SONG.filter((x) => Math.abs(x * 4) > 1).length * 2;
    expect(last).toMatchObject({ type: "done", clipped });
    expect(last?.type === "done" && last.peak).toBeCloseTo(2, 3);
  });

  it("names the strip and the place in the song where a segment never answers", () => {
    // A clock that runs fast: nobody waits ten seconds for a test.
    let time = 0;
    vi.spyOn(Date, "now").mockImplementation(() => (time += 4000));
    const segment = { wiring: 1, head: allocateRing(64, true), tail: allocateRing(64, true) };
    const reports = bounce({ startFrame: 48_000, segments: new Map([["a", segment]]) }, true);
    // The renderer first waits one hop after the start: nothing is due before.
    expect(reports.at(-1)).toEqual({ type: "stalled", strip: "a", frame: 48_000 + 1024 });
  });
});
