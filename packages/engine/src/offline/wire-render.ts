import type { Session } from "@headroom/session";
import { BLOCK_FRAMES, BOUNCE_HOP, type RenderJob } from "../bounce/job.js";
import { chainsOf } from "../graph/chains.js";
import { compile } from "../graph/compile.js";
import type { RenderPlan } from "../graph/plan.js";
import { allStrips } from "../graph/routing.js";
import { ringCapacity } from "../hosting/segment-wiring.js";
import { StripTables } from "../hosting/strip-tables.js";
import type { Wiring } from "../realtime/worker-api.js";
import { MOST_LATENCY } from "../render/insert-runner.js";
import type { SegmentMemory } from "../render/segment.js";
import { allocateEngineMemory } from "../shared/engine-memory.js";
import { EventQueue } from "../shared/event-queue.js";
import { insertLayout, InsertTarget, InsertWord, insertWords } from "../shared/insert-memory.js";
import { allocateRing, type RingMemory } from "../shared/ring.js";
import type { InsertOrder } from "./insert-orders.js";

export interface RenderRange {
  readonly startSeconds: number;
  readonly endSeconds: number;
  /** Seconds after the end for what still rings. */
  readonly tailSeconds: number;
}

export interface WiredRender {
  readonly job: Omit<RenderJob, "audio">;
  /** Insert id → its rings. */
  readonly wirings: ReadonlyMap<string, Wiring>;
}

/**
 * Compiles an offline render of inserts that are made, and lays rings between them.
 * @param bells - insert id → word on which its thread sleeps; see `RingMemory`.
 * @param stems - strips to keep beside the mix.
 */
export function wireRender(session: Session, orders: readonly InsertOrder[], bells: ReadonlyMap<string, ArrayBufferLike>, range: RenderRange, stems: readonly string[]): WiredRender {
  const { sampleRate } = session;
  const memory = allocateEngineMemory(true);
  const tables = new StripTables(memory);
  tables.update(session);
  const ready = new Map(orders.map((order) => [order.id, Math.min(MOST_LATENCY, Atomics.load(insertWords(order.memory), InsertWord.latency))]));
  const plan = compile(session, { sampleRate, hosting: () => "isolated", hop: BOUNCE_HOP, ready, rows: tables.rows, sendRows: tables.sendRows });
  for (const order of orders) {
    // Events lie at the same place whatever the readouts: they come after them.
    new EventQueue(order.memory, insertLayout({}).events).push(0, InsertTarget.delay, plan.songDelay[order.id] ?? 0, 0);
  }
  const wirings = new Map<string, Wiring>();
  const segments = new Map<string, SegmentMemory>();
  for (const [serial, { id, inserts }] of allStrips(session).flatMap((strip) => chainsOf(strip)).entries()) {
    const chain = orders.filter((order) => inserts.some((insert) => insert?.id === order.id));
    const segment = wireChain(chain, keyedInserts(plan), bells, serial, wirings);
    if (segment) segments.set(id, segment);
  }
  const frame = (seconds: number) => Math.round(seconds * sampleRate);
  const startFrame = frame(range.startSeconds);
  return {
    wirings,
    job: {
      plan, memory, segments, stems, startFrame,
      timelines: orders.flatMap(({ start }) => start.timeline ?? []),
      tempo: session.tempo,
      songFrames: frame(range.endSeconds) - startFrame,
      tailFrames: frame(range.tailSeconds),
    },
  };
}

function wireChain(chain: readonly InsertOrder[], keyed: ReadonlySet<string>, bells: ReadonlyMap<string, ArrayBufferLike>, serial: number, wirings: Map<string, Wiring>): SegmentMemory | undefined {
  if (chain.length === 0) return undefined;
  const ring = (bell?: ArrayBufferLike): RingMemory => ({ ...allocateRing(ringCapacity(BOUNCE_HOP, BLOCK_FRAMES), true, BLOCK_FRAMES), ...(bell && { bell }) });
  const inputs = chain.map(({ id }) => ring(bells.get(id)));
  const tail = ring();
  const sidechains = new Map<string, RingMemory>();
  const links = new Map<string, RingMemory>();
  for (const [i, { id }] of chain.entries()) {
    const input = inputs[i];
    if (!input) continue;
    const next = inputs[i + 1];
    if (next) links.set(id, next);
    const sidechain = keyed.has(id) ? ring() : undefined;
    if (sidechain) sidechains.set(id, sidechain);
    wirings.set(id, { input, output: next ?? tail, at: 0, ...(sidechain && { sidechain }) });
  }
  const [head] = inputs;
  return head && { wiring: serial + 1, head, tail, sidechains, links };
}

function keyedInserts(plan: RenderPlan): Set<string> {
  return new Set(plan.steps.flatMap((step) => (step.op === "sidechain" ? [step.insert] : [])));
}
