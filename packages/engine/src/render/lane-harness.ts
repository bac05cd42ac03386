import { choice, decibels, definePlugin, frequency, type PluginDefinition } from "@headroom/sdk";
import { createSession, createStrip, emptySlots, laneKey, type Insert, type Lane, type LaneMode, type LanePoint, type LaneTarget, type Session, type Strip } from "@headroom/session";
import { BLOCK_FRAMES, BOUNCE_HOP } from "../bounce/job.js";
import { chainsOf } from "../graph/chains.js";
import { compile } from "../graph/compile.js";
import { insertLanes } from "../graph/lanes.js";
import { allStrips } from "../graph/routing.js";
import { ringCapacity } from "../hosting/segment-wiring.js";
import { StripTables } from "../hosting/strip-tables.js";
import { Stage } from "../realtime/stage.js";
import { allocateEngineMemory } from "../shared/engine-memory.js";
import { EventQueue } from "../shared/event-queue.js";
import { allocateInsertMemory, insertLayout, InsertTarget } from "../shared/insert-memory.js";
import { QUANTUM } from "../shared/quantum.js";
import { allocateRing } from "../shared/ring.js";
import { allocateTimeline } from "../shared/timeline.js";
import { InsertRunner } from "./insert-runner.js";
import type { Pcm } from "./clip-source.js";
import { Renderer } from "./renderer.js";
import type { SegmentMemory } from "./segment.js";

export const SAMPLE_RATE = 48_000;
const HOP = 1024;

/** A plugin whose output shows every parameter in every sample, `latency` frames late. */
export function movedPlugin(latency: number): PluginDefinition {
  return definePlugin({
    id: `test.moved${latency}`, name: "Moved", vendor: "Headroom tests", version: "1.0.0", features: ["utility"],
    params: {
      gain: decibels({ min: -60, max: 12, default: 0, smoothMs: 5 }),
      tone: frequency({ min: 20, max: 20_000, default: 1000, smoothMs: 5 }),
      sign: choice(["plus", "minus"], { default: "plus" }),
    },
    processor: () => {
      const line = [new Float32Array(latency + 1), new Float32Array(latency + 1)];
      let at = 0;
      return {
        latency,
        process({ input, output, params, frames }) {
          const { gains } = params.gain;
          const { values } = params.tone;
          const sign = params.sign.value === "plus" ? 1 : -1;
          for (let c = 0; c < output.length; c++) {
            for (let i = 0; i < frames; i++) {
              const place = (at + i) % (latency + 1);
              line[c]![place] = input[c]![i]! * gains[i]! * (values[i]! / 1000) * sign;
              output[c]![i] = line[c]![(place + 1) % (latency + 1)]!;
            }
          }
          at = (at + frames) % (latency + 1);
        },
      };
    },
  });
}

export function lane(target: LaneTarget, points: readonly Partial<LanePoint>[], mode: LaneMode = "play"): Record<string, Lane> {
  return { [laneKey(target)]: { target, mode, points: points.map((point) => ({ seconds: 0, value: 0, curve: 0, ...point })) } };
}

/** A channel "a" that plays the file "song" through inserts of these latencies (ids "0", "1", …) into the master. */
export function laneSession(latencies: readonly number[], lanes: Readonly<Record<string, Lane>>, fields: Partial<Strip> = {}): Session {
  const inserts = latencies.map((latency, i): Insert => ({ id: `${i}`, plugin: `test.moved${latency}`, version: "1.0.0", bypass: false, mix: 1, params: {} }));
  const clip = { id: "clip", audio: "song", startSeconds: 0, offsetSeconds: 0, lengthSeconds: 100, gainDb: 0 };
  const channel = createStrip("channel", { id: "a", clips: [clip], inserts: [...inserts, ...emptySlots().slice(inserts.length)], ...fields });
  const session = createSession();
  return { ...session, strips: { ...session.strips, a: channel }, order: ["a"], lanes };
}

/** Where inserts run: with the renderer, or each a stage between rings that runs when it is waited for, by the quantum or in a bounce's blocks. */
export type LaneHosting = "inline" | "isolated" | "bounced";

