import { createSession, createStrip, emptySlots, MASTER_ID, type Session } from "@headroom/session";
import { afterEach, describe, expect, it, vi } from "vitest";
import { compile } from "../graph/compile.js";
import { StripTables } from "../hosting/strip-tables.js";
import { InsertRunner } from "../render/insert-runner.js";
import { delayPlugin } from "../render/mix-harness.js";
import { allocateEngineMemory } from "../shared/engine-memory.js";
import { allocateInsertMemory } from "../shared/insert-memory.js";
import { allocateRing } from "../shared/ring.js";
import type { RenderJob, RenderOutcome } from "./job.js";
import { renderJob } from "./render-job.js";

const RATE = 48_000;
const LATENCY = 777;
const SONG = Float32Array.from({ length: 5000 }, (_, i) => Math.sin(i * 0.1) / 2);

function session(): Session {
  const insert = { id: "x", plugin: `delay${LATENCY}`, version: "1.0.0", bypass: false, mix: 1, params: {} };
  const clip = { id: "k", audio: "song", startSeconds: 0, offsetSeconds: 0, lengthSeconds: 1, gainDb: 0 };
  const channel = createStrip("channel", { id: "a", name: "Bass", clips: [clip], inserts: [insert, ...emptySlots().slice(1)] });
  // Plays nothing unless its file is there.
  const other = createStrip("channel", { id: "b", faderDb: -6, clips: [{ ...clip, id: "l", audio: "other" }] });
  return createSession({ strips: { [MASTER_ID]: createStrip("master", { id: MASTER_ID }), a: channel, b: other }, order: ["a", "b"] });
}

function render(fields: Partial<RenderJob>, isolated = false): { readonly outcome: RenderOutcome; readonly progress: readonly number[] } {
  const memory = allocateEngineMemory(true);
  const tables = new StripTables(memory);
  tables.update(session());
  const start = { params: [], bypass: false, mix: 1, fadeIn: false, sampleRate: RATE, offline: true };
  const runners = new Map([["x", new InsertRunner(delayPlugin(LATENCY), allocateInsertMemory({}, true), start)]]);
  const plan = compile(session(), { sampleRate: RATE, hosting: () => (isolated ? "isolated" : "inline"), hop: 1024, ready: new Map([["x", LATENCY]]), rows: tables.rows, sendRows: tables.sendRows });
  const progress: number[] = [];
  const job: RenderJob = {
    plan, memory, segments: new Map(), audio: new Map([["song", [SONG]]]), timelines: [], tempo: 120,
    startFrame: 0, songFrames: 3000, tailFrames: 0, stems: [], ...fields,
  };
  return { outcome: renderJob(job, runners, (done) => progress.push(done)), progress };
}

function samplesOf({ outcome }: { readonly outcome: RenderOutcome }): Float32Array {
  if (outcome.type !== "rendered") throw new Error(`The render ended with ${JSON.stringify(outcome)}.`);
  return outcome.mix[0];
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe("renderJob", () => {
  it("takes the plan's latency away, to the frame and the bit", () => {
    const samples = samplesOf(render({}));
    expect(samples).toHaveLength(3000);
    expect(samples).toEqual(SONG.slice(0, 3000));
  });

  it("starts within the song with a fade, and stops it before the tail", () => {
    const samples = samplesOf(render({ startFrame: 1000, songFrames: 1000, tailFrames: 1500 }));
    expect(samples).toHaveLength(2500);
    expect([...samples.subarray(256, 1000)]).toEqual([...SONG.subarray(1256, 2000)]);
    // What played fades out over 256 frames; then nothing of the song is left.
    expect(samples.subarray(1256).every((x) => x === 0)).toBe(true);
  });

  it("tells how far it is", () => {
    const { progress } = render({ songFrames: 200_000 });
    expect(progress.length).toBeGreaterThan(3);
    expect(progress).toEqual([...progress].sort((a, b) => a - b));
  });

  it("keeps stems beside the mix, on the same frames; those of a neutral master's feeders add up to it", () => {
    const { outcome } = render({ stems: ["a", "b"], audio: new Map([["song", [SONG]], ["other", [SONG.map((x) => x * x)]]]) });
    if (outcome.type !== "rendered") throw new Error(outcome.type);
    expect([...outcome.stems.keys()]).toEqual(["a", "b"]);
    const [a, b] = ["a", "b"].map((id) => outcome.stems.get(id)![0]);
    expect(a).toEqual(SONG.slice(0, 3000));
    outcome.mix[0].forEach((x, i) => expect(Math.abs(x - (a![i]! + b![i]!))).toBeLessThan(1e-6));
  });

  it("names the strip and the place in the song where a segment never answers", () => {
    // A clock that runs fast: nobody waits ten seconds for a test.
    let time = 0;
    vi.spyOn(Date, "now").mockImplementation(() => (time += 4000));
    const segment = { wiring: 1, head: allocateRing(64, true), tail: allocateRing(64, true) };
    const { outcome } = render({ startFrame: 48_000, segments: new Map([["a", segment]]) }, true);
    // The renderer first waits one hop after the start: nothing is due before.
    expect(outcome).toEqual({ type: "stalled", strip: "a", frame: 48_000 + 1024 });
  });
});
