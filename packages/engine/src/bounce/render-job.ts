import type { InsertRunner } from "../render/insert-runner.js";
import { Renderer } from "../render/renderer.js";
import { EventQueue } from "../shared/event-queue.js";
import { QUANTUM } from "../shared/quantum.js";
import type { Ring } from "../shared/ring.js";
import { TransportTarget } from "../shared/transport.js";
import type { BounceJob, BounceReport } from "./job.js";
import { encodeWav } from "./wav.js";

/** A segment that takes longer than this for a quantum will never come. */
const STALL_MS = 10_000;
const SLEEP_MS = 100;
const PROGRESS_QUANTA = 256;

/**
 * Renders a job with the renderer that also plays live, taking away the plan's latency. Blocks its thread: for
 * workers and Node only.
 */
export function renderJob(job: BounceJob, runners: ReadonlyMap<string, InsertRunner>, report: (report: BounceReport) => void): void {
  const { plan, startFrame, songFrames } = job;
  const renderer = new Renderer(job.memory, plan.sampleRate, awaitQuantum);
  for (const [key, [left, right = left]] of job.audio) if (left && right) renderer.setAudio(key, { left, right });
  renderer.playhead.bpm = job.tempo;
  const sidechains = new Map([...job.segments.values()].flatMap((segment) => [...(segment.sidechains ?? [])]));
  const timelines = [...job.timelines, ...job.inserts.flatMap(({ start }) => start.timeline ?? [])];
  renderer.take({ plan, segments: job.segments, sidechains, timelines, runners, at: 0 });
  renderer.playhead.start(startFrame);
  if (job.tailFrames > 0) new EventQueue(job.memory.transport).push(songFrames, TransportTarget.pause, 0, 0);

  const frames = songFrames + job.tailFrames;
  const output = [new Float32Array(frames), new Float32Array(frames)] as const;
  const left = new Float32Array(QUANTUM);
  const right = new Float32Array(QUANTUM);
  const quanta = Math.ceil((frames + plan.latencyFrames) / QUANTUM);
  for (let quantum = 0; quantum < quanta; quantum++) {
    if (!renderer.render([], left, right)) {
      report({ type: "stalled", strip: renderer.stalledStrip ?? "", frame: startFrame + quantum * QUANTUM });
      return;
    }
    for (const [insert, runner] of runners) {
      if (!runner.failed) continue;
      report({ type: "faulty", insert, frame: startFrame + quantum * QUANTUM });
      return;
    }
    const at = quantum * QUANTUM - plan.latencyFrames;
    const from = Math.max(0, -at);
    const to = Math.min(QUANTUM, frames - at);
    if (from < to) {
      output[0].set(left.subarray(from, to), at + from);
      output[1].set(right.subarray(from, to), at + from);
    }
    if (quantum % PROGRESS_QUANTA === 0) report({ type: "progress", done: quantum / quanta });
  }
  const { peak, clipped } = levelsOf(output);
  report({ type: "done", wav: encodeWav(output, plan.sampleRate, job.bitDepth), frames, peak, clipped });
}

function awaitQuantum(ring: Ring, quantum: number): boolean {
  const deadline = Date.now() + STALL_MS;
  for (;;) {
    const ticket = ring.ticket();
    if (ring.has(quantum)) return true;
    if (Date.now() > deadline) return false;
    ring.sleep(ticket, SLEEP_MS);
  }
}

function levelsOf(channels: readonly Float32Array[]): { peak: number; clipped: number } {
  let peak = 0;
  let clipped = 0;
  for (const channel of channels) {
    for (const sample of channel) {
      const level = Math.abs(sample);
      if (level > peak) peak = level;
      if (level > 1) clipped += 1;
    }
  }
  return { peak, clipped };
}
