import { decibels, definePlugin } from "@headroom/sdk";
import { createSession, createStrip, emptySlots, type Session } from "@headroom/session";
import { compile } from "../graph/compile.js";
import { Stage } from "../realtime/stage.js";
import { allocateEngineMemory } from "../shared/engine-memory.js";
import { allocateInsertMemory } from "../shared/insert-memory.js";
import { QUANTUM } from "../shared/quantum.js";
import { allocateRing } from "../shared/ring.js";
import { StripTables } from "../hosting/strip-tables.js";
import { ringCapacity } from "../hosting/segment-wiring.js";
import { InsertRunner } from "./insert-runner.js";
import { Renderer } from "./renderer.js";

/** A plugin for tests: a gain, and nothing else. */
export const gainPlugin = definePlugin({
  id: "test.gain",
  name: "Gain",
  vendor: "Headroom tests",
  version: "1.0.0",
  features: ["utility"],
  params: { gain: decibels({ min: -60, max: 12, default: 0 }) },
  processor: () => ({
    process({ input, output, params, frames }) {
      const { gains } = params.gain;
      for (const [c, to] of output.entries()) for (let i = 0; i < frames; i++) to[i] = (input[c]?.[i] ?? 0) * (gains[i] ?? 1);
    },
  }),
});

/** A session with one channel that has one insert, playing the file "song". */
export function oneInsertSession(): Session {
  const insert = { id: "x", plugin: gainPlugin.id, version: "1.0.0", bypass: false, mix: 1, params: {} };
  const clip = { id: "clip", audio: "song", startSeconds: 0, offsetSeconds: 0, lengthSeconds: 100, gainDb: 0 };
  const channel = createStrip("channel", { id: "a", clips: [clip], inserts: [insert, ...emptySlots().slice(1)] });
  const session = createSession();
  return { ...session, strips: { ...session.strips, a: channel }, order: ["a"] };
}

/**
 * The renderer with a worker's stage beside it on one thread: the rings, the wiring and the dry stand-in as they
 * are live, with the worker's lateness in the test's hand.
 */
export class IsolatedHarness {
  readonly memory = allocateEngineMemory(true);
  readonly renderer = new Renderer(this.memory, 48_000);
  readonly stage: Stage;
  /** While false the worker does nothing. */
  workerRuns = true;
  readonly #tables = new StripTables(this.memory);
  #wiring = 0;

  constructor(gainDb: number, song: (frame: number) => number) {
    const memory = allocateInsertMemory({}, true);
    const start = { params: [gainDb], bypass: false, mix: 1, fadeIn: false, sampleRate: 48_000, offline: false };
    this.stage = new Stage(new InsertRunner(gainPlugin, memory, start));
    const samples = Float32Array.from({ length: 480_000 }, (_, i) => song(i));
    this.renderer.setAudio("song", { left: samples, right: samples });
    this.#tables.update(oneInsertSession());
  }

  /** Brings a hop into effect at a quantum, with fresh rings, as the host does. */
  plan(hop: number, at: number): void {
    const { rows, sendRows } = this.#tables;
    const plan = compile(oneInsertSession(), { sampleRate: 48_000, hosting: () => "isolated", hop, ready: new Map([["x", 0]]), rows, sendRows });
    const head = allocateRing(ringCapacity(hop), true);
    const tail = allocateRing(ringCapacity(hop), true);
    this.stage.wire({ input: head, output: tail, at });
    this.renderer.take({ plan, at, segments: new Map([["a", { wiring: ++this.#wiring, head, tail }]]), runners: new Map() });
  }

  /** Renders; the worker runs after each burst of four quanta. @returns the left channel. */
  render(quanta: number): Float32Array {
    const output = new Float32Array(quanta * QUANTUM);
    const left = new Float32Array(QUANTUM);
    const right = new Float32Array(QUANTUM);
    for (let i = 0; i < quanta; i++) {
      this.renderer.render([], left, right);
      output.set(left, i * QUANTUM);
      if (this.workerRuns && i % 4 === 3) this.stage.process(64);
    }
    return output;
  }
}

