import type { Session } from "@headroom/session";
import { chainsOf } from "../graph/chains.js";
import { compile } from "../graph/compile.js";
import { allStrips } from "../graph/routing.js";
import { keyedInserts } from "../hosting/plan-sender.js";
import { ringCapacity } from "../hosting/segment-wiring.js";
import { StripTables } from "../hosting/strip-tables.js";
import { Stage } from "../realtime/stage.js";
import { allocateEngineMemory } from "../shared/engine-memory.js";
import { allocateRing, type RingMemory } from "../shared/ring.js";
import type { Pcm } from "./clip-source.js";
import { insertsOf, SAMPLE_RATE } from "./mix-harness.js";
import { Renderer } from "./renderer.js";
import type { SegmentMemory } from "./segment.js";

const HOP = 1024;

/**
 * A whole session with each insert a stage between rings, as in a bounce: where the renderer waits for a quantum,
 * the stages run.
 */
export function isolatedMix(session: Session, audio: ReadonlyMap<string, Pcm>): { renderer: Renderer; latencyFrames: number } {
  const memory = allocateEngineMemory(true);
  const tables = new StripTables(memory);
  tables.update(session);
  const inserts = insertsOf(session);
  const ready = new Map([...inserts].map(([id, { latency }]) => [id, latency]));
  const plan = compile(session, { sampleRate: SAMPLE_RATE, hosting: () => "isolated", hop: HOP, ready, rows: tables.rows, sendRows: tables.sendRows });
  const keyed = keyedInserts(plan);
  const stages: Stage[] = [];
  const segments = new Map<string, SegmentMemory>();
  const sidechains = new Map<string, RingMemory>();
  for (const { id: chainId, inserts: slots } of allStrips(session).flatMap((strip) => chainsOf(strip))) {
    const chain = slots.flatMap((insert) => (insert ? [insert.id] : []));
    if (chain.length === 0) continue;
    const rings = Array.from({ length: chain.length + 1 }, () => allocateRing(ringCapacity(HOP), true));
    chain.forEach((id, i) => {
      const stage = new Stage(inserts.get(id)!.start());
      const sidechain = keyed.has(id) ? allocateRing(ringCapacity(HOP), true) : undefined;
      if (sidechain) sidechains.set(id, sidechain);
      stage.wire({ input: rings[i]!, output: rings[i + 1]!, at: 0, ...(sidechain && { sidechain }) });
      stages.push(stage);
    });
    segments.set(chainId, { wiring: segments.size, head: rings[0]!, tail: rings.at(-1)! });
  }
  const renderer = new Renderer(memory, SAMPLE_RATE, (ring, quantum) => {
    while (!ring.has(quantum)) if (stages.reduce((done, stage) => done + stage.process(64), 0) === 0) return false;
    return true;
  });
  for (const [key, pcm] of audio) renderer.setAudio(key, pcm);
  renderer.take({ plan, segments, sidechains, runners: new Map(), at: 0 });
  return { renderer, latencyFrames: plan.latencyFrames };
}
