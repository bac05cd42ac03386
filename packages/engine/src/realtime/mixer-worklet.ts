import type { LogLevel } from "@headroom/sdk";
import { InsertRunner } from "../render/insert-runner.js";
import { Renderer } from "../render/renderer.js";
import { ClockWord, type EngineMemory } from "../shared/engine-memory.js";
import { QUANTUM } from "../shared/quantum.js";
import { inlinePlugins } from "./inline-plugins.js";
import { EventQueue } from "../shared/event-queue.js";
import { insertLayout } from "../shared/insert-memory.js";
import { REMARK_BURST, REMARK_EVERY_MS, RateLimit } from "../shared/rate-limit.js";
import { copyObservers } from "../shared/mirror.js";
import { MIXER_PROCESSOR, type EventRecord, type InlineInsert, type MixerMessage, type MixerOptions, type StateCall, type SyncMessage } from "./messages.js";

// Taken before a plugin can change it.
const now = Date.now.bind(Date);

interface Capture {
  readonly channels: readonly Float32Array[];
  readonly at: number;
  frames: number;
}

/** The whole mixer as one node: many stereo inputs, one stereo output. */
class MixerProcessor extends AudioWorkletProcessor {
  readonly #renderer: Renderer;
  readonly #clock: Int32Array;
  readonly #position: Float64Array;
  readonly #memory: EngineMemory;
  readonly #runners = new Map<string, { readonly insert: InlineInsert; readonly runner: InsertRunner }>();
  readonly #left = new Float32Array(QUANTUM);
  readonly #right = new Float32Array(QUANTUM);
  #retired: InsertRunner[] = [];
  #capture: Capture | undefined;
  #alive = true;

  constructor(options: { readonly processorOptions: MixerOptions }) {
    super();
    const { memory } = options.processorOptions;
    this.#memory = memory;
    this.#renderer = new Renderer(memory, sampleRate);
    this.#clock = new Int32Array(memory.clock);
    this.#position = new Float64Array(memory.position);
    this.#position[1] = currentFrame;
    this.port.onmessage = ({ data }: MessageEvent<MixerMessage>) => this.#receive(data);
  }

