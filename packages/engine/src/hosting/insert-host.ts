import type { PluginDescriptor } from "@headroom/sdk";
import type { Insert } from "@headroom/session";
import type { InsertMeterPoint, InsertState as InsertPhase, InsertStatus, MeterReading } from "../api.js";
import type { Placement } from "../graph/placement.js";
import type { InlineInsert } from "../realtime/messages.js";
import type { Wiring } from "../realtime/worker-api.js";
import { MOST_LATENCY, type InsertStart } from "../render/insert-runner.js";
import { EventQueue } from "../shared/event-queue.js";
import { Fault, insertLayout, InsertLevels, InsertWord } from "../shared/insert-memory.js";
import type { InsertLane } from "../shared/lane-table.js";
import { FaultRecord, RECOVERY_MS } from "./fault-record.js";
import { startIncarnation, type Incarnation } from "./incarnation.js";
import { InsertControls } from "./insert-controls.js";
import { InsertRemarks } from "./insert-remarks.js";
import { InsertReadouts } from "./insert-readouts.js";
import { InsertState } from "./insert-state.js";
import type { InsertSurroundings } from "./insert-surroundings.js";
import { LoadMeter } from "./load-meter.js";
import type { MirroredInsert } from "./message-link.js";
import { readMeter } from "./read-meter.js";
import type { SeatFailure, WorkerSeat } from "./worker-seat.js";

/** An insert that leaves has this long to answer. */
const LAST_SAVE_MS = 500;

/** A start that takes longer is told. */
const LATE_START_MS = 2000;

/** Incarnations are counted over all inserts: wirings are told apart by them. */
let incarnations = 0;

const LOAD_WINDOW_MS = 500;

/**
 * One insert as the window sees it: starts its worker, restarts it after faults with what was set on it, gives up
 * after repeated ones. `@mainThread`
 */
export class InsertHost {
  readonly id: string;
  readonly plugin: string;
  readonly controls: InsertControls;
  readonly readouts: InsertReadouts;
  readonly state: InsertState;
  readonly remarks: InsertRemarks;
  readonly #around: InsertSurroundings;
  readonly #descriptor: PluginDescriptor | undefined;
  readonly #bundle: string | undefined;
  #phase: InsertPhase = "loading";
  #reason: string | undefined;
  #now: Incarnation | undefined;
  #serial = 0;
  readonly #faults = new FaultRecord();
  /** Whether it took others in its worker along, and has one of its own since. */
  #apart = false;
  #wiredAt = 0;
  #wired = false;
  #latency = 0;
  #load: LoadMeter | undefined;
  /** As its processor has them. */
  #lanes: readonly InsertLane[] = [];
  #disposed = false;
  /** Resolves when the first start has come to an end, good or bad. */
  readonly started: Promise<void>;

