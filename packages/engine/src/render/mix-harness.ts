import { definePlugin, type PluginDefinition } from "@headroom/sdk";
import type { Session } from "@headroom/session";
import { compile } from "../graph/compile.js";
import type { RenderPlan } from "../graph/plan.js";
import { MonitorTable } from "../hosting/monitor-table.js";
import { StripTables } from "../hosting/strip-tables.js";
import { allocateEngineMemory } from "../shared/engine-memory.js";
import { EventQueue } from "../shared/event-queue.js";
import { allocateInsertMemory } from "../shared/insert-memory.js";
import { QUANTUM } from "../shared/quantum.js";
import type { Pcm } from "./clip-source.js";
import { InsertRunner } from "./insert-runner.js";
import { Renderer } from "./renderer.js";

export const SAMPLE_RATE = 48_000;
/** What plugins that hear a sidechain add of it. */
export const KEY_GAIN = 0.5;

/** A plugin for tests that does nothing but, where it is `keyed`, add its sidechain, `latency` frames late. */
export function delayPlugin(latency: number, keyed = false): PluginDefinition {
  return definePlugin({
    id: `${keyed ? "key" : "delay"}${latency}`,
    ...(keyed && { io: { main: ["stereo"], sidechain: ["stereo"] } }),
    name: "Delay",
    vendor: "Headroom tests",
    version: "1.0.0",
    features: ["utility"],
    params: {},
    processor: () => {
      const line = [new Float32Array(latency), new Float32Array(latency)];
      let at = 0;
      return {
        latency,
        process({ input, output, sidechain, frames }) {
          for (let c = 0; c < output.length; c++) {
            const [to, from, held] = [output[c]!, input[c]!, line[c]!];
            for (let i = 0; i < frames; i++) {
              const place = latency > 0 ? (at + i) % latency : 0;
              const x = from[i]! + KEY_GAIN * (sidechain[c]?.[i] ?? 0);
              to[i] = latency > 0 ? held[place]! : x;
              if (latency > 0) held[place] = x;
            }
          }
          if (latency > 0) at = (at + frames) % latency;
        },
      };
    },
  });
}

/** The inserts of a session by id. Each names its latency by its plugin, `delay…` or, with a sidechain, `key…`. */
export function insertsOf(session: Session): Map<string, { readonly latency: number; readonly start: () => InsertRunner }> {
  const inserts = Object.values(session.strips).flatMap((strip) => strip.inserts.flatMap((insert) => insert ?? []));
  return new Map(inserts.map(({ id, plugin }) => {
    const latency = Number(plugin.replace(/^(delay|key)/, ""));
    const start = { params: [], bypass: false, mix: 1, fadeIn: false, sampleRate: SAMPLE_RATE, offline: false };
    return [id, { latency, start: () => new InsertRunner(delayPlugin(latency, plugin.startsWith("key")), allocateInsertMemory({}, false), start) }];
  }));
}

/** The engine's renderer with inline inserts, as the window sets it up, on one thread. */
export class MixHarness {
  readonly memory = allocateEngineMemory(false);
  readonly renderer = new Renderer(this.memory, SAMPLE_RATE);
  readonly transport = new EventQueue(this.memory.transport);
  plan: RenderPlan | undefined;
  /** Whether plans have the monitor and the cue. */
  monitored = false;
  readonly #tables = new StripTables(this.memory);
  readonly #monitor = new MonitorTable(this.memory);
  readonly #runners = new Map<string, InsertRunner>();

  constructor(audio: ReadonlyMap<string, Pcm>) {
    for (const [key, pcm] of audio) this.renderer.setAudio(key, pcm);
  }

  /** Takes a session; see {@link insertsOf}. */
  update(session: Session, inputs: ReadonlyMap<string, number> = new Map()): void {
    this.#tables.update(session);
    if (this.monitored) this.#monitor.update(session.monitor);
    const inserts = insertsOf(session);
    const ready = new Map([...inserts].map(([id, { latency }]) => [id, latency]));
    for (const [id, { start }] of inserts) if (!this.#runners.has(id)) this.#runners.set(id, start());
    const plan = compile(session, { sampleRate: SAMPLE_RATE, hosting: () => "inline", hop: 0, ready, rows: this.#tables.rows, sendRows: this.#tables.sendRows, inputs, monitored: this.monitored });
    this.plan = plan;
    this.renderer.take({ plan, segments: new Map(), runners: this.#runners, at: this.renderer.quantum });
  }

  /** Fades strips at their faders, as the host does before they go. */
  leave(strips: readonly string[]): void {
    for (const id of strips) this.#tables.set(id, "audible", 0);
  }

  get latencyFrames(): number {
    return this.plan?.latencyFrames ?? 0;
  }

  render(quanta: number): { left: Float32Array; right: Float32Array } {
    const left = new Float32Array(quanta * QUANTUM);
    const right = new Float32Array(quanta * QUANTUM);
    for (let at = 0; at < left.length; at += QUANTUM) {
      this.renderer.render([], left.subarray(at, at + QUANTUM), right.subarray(at, at + QUANTUM));
    }
    return { left, right };
  }
}