  process(inputs: Float32Array[][], outputs: Float32Array[][]): boolean {
    const started = Date.now();
    this.#position[1] = currentFrame - this.#renderer.quantum * QUANTUM;
    this.#renderer.render(inputs, this.#left, this.#right);
    const output = outputs[0];
    output?.[0]?.set(this.#left);
    output?.[1]?.set(this.#right);
    if (this.#capture) this.#record(this.#capture);
    // The thread has no finer clock. Whole milliseconds are right on average, because the two readings
    // fall on either side of a millisecond's edge as often as the time between them is long.
    const busy = Date.now() - started;
    if (busy > 0) Atomics.add(this.#clock, ClockWord.busyMs, busy);
    return this.#alive;
  }

  #record(capture: Capture): void {
    const [left, right] = capture.channels;
    if (this.#renderer.quantum - 1 < capture.at || !left || !right || capture.frames + QUANTUM > left.length) return;
    left.set(this.#left, capture.frames);
    right.set(this.#right, capture.frames);
    capture.frames += QUANTUM;
  }

  #receive(message: MixerMessage): void {
    switch (message.type) {
      case "plan":
        this.#makeRunners(message.inline);
        this.#renderer.take({
          plan: message.plan,
          at: message.at,
          segments: message.segments,
          heirs: message.heirs,
          sidechains: new Map([...message.segments.values()].flatMap(({ sidechains }) => [...(sidechains ?? [])])),
          timelines: [...message.timelines, ...[...this.#runners.values()].flatMap(({ insert }) => insert.start.timeline ?? [])],
          runners: new Map([...this.#runners].map(([id, { runner }]) => [id, runner])),
        });
        return;
      case "audio": {
        const [left, right = left] = message.channels ?? [];
        this.#renderer.setAudio(message.key, left && right ? { left, right } : undefined);
        return;
      }
      case "capture":
        this.#capture = { channels: message.channels, at: message.at, frames: 0 };
        return;
      case "lanes":
        this.#runners.get(message.insert)?.runner.setLanes(message.lanes);
        return;
      case "state-call":
        this.#answer(message);
        return;
      case "sync":
        this.#sync(message);
        return;
      case "dispose":
        this.#alive = false;
        return;
    }
  }

  /** Takes what the window wrote, and answers with what was written here: the way without shared memory. */
  #sync(message: SyncMessage): void {
    const { clock, controls, held, sends, monitor, meters, position, transport } = this.#memory;
    new Float32Array(controls).set(message.controls);
    new Int32Array(held).set(message.held);
    new Float32Array(sends).set(message.sends);
    new Float32Array(monitor).set(message.monitor);
    this.#clock[ClockWord.meterReset] = message.meterReset;
    pushAll(new EventQueue(transport), message.transport);
    for (const { id, events, memory } of message.inserts) {
      const insert = this.#runners.get(id)?.insert;
      const readouts = insert && inlinePlugins().get(insert.plugin)?.readouts;
      if (!readouts) continue;
      pushAll(new EventQueue(insert.memory, insertLayout(readouts).events), events);
      copyObservers(memory, insert.memory, readouts);
    }
    this.port.postMessage({
      type: "state",
      clock: new Int32Array(clock),
      position: new Float64Array(position),
      meters: new Float32Array(meters),
      inserts: [...this.#runners].map(([id, { insert }]) => ({ id, memory: insert.memory })),
    });
  }

  #answer({ call, insert, does, state }: StateCall): void {
    const runner = this.#runners.get(insert)?.runner;
    try {
      const result = does === "save" ? runner?.saveState() : runner?.restoreState(state);
      this.port.postMessage({ type: "state-answer", call, result });
    } catch (error) {
      this.port.postMessage({ type: "state-answer", call, fault: error instanceof Error ? error.message : "it threw something that is no error" });
    }
  }

  /** What an insert's processor says to people, on its way to the window. */
  #remarks(insert: string): (level: LogLevel, text: string) => void {
    const limit = new RateLimit(REMARK_BURST, REMARK_EVERY_MS, now);
    return (level, text) => {
      if (limit.pass()) this.port.postMessage({ type: "says", insert, level, text });
    };
  }

  /** Makes the inserts that are new here. One that cannot be made is reported and left out. */
  #makeRunners(inline: ReadonlyMap<string, InlineInsert>): void {
    // Those of the plan before are no longer rendered; those that go now still are until the next takes effect.
    for (const runner of this.#retired) runner.release();
    this.#retired = [];
    for (const [id, { runner }] of this.#runners) {
      if (inline.has(id)) continue;
      this.#retired.push(runner);
      this.#runners.delete(id);
    }
    for (const [id, insert] of inline) {
      if (this.#runners.get(id)?.insert.incarnation === insert.incarnation) continue;
      try {
        const plugin = inlinePlugins().get(insert.plugin);
        if (!plugin) throw new Error(`The plugin "${insert.plugin}" was not loaded into the audio thread.`);
        const runner = new InsertRunner(plugin, insert.memory, insert.start, this.#remarks(id));
        const old = this.#runners.get(id);
        if (old) this.#retired.push(old.runner);
        this.#runners.set(id, { insert, runner });
        if (runner.stateFault !== undefined) this.port.postMessage({ type: "state-refused", insert: id, reason: runner.stateFault });
      } catch (error) {
        this.port.postMessage({ type: "inline-failed", insert: id, reason: String(error) });
      }
    }
  }
}

function pushAll(queue: EventQueue, events: readonly EventRecord[]): void {
  for (const [frame, target, value, ramp] of events) queue.push(frame, target, value, ramp);
}

registerProcessor(MIXER_PROCESSOR, MixerProcessor);
