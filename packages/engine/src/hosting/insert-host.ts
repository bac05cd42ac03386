import { readoutLayout, ReadoutReader, toNumber, type PluginDescriptor, type ReadoutSpecs } from "@headroom/sdk";
import { ReadoutBank } from "@headroom/sdk/audio";
import type { Insert } from "@headroom/session";
import type { EngineNotice, InsertState, InsertStatus, ReadoutSource } from "../api.js";
import type { HostingMode } from "../shared/terms.js";
import type { InlineInsert } from "../realtime/messages.js";
import type { Wiring } from "../realtime/worker-api.js";
import { MOST_LATENCY, type InsertStart } from "../render/insert-runner.js";
import { EventQueue } from "../shared/event-queue.js";
import { allocateInsertMemory, Fault, insertLayout, insertLevels, InsertTarget, InsertWord, insertWords } from "../shared/insert-memory.js";
import { rejectable } from "./deferred.js";
import type { MirroredInsert } from "./message-link.js";
import { PendingEvents } from "./pending-events.js";
import type { PluginLibrary } from "./plugin-library.js";
import { PluginWorkerHost } from "./plugin-worker-host.js";
import { withTimeout } from "./with-timeout.js";

const LOAD_MS = 10_000;
/** Faults within this time add up; one more than allowed stops the insert. */
const FAULT_WINDOW_MS = 30_000;
const MOST_FAULTS = 3;
/** An insert that is not back within this time is chained around. */
const RECOVERY_MS = 700;

/** Incarnations are counted over all inserts: wirings are told apart by them. */
let incarnations = 0;

/** What an insert's host needs of the engine. */
export interface InsertSurroundings {
  readonly library: PluginLibrary;
  readonly workerUrl: string;
  readonly sampleRate: number;
  readonly hosting: HostingMode;
  /** Whether this renders a bounce. */
  readonly offline: boolean;
  /** Loads the plugin into the thread that runs it inline. */
  readonly registerInline: (plugin: string) => Promise<void>;
  readonly shared: boolean;
  /** Name for people: "Parametric EQ on Bass". */
  readonly title: () => string;
  /** Whether sound runs, so that the insert must fade in. */
  readonly running: () => boolean;
  readonly notice: (severity: EngineNotice["severity"], text: string) => void;
  /** The insert became ready, stopped being so, or changed its latency: the plan must follow. */
  readonly changed: () => void;
}

/** Everything that one incarnation of an insert consists of. */
interface Incarnation {
  readonly memory: ArrayBufferLike;
  readonly words: Int32Array;
  readonly levels: Float32Array;
  readonly reader: ReadoutReader;
  readonly start: InsertStart;
  worker: PluginWorkerHost | undefined;
}

/**
 * One insert as the window sees it: starts its worker, sends its events, restarts it after faults with its
 * parameters, gives up after repeated ones. `@mainThread`
 */
export class InsertHost {
  readonly id: string;
  readonly plugin: string;
  readonly #around: InsertSurroundings;
  readonly #descriptor: PluginDescriptor | undefined;
  readonly #ids: readonly string[];
  readonly #numbers: number[];
  /** What its readouts say while it does not run. */
  readonly #silence: ReadoutReader;
  readonly #observed = new Map<string, number>();
  readonly #undoObserve = new Map<string, () => void>();
  readonly #pending = new PendingEvents();
  #insert: Insert;
  #bypass: boolean;
  #mix: number;
  #data: unknown;
  #state: InsertState = "loading";
  #reason: string | undefined;
  #now: Incarnation | undefined;
  #serial = 0;
  #faultTimes: number[] = [];
  #faults = 0;
  #failedAt = 0;
  #wiredAt = 0;
  #wired = false;
  #latency = 0;
  #load = 0;
  #busy = 0;
  #busyTime = 0;
  #disposed = false;

