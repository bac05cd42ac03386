import type { EngineNotice, MixerEngine } from "@headroom/engine";
import type { Runtime } from "../app/runtime.js";
import { Observable } from "../state/observable.js";
import { workerOf } from "./captured-worker.js";
import type { Fault } from "./fault.js";
import { FAULT_PARAMETER, FAULT_PLUGIN } from "./fault-plugin.js";
import { FAULT_STRIP } from "./fault-session.js";
import { faultNumber } from "./faults.js";
import { type Heard, Measurement } from "./measurement.js";
import { pause } from "./pause.js";
import { RATE, RUN_SECONDS } from "./run-length.js";

/** A second into the song, so that there is something to disturb. */
export const INJECT_SECONDS = 1;
const SETTLE_MS = 400;
const READY_MS = 10_000;
/** An equalizer that fell silent soon has nothing left to play. */
const ASLEEP_MS = 3000;
const LEAD_SECONDS = 0.3;
/** Between two looks at a recording that comes in: drawing must not keep the watchdog waiting. */
const SHOW_MS = 100;
/** Bytes of the header of a 32-bit floating-point WAV file as a bounce writes it. */
const WAV_HEADER = 58;

/** A sentence of the log: the engine's, or the bench's own. */
export type LogLine = Pick<EngineNotice, "severity" | "text"> & {
  /** Seconds of the run; `undefined` where none was. */
  readonly seconds: number | undefined;
};

/** One run: the song played from its start while something goes wrong, or (without a fault) nothing. */
export interface Run {
  readonly fault: Fault | undefined;
  readonly heard: Heard;
  /** Left and right as they come in. */
  readonly recording: readonly Float32Array[];
  /** Frame of the run at which the fault was done, and at which it was over; −1 before. */
  readonly injectedAt: number;
  readonly overAt: number;
  readonly dropouts: number;
  readonly log: readonly LogLine[];
  readonly done: boolean;
}

/** Plays the session again and again, does something to it, and compares what is heard with what it is undisturbed. `@mainThread` */
export class FaultBench {
  /** The run that is under way, or was last. The same object changes while it goes on; a new one each time it should be drawn. */
  readonly run = new Observable<Run | undefined>(undefined);
  readonly results = new Observable<ReadonlyMap<string, Run>>(new Map());
  readonly log = new Observable<readonly LogLine[]>([]);
  readonly #runtime: Runtime;
  readonly #engine: MixerEngine;
  #undisturbed: readonly Float32Array[] | undefined;
  #inserts = 0;
  #insertId: string | undefined;
  #start = 0;

