import type { InsertRunner } from "../render/insert-runner.js";
import { QuantumRing } from "../render/quantum-ring.js";
import type { RenderTap } from "../render/render-tap.js";
import { Renderer } from "../render/renderer.js";
import { EventQueue } from "../shared/event-queue.js";
import { QUANTUM } from "../shared/quantum.js";
import type { Ring } from "../shared/ring.js";
import { TransportTarget } from "../shared/transport.js";
import type { RenderFailure, RenderJob, RenderOutcome, Stereo } from "./job.js";

/** A segment that takes longer than this for a block will never come. */
const STALL_MS = 10_000;
const SLEEP_MS = 100;
const PROGRESS_QUANTA = 256;

/** What is recorded: a strip's sound from the frame on at which the range reaches it. */
interface Track {
  readonly audio: Stereo;
  readonly latencyFrames: number;
}

/**
 * Renders a job with the renderer that also plays live, taking away the plan's latency. Blocks its thread: for
 * workers and Node only.
 * @param runners - of the inserts that run in this thread.
 * @param onProgress - share done, 0…1.
 * @param failed - names an insert of another thread that failed, while it is waited for.
 */
export function renderJob(job: RenderJob, runners: ReadonlyMap<string, InsertRunner>, onProgress: (done: number) => void, failed: Failed = nothingFails): RenderOutcome {
  const { plan } = job;
  const frames = job.songFrames + job.tailFrames;
  const record = (latencyFrames: number): Track => ({ audio: [allocateSamples(frames), allocateSamples(frames)], latencyFrames });
  const mix = record(plan.latencyFrames);
  const stems = new Map(job.stems.map((strip) => [strip, record(plan.latency[strip]?.output ?? 0)]));
  const renderer = createRenderer(job, runners, failed);
  const failure = run(job, renderer, runners, onProgress, failed, (quantum, left, right) => {
    keep(mix, quantum, left, right);
    for (const [strip, track] of stems) {
      const heard = renderer.heardOf(strip);
      if (heard) keep(track, quantum, heard[0], heard[1]);
    }
  });
  return failure ?? { type: "rendered", mix: mix.audio, stems: new Map([...stems].map(([strip, { audio }]) => [strip, audio])) };
}

/**
 * Renders a job as {@link renderJob} does and keeps nothing: a tap hears every boundary, each as late as its latency in the
 * plan says. Blocks its thread.
 * @param onProgress - share done, 0…1; what it throws ends the render.
 * @returns `undefined` when the whole range was rendered.
 */
export function renderTapped(job: RenderJob, runners: ReadonlyMap<string, InsertRunner>, tap: RenderTap, onProgress: (done: number) => void, failed: Failed = nothingFails): RenderFailure | undefined {
  const links = job.plan.steps.flatMap((step) => {
    if (step.op !== "inserts" || step.plan.mode !== "segment") return [];
    const hopQuanta = step.plan.hop / QUANTUM;
    return [...(job.segments.get(step.chain)?.links ?? [])].map(([insert, memory]) => ({ insert, hopQuanta, ring: new QuantumRing(memory) }));
  });
  return run(job, createRenderer(job, runners, failed, tap), runners, onProgress, failed, (quantum) => {
    // The chain's end holds this quantum, so all before it do; none of it is written over before four hops are gone.
    for (const { insert, hopQuanta, ring } of links) {
      const [left, right] = quantum < hopQuanta ? [] : ring.view(quantum - hopQuanta);
      if (left && right) tap.hearInsert(insert, left, right);
    }
  });
}

type Failed = () => string | undefined;
const nothingFails: Failed = () => undefined;

function run(
  { plan, startFrame, songFrames, tailFrames }: RenderJob,
  renderer: Renderer,
  runners: ReadonlyMap<string, InsertRunner>,
  onProgress: (done: number) => void,
  failed: Failed,
  heard: (quantum: number, left: Float32Array, right: Float32Array) => void,
): RenderFailure | undefined {
  const left = new Float32Array(QUANTUM);
  const right = new Float32Array(QUANTUM);
  const quanta = Math.ceil((songFrames + tailFrames + plan.latencyFrames) / QUANTUM);
  for (let quantum = 0; quantum < quanta; quantum++) {
    if (!renderer.render([], left, right)) {
      const insert = failed();
      if (insert !== undefined) return { type: "faulty", insert, frame: startFrame + quantum * QUANTUM };
      return { type: "stalled", strip: renderer.stalledStrip ?? "", frame: startFrame + quantum * QUANTUM };
    }
    for (const [insert, runner] of runners) {
      if (runner.failed) return { type: "faulty", insert, frame: startFrame + quantum * QUANTUM };
    }
    heard(quantum, left, right);
    if (quantum % PROGRESS_QUANTA === 0) onProgress(quantum / quanta);
  }
  return undefined;
}

function createRenderer(job: RenderJob, runners: ReadonlyMap<string, InsertRunner>, failed: Failed, tap?: RenderTap): Renderer {
  const { plan } = job;
  const renderer = new Renderer(job.memory, plan.sampleRate, (ring, slot) => awaitSlot(ring, slot, failed), tap);
  for (const [key, [left, right = left]] of job.audio) if (left && right) renderer.setAudio(key, { left, right });
  renderer.playhead.bpm = job.tempo;
  const sidechains = new Map([...job.segments.values()].flatMap((segment) => [...(segment.sidechains ?? [])]));
  renderer.take({ plan, segments: job.segments, sidechains, timelines: job.timelines, runners, at: 0 });
  renderer.playhead.start(job.startFrame);
  if (job.tailFrames > 0) new EventQueue(job.memory.transport).push(job.songFrames, TransportTarget.pause, 0, 0);
  return renderer;
}

function allocateSamples(frames: number): Float32Array {
  try {
    return new Float32Array(frames);
  } catch (cause) {
    throw new Error(`There is no memory for ${(frames * 8 / 2 ** 30).toFixed(1)} GiB of audio; bounce a shorter range, or fewer stems at once.`, { cause });
  }
}

/** Puts a quantum where it belongs in the range. */
function keep({ audio: [toLeft, toRight], latencyFrames }: Track, quantum: number, left: Float32Array, right: Float32Array): void {
  const at = quantum * QUANTUM - latencyFrames;
  const from = Math.max(0, -at);
  const to = Math.min(QUANTUM, toLeft.length - at);
  if (from >= to) return;
  const whole = from === 0 && to === QUANTUM;
  toLeft.set(whole ? left : left.subarray(from, to), at + from);
  toRight.set(whole ? right : right.subarray(from, to), at + from);
}

function awaitSlot(ring: Ring, slot: number, failed: Failed): boolean {
  const deadline = Date.now() + STALL_MS;
  for (;;) {
    const ticket = ring.ticket();
    if (ring.has(slot)) return true;
    if (failed() !== undefined || Date.now() > deadline) return false;
    ring.sleep(ticket, SLEEP_MS);
  }
}