  constructor(insert: Insert, around: InsertSurroundings) {
    this.id = insert.id;
    this.plugin = insert.plugin;
    this.#insert = insert;
    this.#around = around;
    this.#descriptor = around.library.descriptor(insert.plugin);
    this.#silence = silentReader(this.#descriptor?.readouts ?? {});
    const specs = this.#descriptor?.params ?? {};
    this.#ids = Object.keys(specs);
    this.#numbers = Object.entries(specs).map(([id, spec]) => toNumber(spec, insert.params[id] ?? spec.default));
    this.#bypass = insert.bypass;
    this.#mix = insert.mix;
    this.#data = insert.state?.data;
    void this.#start();
  }

  get ready(): boolean {
    return this.#state === "running" && this.#now !== undefined;
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
    return this.#state === "recovering" && performance.now() - this.#failedAt < RECOVERY_MS;
  }

  get latencyFrames(): number {
    return this.#latency;
  }

  /** The insert's worker, where it has one. */
  get worker(): PluginWorkerHost | undefined {
    return this.#now?.worker;
  }

  /** For the audio thread, in inline hosting. */
  get inline(): InlineInsert | undefined {
    if (!this.#now || this.#now.worker) return undefined;
    return { plugin: this.plugin, memory: this.#now.memory, start: this.#now.start, incarnation: this.#serial };
  }

  /** Its memory, for a page that cannot share it. */
  get mirrored(): MirroredInsert | undefined {
    return this.#now && { id: this.id, memory: this.#now.memory, readouts: this.#descriptor?.readouts ?? {} };
  }

  status(): InsertStatus {
    return {
      state: this.#state,
      ...(this.#reason === undefined ? {} : { reason: this.#reason }),
      load: this.#load,
      latencyFrames: this.#latency,
      faults: this.#faults,
    };
  }

  /** Follows the session. Only what differs is sent. */
  update(insert: Insert): void {
    const before = this.#insert;
    if (insert === before) return;
    this.#insert = insert;
    // From session to session, not from what is live: another edit must not take back what a hand holds.
    for (const [index, id] of this.#ids.entries()) {
      const spec = this.#descriptor?.params[id];
      if (!spec || insert.params[id] === before.params[id]) continue;
      this.setParameter(id, toNumber(spec, insert.params[id] ?? spec.default), 0, index);
    }
    if (insert.bypass !== before.bypass) this.setControl("bypass", insert.bypass ? 1 : 0, 0);
    if (insert.mix !== before.mix) this.setControl("mix", insert.mix, 0);
    if (insert.state !== before.state) this.#data = insert.state?.data;
  }

  setParameter(id: string, number: number, atFrame: number, index = this.#ids.indexOf(id)): void {
    const spec = this.#descriptor?.params[id];
    if (!spec || index < 0) return;
    const valid = toNumber(spec, number);
    if (this.#numbers[index] === valid && atFrame <= 0) return;
    this.#numbers[index] = valid;
    this.#pending.push(atFrame, index, valid, -1);
  }

  setControl(control: "bypass" | "mix", value: number, atFrame: number): void {
    if (control === "bypass") {
      const bypass = value >= 0.5;
      if (bypass === this.#bypass) return;
      this.#bypass = bypass;
    } else {
      const mix = Math.min(1, Math.max(0, value)) || 0;
      if (mix === this.#mix) return;
      this.#mix = mix;
    }
    this.#pending.push(atFrame, InsertTarget[control], value, 0);
  }

  /** Fades to dry before the chain changes around it, without touching the bypass that the session states. */
  fadeOut(): void {
    this.#pending.push(0, InsertTarget.bypass, 1, 0);
  }

  /** Undoes {@link fadeOut}. */
  fadeIn(): void {
    this.#pending.push(0, InsertTarget.bypass, this.#bypass ? 1 : 0, 0);
  }

  readInsertLevels(into: Float32Array): void {
    if (this.#now) into.set(this.#now.levels);
    else into.fill(0);
  }

  readonly readouts: ReadoutSource = {
    read: (id) => (this.#now?.reader ?? this.#silence).read(id),
    observe: (id) => this.#observe(id),
  };

  /** Wires the worker into its chain. */
  wire(wiring: Wiring | undefined): void {
    this.#wired = wiring !== undefined;
    this.#wiredAt = wiring?.at ?? 0;
    void this.#now?.worker?.wire(wiring).catch(() => undefined);
  }

  /** Quanta that wait in the worker's input, beyond what it processed; 0 where it has none or is not wired. */
  behind(): number {
    const now = this.#now;
    if (!now?.worker || !this.#wired) return 0;
    const progress = Math.max(Atomics.load(now.words, InsertWord.progress), this.#wiredAt);
    return Math.max(0, (now.worker.inputWritten - progress) | 0);
  }

  /** Grows with every quantum processed and every round of the worker. */
  signsOfLife(): number {
    const words = this.#now?.words;
    return words ? Atomics.load(words, InsertWord.progress) + Atomics.load(words, InsertWord.heartbeat) : 0;
  }

  /** Reads what the processor reports: latency, load, faults inline. Called a few times a second. */
  poll(nowMs: number): void {
    const now = this.#now;
    if (!now) return;
    this.#pending.flush();
    const latency = latencyOf(now.words);
    if (latency !== this.#latency) {
      this.#latency = latency;
      this.#around.changed();
    }
    const busy = Atomics.load(now.words, InsertWord.busy);
    if (nowMs - this.#busyTime > 500) {
      if (this.#busyTime > 0) this.#load = Math.max(0, (busy - this.#busy) | 0) / 1000 / (nowMs - this.#busyTime);
      this.#busy = busy;
      this.#busyTime = nowMs;
    }
    if (!now.worker && Atomics.load(now.words, InsertWord.faults) > 0) {
      const fault = Atomics.load(now.words, InsertWord.fault);
      this.fail(fault === Fault.threw ? "it threw" : "its output was not finite, or louder than +120 dBFS");
    }
  }

  /** Sends what is pending. Called for every animation frame or change. */
  flush(): void {
    this.#pending.flush();
  }

  /** Something went wrong: start anew with the parameters, or stop after too many times. */
  fail(reason: string): void {
    if (this.#disposed || this.#state === "stopped" || this.#state === "missing") return;
    const now = Date.now();
    this.#faults += 1;
    this.#faultTimes = [...this.#faultTimes.filter((time) => now - time < FAULT_WINDOW_MS), now];
    this.#failedAt = performance.now();
    this.#end();
    if (this.#faultTimes.length > MOST_FAULTS) {
      this.#set("stopped", `${this.#around.title()} was stopped after ${this.#faultTimes.length} faults in ${FAULT_WINDOW_MS / 1000} s: ${reason}. It is bypassed; press Retry to start it again.`);
      this.#around.notice("error", this.#reason ?? "");
      this.#around.changed();
      return;
    }
    this.#set("recovering", `${this.#around.title()} is being restarted: ${reason}.`);
    this.#around.notice("warning", `${this.#around.title()} failed: ${reason}. It is being restarted with its parameters; its dry signal plays meanwhile.`);
    setTimeout(() => {
      if (this.#state === "recovering") this.#around.changed();
    }, RECOVERY_MS);
    void this.#start();
  }

  retry(): void {
    if (this.#state !== "stopped" && this.#state !== "missing") return;
    this.#faultTimes = [];
    this.#set("loading", undefined);
    void this.#start();
  }

  dispose(): void {
    this.#disposed = true;
    this.#end();
  }

  async #start(): Promise<void> {
    const descriptor = this.#descriptor;
    const bundle = this.#around.library.bundle(this.plugin);
    if (!descriptor || bundle === undefined) {
      this.#set("missing", `The plugin "${this.plugin}" is not here; its slot and values are kept. Add the plugin, or remove the insert.`);
      return;
    }
    const serial = (this.#serial = ++incarnations);
    const memory = allocateInsertMemory(descriptor.readouts, this.#around.shared);
    const recovering = this.#state === "recovering";
    try {
      const incarnation = await this.#make(descriptor, bundle, memory);
      if (serial !== this.#serial || this.#disposed) {
        incarnation.worker?.end();
        return;
      }
      this.#adopt(incarnation, recovering);
    } catch (error) {
      if (serial !== this.#serial || this.#disposed) return;
      const reason = error instanceof Error ? error.message : String(error);
      this.#end();
      this.#set("missing", `${this.#around.title()} could not be started: ${reason}`);
      this.#around.notice("error", this.#reason ?? "");
    }
  }

  async #make(descriptor: PluginDescriptor, bundle: string, memory: ArrayBufferLike): Promise<Incarnation> {
    const layout = insertLayout(descriptor.readouts);
    const parts = {
      memory,
      words: insertWords(memory),
      levels: insertLevels(memory),
      reader: new ReadoutReader(descriptor.readouts, memory, layout.readouts),
    };
    if (this.#around.hosting === "inline") {
      await this.#around.registerInline(this.plugin);
      return { ...parts, start: this.#startOf(this.#around.running()), worker: undefined };
    }
    const failed = rejectable();
    let alive = false;
    const worker: PluginWorkerHost = new PluginWorkerHost(this.#around.workerUrl, `${descriptor.name} ${this.id}`, (reason) => {
      if (alive && this.#now?.worker === worker) this.fail(reason);
      else failed.reject(new Error(`${reason}.`));
    });
    try {
      const slow = `it did not start within ${LOAD_MS / 1000} s; it may run an endless loop.`;
      await withTimeout(Promise.race([worker.api.load(bundle), failed.promise]), LOAD_MS, slow);
      worker.bind(memory);
      const start = this.#startOf(this.#around.running());
      await withTimeout(Promise.race([worker.api.prepare(memory, start), failed.promise]), LOAD_MS, slow);
      alive = true;
      return { ...parts, start, worker };
    } catch (error) {
      worker.end();
      throw error;
    }
  }

  #adopt(incarnation: Incarnation, recovered: boolean): void {
    this.#now = incarnation;
    this.#wired = false;
    this.#busyTime = 0;
    this.#busy = 0;
    this.#latency = latencyOf(incarnation.words);
    for (const id of this.#observed.keys()) this.#undoObserve.set(id, incarnation.reader.observe(id));
    this.#pending.attach(new EventQueue(incarnation.memory, insertLayout(this.#descriptor?.readouts ?? {}).events));
    // What changed while it started is in the numbers already; sent again, it can only be equal.
    this.#numbers.forEach((number, index) => {
      if (number !== incarnation.start.params[index]) this.#pending.push(0, index, number, -1);
    });
    this.fadeIn();
    if (this.#mix !== incarnation.start.mix) this.#pending.push(0, InsertTarget.mix, this.#mix, 0);
    this.#set("running", undefined);
    if (recovered) this.#around.notice("info", `${this.#around.title()} is back with its parameters.`);
    this.#around.changed();
  }

  #startOf(fadeIn: boolean): InsertStart {
    return {
      params: [...this.#numbers],
      bypass: this.#bypass,
      mix: this.#mix,
      fadeIn,
      sampleRate: this.#around.sampleRate,
      offline: this.#around.offline,
      ...(this.#data === undefined ? {} : { data: this.#data }),
    };
  }

  #observe(id: string): () => void {
    const count = this.#observed.get(id) ?? 0;
    this.#observed.set(id, count + 1);
    if (count === 0 && this.#now) this.#undoObserve.set(id, this.#now.reader.observe(id));
    let done = false;
    return () => {
      if (done) return;
      done = true;
      const left = (this.#observed.get(id) ?? 1) - 1;
      if (left > 0) {
        this.#observed.set(id, left);
        return;
      }
      this.#observed.delete(id);
      this.#undoObserve.get(id)?.();
      this.#undoObserve.delete(id);
    };
  }

  #end(): void {
    this.#serial = ++incarnations;
    this.#now?.worker?.end();
    this.#now = undefined;
    this.#wired = false;
    this.#undoObserve.clear();
    this.#pending.attach(undefined);
  }

  #set(state: InsertState, reason: string | undefined): void {
    this.#state = state;
    this.#reason = reason;
    this.#around.changed();
  }
}

/** The latency that a processor reports. Its memory is not trusted. */
function latencyOf(words: Int32Array): number {
  return Math.min(MOST_LATENCY, Math.max(0, Atomics.load(words, InsertWord.latency)));
}

function silentReader(readouts: ReadoutSpecs): ReadoutReader {
  const memory = new ArrayBuffer(readoutLayout(readouts).bytes);
  new ReadoutBank(readouts, memory, 0);
  return new ReadoutReader(readouts, memory, 0);
}