  constructor(runtime: Runtime, engine: MixerEngine) {
    this.#runtime = runtime;
    this.#engine = engine;
    engine.onNotice(({ severity, text }) => this.#note(severity, text));
  }

  get busy(): boolean {
    return this.run.value?.done === false;
  }

  /** Left and right as they are undisturbed, once they are known. */
  get undisturbed(): readonly Float32Array[] | undefined {
    return this.#undisturbed;
  }

  /** Plays the song once. @param fault - what goes wrong; without it nothing does. */
  async play(fault?: Fault): Promise<Run> {
    if (this.busy) throw new Error("A run is under way; wait until it has ended.");
    const engine = this.#engine;
    const { context } = this.#runtime;
    const frames = RUN_SECONDS * RATE;
    const run: { -readonly [Key in keyof Run]: Run[Key] } = { fault, heard: new Measurement([], []).heard, recording: [], injectedAt: -1, overAt: -1, dropouts: 0, log: [], done: false };
    const show = () => this.run.set({ ...run });
    show();
    try {
      await context.resume();
      await this.#putIn();
      this.#undisturbed ??= await this.#bounce();
      const { dropouts, latencyFrames } = engine.status();
      const start = Math.ceil((engine.frameAt(context.currentTime) + LEAD_SECONDS * RATE) / 128) * 128;
      this.#start = start;
      run.recording = engine.capture(frames, start + latencyFrames);
      const measurement = new Measurement(run.recording, this.#undisturbed);
      run.heard = measurement.heard;
      const logged = this.log.value.length;
      engine.playhead.play(0, context.currentTime + (start - engine.frameAt(context.currentTime)) / RATE);
      const here = () => engine.frameAt(context.currentTime) - start;
      const injecting = fault && this.#inject(fault, here, run);
      while (engine.status().quanta * 128 < start + latencyFrames + frames + 256) {
        await new Promise((resolve) => setTimeout(resolve, SHOW_MS));
        measurement.advance(engine.status().quanta * 128 - start - latencyFrames - 128);
        run.dropouts = engine.status().dropouts - dropouts;
        run.log = this.log.value.slice(logged);
        show();
      }
      await injecting;
      measurement.advance(frames);
      run.log = this.log.value.slice(logged);
    } finally {
      engine.playhead.stop();
      run.done = true;
      show();
    }
    if (fault) this.results.set(new Map(this.results.value).set(fault.id, this.run.value ?? run));
    return run;
  }

  async #inject(fault: Fault, here: () => number, run: { injectedAt: number; overAt: number }): Promise<void> {
    while (here() < INJECT_SECONDS * RATE) await pause(5);
    const insertId = this.#insertId ?? "";
    const { document, context } = this.#runtime;
    run.injectedAt = here();
    try {
      await fault.inject({
        engine: this.#engine, context, document, insertId, stripId: FAULT_STRIP,
        worker: () => workerOf(insertId),
        tellPlugin: (on = true) => this.#engine.setParameter(insertId, FAULT_PARAMETER, on ? faultNumber(fault) : 0),
        say: (text) => this.#note("info", text),
      });
    } catch (error) {
      this.#note("error", `The fault could not be done: ${String(error)}`);
    }
    run.overAt = here();
  }

  /** A sound insert in the place of the last run's: faults are counted for each. */
  async #putIn(): Promise<void> {
    const { document } = this.#runtime;
    for (const insert of document.snapshot().strips[FAULT_STRIP]?.inserts ?? []) if (insert?.plugin === FAULT_PLUGIN) document.inserts.remove(insert.id);
    this.#insertId = `faulty-${++this.#inserts}`;
    document.inserts.add(FAULT_STRIP, { id: this.#insertId, plugin: FAULT_PLUGIN, version: "1.0.0" }, 1);
    const ids = Object.values(document.snapshot().strips).flatMap(({ inserts }) => inserts.flatMap((insert) => insert?.id ?? []));
    const all = (holds: (id: string) => boolean) => () => ids.every(holds);
    await this.#until(all((id) => this.#engine.insertStatus(id)?.state === "running"), READY_MS, "not all inserts run");
    await pause(SETTLE_MS);
    await this.#until(all((id) => this.#engine.insertStatus(id)?.asleep === true), ASLEEP_MS);
  }

  async #bounce(): Promise<readonly Float32Array[]> {
    const { wav, frames } = await this.#engine.bounce({ startSeconds: 0, endSeconds: RUN_SECONDS, bitDepth: "32f" });
    const data = new DataView(await wav.arrayBuffer(), WAV_HEADER);
    return [0, 1].map((c) => Float32Array.from({ length: frames }, (_, i) => data.getFloat32((i * 2 + c) * 4, true)));
  }

  /** @param otherwise - thrown when it does not come to hold; without it the wait just ends. */
  async #until(holds: () => boolean, ms: number, otherwise?: string): Promise<void> {
    for (let waited = 0; !holds(); waited += 20) {
      if (waited >= ms && otherwise === undefined) return;
      if (waited >= ms) throw new Error(`After ${ms / 1000} s ${otherwise ?? ""}; load the page again.`);
      await pause(20);
    }
  }

  #note(severity: EngineNotice["severity"], text: string): void {
    const { context } = this.#runtime;
    const seconds = this.busy && this.#start > 0 ? (this.#engine.frameAt(context.currentTime) - this.#start) / RATE : undefined;
    this.log.set([...this.log.value, { severity, text, seconds }]);
  }
}