  constructor(insert: Insert, around: InsertSurroundings) {
    this.id = insert.id;
    this.plugin = insert.plugin;
    this.#around = around;
    this.#descriptor = around.library.descriptor(insert.plugin);
    // Kept for restarts: parameters are numbered as this bundle states them, whatever is loaded later.
    this.#bundle = around.library.bundle(insert.plugin);
    this.readouts = new InsertReadouts(this.#descriptor?.readouts ?? {});
    this.controls = new InsertControls(insert, this.#descriptor?.params ?? {}, around.title, around.corrections);
    this.remarks = new InsertRemarks(around.title, around.remark);
    this.state = new InsertState(insert, {
      version: this.#descriptor?.stateVersion ?? 1,
      title: around.title,
      warn: around.corrections.say,
      saved: around.saved,
    });
    this.started = this.#start();
  }

  get ready(): boolean {
    return this.#phase === "running" && this.#now !== undefined;
  }

  /** Name for people: "Parametric EQ on Bass". */
  get title(): string {
    return this.#around.title();
  }

  /** Changes with every new start of the processor. */
  get incarnation(): number {
    return this.#serial;
  }

  /**
   * Whether it failed a moment ago and may be back at once. Its segment is dry meanwhile, at the level it had;
   * one that takes longer is chained around, so that its neighbours are heard again.
   */
  get recovering(): boolean {
    return this.#phase === "recovering" && this.#faults.isFresh;
  }

  get latencyFrames(): number {
    return this.#latency;
  }

  /** Where it runs: never changes, another place is another host's. */
  get placement(): Placement {
    return this.#around.placement;
  }

  /** Its place in a worker, where it has one. */
  get seat(): WorkerSeat | undefined {
    return this.#now?.seat;
  }

  /** Where its processor reads the song's place, if it asks. */
  get timeline(): ArrayBufferLike | undefined {
    return this.#now?.start.timeline;
  }

  /** For the audio thread, in inline hosting. */
  get inline(): InlineInsert | undefined {
    if (!this.#now || this.#now.seat) return undefined;
    // What it starts with may have changed since it was made ready: it starts with the plan that names it.
    const state = this.state.forStart();
    const { state: _, ...start } = this.#now.start;
    return { plugin: this.plugin, memory: this.#now.memory, start: { ...start, lanes: this.#lanes, ...(state && { state }) }, incarnation: this.#serial };
  }

  /** Its memory, for a page that cannot share it. */
  get mirrored(): MirroredInsert | undefined {
    return this.#now && { id: this.id, memory: this.#now.memory, readouts: this.#descriptor?.readouts ?? {} };
  }

  status(): InsertStatus {
    return {
      state: this.#phase,
      ...(this.#reason === undefined ? {} : { reason: this.#reason }),
      load: this.#load?.value ?? 0,
      latencyFrames: this.#latency,
      faults: this.#faults.count,
      hosting: this.placement.group !== undefined && this.#apart ? "isolated" : this.placement.mode,
      asleep: this.#now !== undefined && Atomics.load(this.#now.words, InsertWord.asleep) === 1,
    };
  }

  readMeter(point: InsertMeterPoint, into: MeterReading): void {
    readMeter(this.#now?.levels, InsertLevels[point], into);
  }

  /** Starts maxima and clip counts anew. */
  resetMeters(): void {
    const words = this.#now?.words;
    if (words) Atomics.store(words, InsertWord.meterReset, (Atomics.load(words, InsertWord.meterReset) + 1) & 0xffff);
  }

  /** Wires the worker into its chain. */
  wire(wiring: Wiring | undefined): void {
    this.#wired = wiring !== undefined;
    this.#wiredAt = wiring?.at ?? 0;
    this.#now?.seat?.wire(wiring);
  }

  /** Quanta that wait in the worker's input, beyond what it processed; 0 where it has none or is not wired. */
  behind(): number {
    const now = this.#now;
    if (!now?.seat || !this.#wired) return 0;
    const progress = Math.max(Atomics.load(now.words, InsertWord.progress), this.#wiredAt);
    return Math.max(0, (now.seat.inputWritten - progress) | 0);
  }

  /** Grows with every quantum processed and every round of the worker. */
  signsOfLife(): number {
    const now = this.#now;
    return now ? Atomics.load(now.words, InsertWord.progress) + (now.seat?.worker.heartbeat ?? 0) : 0;
  }

  /** Reads what the processor reports: latency, load, faults inline. Called a few times a second. */
  poll(nowMs: number): void {
    const now = this.#now;
    if (!now) return;
    this.controls.flush();
    this.state.poll(nowMs);
    const latency = latencyOf(now.words);
    if (latency !== this.#latency) {
      this.#latency = latency;
      this.#around.changed(this);
    }
    this.#load?.look(nowMs);
    if (!now.seat && Atomics.load(now.words, InsertWord.faults) > 0) {
      const fault = Atomics.load(now.words, InsertWord.fault);
      this.fail(fault === Fault.threw ? "it threw" : "its output was not finite, or louder than +120 dBFS");
    }
  }

  /** Its worker does not move: it is ended, and all that are in it start anew. */
  stall(): void {
    this.#now?.seat?.worker.fail("it stopped answering");
  }

  /** Something went wrong: start anew with the parameters, or stop after too many times. */
  fail(reason: string, isOwn = true): void {
    if (this.#disposed || this.#phase === "stopped" || this.#phase === "missing") return;
    this.#around.failed();
    const tooMany = this.#faults.add(isOwn);
    this.#end();
    if (tooMany !== undefined) {
      this.#set("stopped", `${this.title} was stopped after ${tooMany}: ${reason}. It is bypassed; press Retry to start it again.`);
      this.#around.notice("error", this.#reason ?? "");
      return;
    }
    this.#set("recovering", `${this.title} is being restarted: ${reason}.`);
    const alone = this.#apart && this.placement.group !== undefined ? ", in a worker of its own from now on" : "";
    this.#around.notice("warning", `${this.title} ${isOwn ? "failed" : "is interrupted"}: ${reason}. It is being restarted with its settings${alone}; its dry signal plays meanwhile.`);
    setTimeout(() => {
      if (this.#phase === "recovering") this.#around.changed(this);
    }, RECOVERY_MS);
    void this.#start();
  }

  #failInWorker({ reason, isOwn, isHarmful }: SeatFailure): void {
    this.#apart ||= isHarmful;
    this.fail(reason, isOwn);
  }

  retry(): void {
    if (this.#phase !== "stopped" && this.#phase !== "missing") return;
    this.#faults.forgive();
    this.#set("loading", undefined);
    void this.#start();
  }

  /** Follows the session. */
  update(insert: Insert): void {
    this.controls.update(insert);
    this.state.update(insert);
  }

  /** Follows the session's automation. */
  updateLanes(): void {
    const now = this.#now;
    if (!now) return;
    const lanes = this.#around.lanes(this.#descriptor?.params ?? {});
    if (sameLanes(lanes, this.#lanes)) return;
    this.#lanes = lanes;
    if (now.seat) now.seat.setLanes(lanes);
    else this.#around.postLanes(lanes);
  }

  /** Ends it, once it has saved what it was asked to save. */
  dispose(): void {
    this.#disposed = true;
    const { saving } = this.state;
    if (!saving) this.#end();
    else void Promise.race([saving, new Promise((resolve) => setTimeout(resolve, LAST_SAVE_MS))]).then(() => this.#end());
  }

  async #start(): Promise<void> {
    const descriptor = this.#descriptor;
    const bundle = this.#bundle;
    if (!descriptor || bundle === undefined) {
      this.#set("missing", `The plugin "${this.plugin}" is not here; its slot and values are kept. Add the plugin, or remove the insert.`);
      return;
    }
    const serial = (this.#serial = ++incarnations);
    const recovering = this.#phase === "recovering";
    const begunAt = performance.now();
    try {
      const incarnation = await startIncarnation(
        {
          insertId: this.id,
          descriptor,
          bundle,
          start: () => this.#startNow(),
          onRemark: this.remarks.take,
          apart: this.#apart,
          onFailure: (seat, failure) => {
            if (this.#now?.seat === seat) this.#failInWorker(failure);
          },
        },
        this.#around,
      );
      if (serial !== this.#serial || this.#disposed) {
        incarnation.seat?.release();
        return;
      }
      const tookMs = performance.now() - begunAt;
      this.#adopt(incarnation, recovering);
      if (!recovering && tookMs > LATE_START_MS && this.#around.running()) {
        this.#around.notice("info", `${this.title} took ${(tookMs / 1000).toFixed(1)} s to start; the sound went past it until then.`);
      }
    } catch (error) {
      if (serial !== this.#serial || this.#disposed) return;
      const reason = error instanceof Error ? error.message : String(error);
      this.#end();
      this.#set("missing", `${this.title} could not be started: ${reason}`);
      this.#around.notice("error", this.#reason ?? "");
    }
  }

  #adopt(incarnation: Incarnation, recovered: boolean): void {
    this.#now = incarnation;
    this.#wired = false;
    // Busy time is counted in microseconds.
    this.#load = new LoadMeter(incarnation.words, InsertWord.busy, 1000, LOAD_WINDOW_MS);
    this.#latency = latencyOf(incarnation.words);
    this.readouts.attach(incarnation.reader);
    this.state.attach(incarnation.seat ?? this.#around.inlineState(), incarnation.words, incarnation.start.state, incarnation.stateFault);
    this.controls.attach(new EventQueue(incarnation.memory, insertLayout(this.#descriptor?.readouts ?? {}).events), incarnation.start);
    this.#lanes = incarnation.start.lanes ?? [];
    this.updateLanes();
    this.#set("running", undefined);
    if (recovered) this.#around.notice("info", `${this.title} is back with its settings.`);
    this.#around.changed(this);
  }

  #startNow(): InsertStart {
    const { sampleRate, offline, running, blockFrames } = this.#around;
    const state = this.state.forStart();
    const lanes = this.#around.lanes(this.#descriptor?.params ?? {});
    const block = blockFrames === undefined ? {} : { blockFrames };
    return { ...this.controls.settings(), lanes, songFrame: this.#around.songFrame(), ...(state && { state }), fadeIn: running(), sampleRate, offline, ...block };
  }

  #end(): void {
    this.#serial = ++incarnations;
    this.#now?.seat?.release();
    this.#now = undefined;
    this.#wired = false;
    this.readouts.attach(undefined);
    this.controls.detach();
    this.state.detach();
    this.#load = undefined;
  }

  #set(state: InsertPhase, reason: string | undefined): void {
    this.#phase = state;
    this.#reason = reason;
    this.#around.changed(this);
  }
}

function sameLanes(a: readonly InsertLane[], b: readonly InsertLane[]): boolean {
  return a.length === b.length && a.every(({ table }, i) => table.id === b[i]?.table.id);
}

/** The latency that a processor reports. Its memory is not trusted. */
function latencyOf(words: Int32Array): number {
  return Math.min(MOST_LATENCY, Math.max(0, Atomics.load(words, InsertWord.latency)));
}