/** The engine's renderer with its inserts. */
export class LaneHarness {
  readonly memory = allocateEngineMemory(true);
  readonly tables = new StripTables(this.memory);
  readonly transport = new EventQueue(this.memory.transport);
  readonly renderer: Renderer;
  readonly latencyFrames: number;
  /** Events of the inserts by id. */
  readonly events = new Map<string, EventQueue>();
  readonly runners = new Map<string, InsertRunner>();
  readonly #stages: Stage[] = [];

  constructor(session: Session, hosting: LaneHosting, song: Pcm, startFrame?: number) {
    const bounced = hosting === "bounced";
    const hop = bounced ? BOUNCE_HOP : HOP;
    const blockFrames = bounced ? BLOCK_FRAMES : QUANTUM;
    this.tables.update(session);
    const ready = new Map<string, number>();
    const timelines: ArrayBufferLike[] = [];
    for (const { inserts } of allStrips(session)) {
      for (const insert of inserts) {
        if (!insert) continue;
        const latency = Number(insert.plugin.replace("test.moved", ""));
        const plugin = movedPlugin(latency);
        const memory = allocateInsertMemory(plugin.readouts, true);
        const timeline = allocateTimeline(true);
        const lanes = insertLanes(session, insert.id, plugin.params, SAMPLE_RATE, () => undefined);
        this.runners.set(insert.id, new InsertRunner(plugin, memory, { params: [0, 1000, 0], bypass: false, mix: insert.mix, fadeIn: false, sampleRate: SAMPLE_RATE, offline: bounced, blockFrames, timeline, lanes }));
        this.events.set(insert.id, new EventQueue(memory, insertLayout(plugin.readouts).events));
        timelines.push(timeline);
        ready.set(insert.id, latency);
      }
    }
    const plan = compile(session, { sampleRate: SAMPLE_RATE, hosting: () => (hosting === "inline" ? "inline" : "isolated"), hop, ready, rows: this.tables.rows, sendRows: this.tables.sendRows });
    this.latencyFrames = plan.latencyFrames;
    for (const [id, frames] of Object.entries(plan.songDelay)) this.events.get(id)?.push(0, InsertTarget.delay, frames, 0);
    const segments = new Map<string, SegmentMemory>();
    if (hosting !== "inline") for (const { id, inserts } of allStrips(session).flatMap(chainsOf)) this.#chain(id, inserts, segments, hop, blockFrames);
    this.renderer = new Renderer(this.memory, SAMPLE_RATE, (ring, quantum) => {
      while (!ring.has(quantum)) if (this.#stages.reduce((done, stage) => done + stage.process(64), 0) === 0) return false;
      return true;
    });
    this.renderer.setAudio("song", song);
    this.renderer.take({ plan, segments, runners: this.runners, timelines, at: 0 });
    if (startFrame !== undefined) this.renderer.playhead.start(startFrame);
  }

  /** Renders. @returns both sides, from when the sources of the first frame come out. */
  render(frames: number): [left: Float32Array, right: Float32Array] {
    const quanta = Math.ceil((frames + this.latencyFrames) / QUANTUM);
    const output = [new Float32Array(quanta * QUANTUM), new Float32Array(quanta * QUANTUM)] as const;
    for (let at = 0; at < quanta * QUANTUM; at += QUANTUM) {
      if (!this.renderer.render([], output[0].subarray(at, at + QUANTUM), output[1].subarray(at, at + QUANTUM))) throw new Error("A stage never came.");
    }
    return [0, 1].map((c) => output[c]!.slice(this.latencyFrames, this.latencyFrames + frames)) as [Float32Array, Float32Array];
  }

  #chain(id: string, inserts: Strip["inserts"], segments: Map<string, SegmentMemory>, hop: number, blockFrames: number): void {
    const chain = inserts.flatMap((insert) => (insert ? [this.runners.get(insert.id)!] : []));
    if (chain.length === 0) return;
    const rings = Array.from({ length: chain.length + 1 }, () => allocateRing(ringCapacity(hop, blockFrames), true, blockFrames));
    chain.forEach((runner, i) => {
      const stage = new Stage(runner);
      stage.wire({ input: rings[i]!, output: rings[i + 1]!, at: 0 });
      this.#stages.push(stage);
    });
    segments.set(id, { wiring: segments.size, head: rings[0]!, tail: rings.at(-1)! });
  }
}
