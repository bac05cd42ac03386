import type { PluginDescriptor } from "@headroom/sdk";
import type { LaneTarget, Session } from "@headroom/session";
import type { AudioData, BounceOptions, BounceResult, EngineNotice, EngineOptions, EngineStatus, EngineUrls, InsertMeterPoint, InsertStatus, MeterPoint, MeterReading, MixerEngine, MonitorControl, PluginSource, ReadoutSource, SendControl, StripControl, StripDelays, TapOptions } from "../api.js";
import type { HostingMode } from "../shared/terms.js";
import { bounceSession, renderTappedIn, type BounceSurroundings } from "../bounce/bounce.js";
import { controlOf } from "../graph/lanes.js";
import { pluginGroup } from "../graph/placement.js";
import { allStrips, sortStrips } from "../graph/routing.js";
import { MIXER_PROCESSOR, type MixerMessage, type MixerReport } from "../realtime/messages.js";
import { allocateEngineMemory, ClockWord, type EngineMemory } from "../shared/engine-memory.js";
import { QUANTUM } from "../shared/quantum.js";
import { allocateTimeline, TIMELINE_BYTES } from "../shared/timeline.js";
import { urlsOf } from "../urls.js";
import { DropoutLog, type WatchedStrip } from "./dropout-log.js";
import { HopControl, startingHop } from "./hop-control.js";
import { InsertRack } from "./insert-rack.js";
import { Interruptions } from "./interruptions.js";
import { LoadMeter } from "./load-meter.js";
import { MessageLink } from "./message-link.js";
import { MonitorTable } from "./monitor-table.js";
import { NoticeLog } from "./notice-log.js";
import { PlanSender } from "./plan-sender.js";
import { PlayheadControl } from "./playhead-control.js";
import { PluginLibrary } from "./plugin-library.js";
import { PluginReload } from "./plugin-reload.js";
import { InlineStatePorts } from "./state-port.js";
import { SpareMemory } from "./spare-memory.js";
import { stripDelays } from "./strip-delays.js";
import { checkSize, StripTables } from "./strip-tables.js";
import { Watchdog } from "./watchdog.js";
import { WorkerPool } from "./worker-pool.js";

const DEFAULT_INPUTS = 32;
const INSERT_POINTS = ["input", "output"] as const;
const HOP_LOOK_MS = 500;
const SETTLE_MS = 1000;

/** Makes an engine in a native context. Rejects with a sentence where the browser cannot run it. `@mainThread` */
export async function createEngine(options: EngineOptions): Promise<MixerEngine> {
  const urls = urlsOf(options.urls);
  if (typeof AudioWorkletNode === "undefined") {
    throw new Error("This browser has no AudioWorklet, or the page is not served over https or localhost; Headroom needs it. Use a current browser and a secure address.");
  }
  await options.context.audioWorklet.addModule(urls.mixerWorklet);
  return new Engine(options, urls);
}

class Engine implements MixerEngine {
  readonly node: AudioWorkletNode;
  readonly playhead: PlayheadControl;
  readonly #context: AudioContext;
  readonly #urls: EngineUrls;
  readonly #memory: EngineMemory;
  readonly #clock: Int32Array;
  readonly #position: Float64Array;
  readonly #shared: boolean;
  readonly #library: PluginLibrary;
  readonly #tables: StripTables;
  readonly #monitor: MonitorTable;
  readonly #hop: HopControl;
  readonly #plans: PlanSender;
  readonly #watchdog: Watchdog;
  readonly #reload: PluginReload;
  readonly #load: LoadMeter;
  readonly #workers: WorkerPool;
  readonly #rack: InsertRack;
  readonly #inlineStates = new InlineStatePorts((message) => {
    this.#post(message);
  });
  readonly #spare = new SpareMemory();
  readonly #audio = new Map<string, AudioData>();
  readonly #inputs = new Map<string, number>();
  readonly #freeInputs: number[];
  /** Sources connected to each input. */
  readonly #connections: number[] = [];
  readonly #listeners = new Set<() => void>();
  readonly #log = new NoticeLog();
  readonly #late: DropoutLog;
  readonly #interruptions: Interruptions;
  #link: MessageLink | undefined;
  /** Where inserts run if the session does not say. */
  #fallback: HostingMode;
  /** Inserts that change over to where they should run. */
  #moving: Promise<unknown> = Promise.resolve();
  #session: Session | undefined;
  readonly #reading: MeterReading = { peak: new Float32Array(2), rms: new Float32Array(2), max: new Float32Array(2), clips: 0 };
  #lookedAt = 0;
  #unsettledUntil = 0;

  constructor(options: EngineOptions, urls: EngineUrls) {
    const inputs = options.inputs ?? DEFAULT_INPUTS;
    this.#context = options.context;
    this.#urls = urls;
    this.#shared = typeof SharedArrayBuffer !== "undefined" && globalThis.crossOriginIsolated;
    this.#fallback = this.#shared ? (options.hosting ?? "isolated") : "inline";
    this.#memory = allocateEngineMemory(this.#shared);
    this.#clock = new Int32Array(this.#memory.clock);
    this.#position = new Float64Array(this.#memory.position);
    this.#freeInputs = Array.from({ length: inputs }, (_, i) => inputs - 1 - i);
    this.node = new AudioWorkletNode(options.context, MIXER_PROCESSOR, {
      numberOfInputs: inputs,
      numberOfOutputs: 1,
      outputChannelCount: [2],
      channelCount: 2,
      channelCountMode: "clamped-max",
      processorOptions: { memory: this.#memory },
    });
    this.node.port.onmessage = ({ data }: MessageEvent<MixerReport>) => {
      if (data.type === "state") this.#link?.receive(data);
      else if (data.type === "state-answer") this.#inlineStates.receive(data);
      else {
        const insert = this.#rack.hostsOf(data.insert).find(({ placement }) => placement.mode === "inline");
        if (data.type === "says") insert?.remarks.take(data.level, data.text);
        else if (data.type === "state-refused") insert?.state.refuse(data.reason);
        else insert?.fail(data.reason);
      }
    };
    this.#library = new PluginLibrary(urls.pluginWorker, (severity, text) => {
      this.#notice(severity, text);
    });
    this.#workers = new WorkerPool(urls.pluginWorker);
    this.#rack = new InsertRack({
      library: this.#library,
      workers: this.#workers,
      context: options.context,
      shared: this.#shared,
      inlineStates: this.#inlineStates,
      session: () => this.#session,
      fallback: () => this.#fallback,
      allocateTimeline: () => (this.#shared ? this.#spare.take(TIMELINE_BYTES, Atomics.load(this.#clock, ClockWord.quantum)) : allocateTimeline(false)),
      failed: () => {
        this.#hop.pardon();
      },
      songFrame: () => this.#position[0] ?? 0,
      running: () => this.#running(),
      next: (id) => this.#reload.next(id),
      leave: (insert) => this.#plans.leave(insert),
      refresh: () => this.#plans.refresh(),
      changed: () => this.#changed(),
      notice: (severity, text, insertId) => this.#notice(severity, text, insertId),
      post: (message) => {
        this.#post(message);
      },
    });
    this.#tables = new StripTables(this.#memory);
    this.#monitor = new MonitorTable(this.#memory);
    this.#hop = new HopControl(this.#clock, options.hop ?? "auto", (workers) =>
      startingHop(options.context.baseLatency * options.context.sampleRate, workers, navigator.hardwareConcurrency || 2),
    );
    this.#plans = new PlanSender({
      context: options.context,
      clock: this.#clock,
      post: (message) => {
        this.#post(message);
      },
      inserts: this.#rack.hosts,
      tables: this.#tables,
      inputs: this.#inputs,
      hop: () => this.#hop.hop,
      spare: this.#spare,
      failed: (error) => {
        this.#notice("error", `The mix could not be changed: ${error instanceof Error ? error.message : String(error)} It goes on as it was.`);
      },
      applied: () => {
        this.#unsettledUntil = performance.now() + SETTLE_MS;
        this.#changed();
      },
    });
    this.#reload = new PluginReload({
      inserts: this.#rack.hosts,
      create: (insertId, state, loaded) => this.#rack.createAnew(insertId, state, loaded),
      leave: (insert) => this.#plans.leave(insert),
      succeed: (pairs, done) => this.#plans.succeed(pairs, done),
      settled: () => this.#plans.settled(),
      notice: (text, insertId) => this.#notice("warning", text, insertId),
    });
    this.playhead = new PlayheadControl(options.context, this.#memory, () => this.#link?.flush());
    if (!this.#shared) this.#link = this.#createLink();
    this.#load = new LoadMeter(this.#clock, ClockWord.busyMs);
    this.#late = new DropoutLog(options.context.sampleRate, QUANTUM, (text) => {
      this.#notice("warning", text);
    });
    this.#interruptions = new Interruptions({
      context: options.context,
      playing: () => this.playhead.playing,
      seconds: () => this.playhead.seconds(),
      notice: (severity, text) => {
        this.#notice(severity, text);
      },
    });
    this.#watchdog = new Watchdog(
      () => this.#rack.hosts.values(),
      () => this.#running(),
      (now) => {
        this.#look(now);
      },
    );
  }

  async registerPlugin(source: PluginSource): Promise<PluginDescriptor> {
    const { descriptor, replaced, loaded } = await this.#library.register(source);
    // A worker holds one build of a plugin.
    if (replaced) this.#workers.part(pluginGroup(descriptor.id));
    try {
      const inserts = [...this.#rack.hosts.values()].filter(({ plugin }) => plugin === descriptor.id);
      if (replaced) await Promise.all(inserts.map((insert) => this.#reload.replace(insert, loaded)));
      else for (const insert of inserts) this.retry(insert.id);
    } finally {
      loaded.end();
    }
    return descriptor;
  }

  expectPlugin(): void {
    this.#library.expect();
  }

  descriptor(pluginId: string): PluginDescriptor | undefined {
    return this.#library.descriptor(pluginId);
  }

  removePlugin(pluginId: string): void {
    this.#library.remove(pluginId);
    for (const insert of [...this.#rack.hosts.values()]) {
      const missing = insert.plugin === pluginId ? this.#rack.createAnew(insert.id) : undefined;
      if (!missing) continue;
      this.#rack.hosts.set(insert.id, missing);
      this.#plans.leave(insert);
    }
    this.#changed();
  }

  addAudio(key: string, audio: AudioData): () => void {
    if (audio.sampleRate !== this.#context.sampleRate) {
      throw new RangeError(`The audio is at ${audio.sampleRate} Hz; the engine plays at ${this.#context.sampleRate} Hz. Resample it first.`);
    }
    this.#audio.set(key, audio);
    this.#post({ type: "audio", key, channels: audio.channels });
    return () => {
      this.#audio.delete(key);
      this.#post({ type: "audio", key, channels: undefined });
    };
  }

  update(session: Session): void {
    if (session === this.#session) return;
    checkSize(session);
    sortStrips(session);
    const before = this.#session;
    this.#session = session;
    this.#tables.update(session);
    this.#monitor.update(session.monitor);
    this.#updateInserts(session);
    if (before && before.lanes !== session.lanes) for (const id of this.#rack.hosts.keys()) for (const host of this.#rack.hostsOf(id)) host.updateLanes();
    if (!before || before.loop !== session.loop) this.playhead.setLoop(session.loop);
    if (before?.tempo !== session.tempo) this.playhead.setTempo(session.tempo);
    this.#plans.update(session);
  }

  setStripControl(stripId: string, control: StripControl, value: number): void {
    this.#tables.set(stripId, control, value);
  }

  setSendControl(sendId: string, control: SendControl, value: number): void {
    this.#tables.setSend(sendId, control, value);
  }

  setVcaFader(vcaId: string, faderDb: number): void {
    if (this.#session) this.#tables.setVcaFader(this.#session, vcaId, faderDb);
  }

  setMonitorControl(control: MonitorControl, value: number): void {
    this.#monitor.set(control, value);
  }

  setParameter(insertId: string, parameterId: string, number: number, atFrame = 0): void {
    for (const { controls } of this.#rack.hostsOf(insertId)) controls.setParameter(parameterId, number, atFrame);
  }

  hold(target: LaneTarget): () => void {
    const set = (held: boolean) => {
      if (target.kind === "strip") this.#tables.hold(target.strip, controlOf(target), held);
      else for (const { controls } of this.#rack.hostsOf(target.insert)) controls.hold(target, held);
    };
    set(true);
    let done = false;
    return () => {
      if (!done) set(false);
      done = true;
    };
  }

  setInsertControl(insertId: string, control: "bypass" | "mix", value: number, atFrame = 0): void {
    for (const { controls } of this.#rack.hostsOf(insertId)) controls.setControl(control, value, atFrame);
  }

  connectSource(stripId: string, node: AudioNode): () => void {
    const shared = this.#inputs.get(stripId);
    const input = shared ?? this.#freeInputs.pop();
    if (input === undefined) {
      throw new RangeError(`All ${this.node.numberOfInputs} inputs of the engine are taken; make it with more, or disconnect a source.`);
    }
    this.#inputs.set(stripId, input);
    this.#connections[input] = (this.#connections[input] ?? 0) + 1;
    node.connect(this.node, 0, input);
    if (shared === undefined) this.#plans.refresh();
    let done = false;
    return () => {
      if (done) return;
      done = true;
      node.disconnect(this.node, 0, input);
      this.#connections[input] = (this.#connections[input] ?? 1) - 1;
      if (this.#connections[input] > 0) return;
      this.#inputs.delete(stripId);
      this.#freeInputs.push(input);
      this.#plans.refresh();
    };
  }

  readMeter(stripId: string, point: MeterPoint, into: MeterReading): void {
    this.#tables.readMeter(stripId, point, into);
  }

  resetMeters(stripId?: string): void {
    this.#tables.resetMeters(stripId);
    for (const strip of this.#session ? allStrips(this.#session) : []) {
      if (stripId === undefined || strip.id === stripId) for (const insert of strip.inserts) if (insert) this.#rack.hosts.get(insert.id)?.resetMeters();
    }
  }

  readInsertMeter(insertId: string, point: InsertMeterPoint, into: MeterReading): void {
    this.#rack.hosts.get(insertId)?.readMeter(point, into);
  }

  readInsertLevels(insertId: string, into: Float32Array): void {
    for (const [at, point] of INSERT_POINTS.entries()) {
      this.readInsertMeter(insertId, point, this.#reading);
      into.set(this.#reading.peak, at * 2);
    }
  }

  onSaved(listener: Parameters<MixerEngine["onSaved"]>[0]): () => void {
    return this.#rack.onSaved(listener);
  }

  async saveStates(): Promise<void> {
    await Promise.all([...this.#rack.hosts.values()].map((insert) => insert.state.save()));
  }

  insertStatus(insertId: string): InsertStatus | undefined {
    return this.#rack.hosts.get(insertId)?.status();
  }

  readouts(insertId: string): ReadoutSource | undefined {
    return this.#rack.hosts.get(insertId)?.readouts;
  }

  retry(insertId: string): void {
    const insert = this.#rack.hosts.get(insertId);
    if (insert?.status().state !== "missing") {
      insert?.retry();
      return;
    }
    // Its plugin may have come, or changed, since: it is made anew from the session.
    insert.dispose();
    this.#rack.hosts.delete(insertId);
    if (this.#session) this.#updateInserts(this.#session);
    this.#changed();
  }

  status(): EngineStatus {
    const { sampleRate, baseLatency, outputLatency } = this.#context;
    return {
      sampleRate,
      hosting: this.#shared ? (this.#session?.hosting ?? this.#fallback) : "inline",
      hop: this.#rack.workers === 0 ? 0 : this.#hop.hop,
      hopSetting: this.#hop.setting,
      latencyFrames: this.#plans.plan?.latencyFrames ?? 0,
      outputLatencyFrames: Math.round(((outputLatency || 0) + baseLatency) * sampleRate),
      load: this.#load.value,
      dropouts: Atomics.load(this.#clock, ClockWord.dropouts),
      quanta: Atomics.load(this.#clock, ClockWord.quantum),
      workers: new Set([...this.#rack.hosts.values()].flatMap(({ seat }) => seat?.worker ?? [])).size,
      isolated: this.#shared,
    };
  }

  stripDelays(stripId: string): StripDelays | undefined {
    return this.#plans.plan && stripDelays(this.#plans.plan, stripId);
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  onNotice(listener: (notice: EngineNotice) => void): () => void {
    return this.#log.listen(listener);
  }

  notices(): readonly EngineNotice[] {
    return this.#log.notices;
  }

  async setHosting(mode: HostingMode): Promise<void> {
    if (this.#shared && mode !== this.#fallback) {
      this.#fallback = mode;
      if (this.#session) this.#updateInserts(this.#session);
    }
    await this.#moving;
    await this.#plans.settled();
  }

  setHop(hop: number | "auto"): void {
    this.#hop.set(hop, this.#rack.workers);
    this.#plans.refresh();
  }

  async bounce(options: BounceOptions): Promise<BounceResult> {
    if (!this.#session) throw new Error("There is no session to bounce; call update() first.");
    await this.saveStates();
    return bounceSession(this.#session, options, this.#surroundings());
  }

  async renderTapped(options: TapOptions): Promise<unknown> {
    const session = options.session ?? this.#session;
    if (!session) throw new Error("There is no session to render; call update() first.");
    await this.saveStates();
    return renderTappedIn(session, options, this.#surroundings());
  }

  #surroundings(): BounceSurroundings {
    return {
      state: (insertId) => this.#rack.hosts.get(insertId)?.state.latest,
      sampleRate: this.#context.sampleRate,
      urls: this.#urls,
      library: this.#library,
      audio: this.#audio,
      shared: this.#shared,
    };
  }

  frameAt(contextTime: number): number {
    return this.playhead.frameAt(contextTime);
  }

  capture(frames: number, atFrame: number): readonly Float32Array[] {
    const whole = Math.ceil(frames / QUANTUM) * QUANTUM;
    const channels = [0, 1].map(() => new Float32Array(new SharedArrayBuffer(whole * 4)));
    this.#post({ type: "capture", channels, at: Math.ceil(atFrame / QUANTUM) });
    return channels;
  }

  async ping(insertId: string): Promise<number> {
    const seat = this.#rack.hosts.get(insertId)?.seat;
    if (!seat) throw new Error(`The insert "${insertId}" has no worker to ask.`);
    const started = performance.now();
    await seat.worker.api.ping();
    return performance.now() - started;
  }

  async dispose(): Promise<void> {
    this.#watchdog.dispose();
    this.#interruptions.dispose();
    this.#link?.dispose();
    this.#plans.dispose();
    this.#library.dispose();
    this.#post({ type: "dispose" });
    this.node.disconnect();
    for (const insert of this.#rack.hosts.values()) insert.dispose();
    this.#rack.hosts.clear();
    this.#listeners.clear();
    this.#log.close();
    await Promise.resolve();
  }

  #createLink(): MessageLink {
    const mirrored = () => [...this.#rack.hosts.values()].flatMap((insert) => insert.mirrored ?? []);
    return new MessageLink(
      this.#memory,
      (message) => {
        this.#post(message);
      },
      mirrored,
      this.#tables,
    );
  }

  /** Makes the hosts match the session; those that run elsewhere than they should change over. */
  #updateInserts(session: Session): void {
    const misplaced = this.#rack.update(session);
    if (misplaced.length > 0) this.#moving = Promise.all([this.#moving, this.#reload.move(misplaced)]);
    if (this.#rack.workers > 0 && this.#hop.expect(this.#rack.workers)) this.#plans.refresh();
  }

  #running(): boolean {
    return this.#context.state === "running";
  }

  #look(now: number): void {
    this.#load.look(now);
    this.#interruptions.tick(now);
    // Dropouts may be the doing of a plugin that hangs: they are judged when that is known.
    if (now - this.#lookedAt < HOP_LOOK_MS || this.#watchdog.suspects) return;
    this.#lookedAt = now;
    // What is not there yet, or just came back, is late for another reason than a short hop.
    if ([...this.#rack.hosts.values()].some((insert) => !insert.ready) || !this.#running()) this.#unsettledUntil = now + SETTLE_MS;
    const isHopeless = this.#late.look(now, this.#watchedStrips());
    if (this.#rack.workers > 0 && this.#hop.observe(now, isHopeless || now < this.#unsettledUntil)) {
      this.#notice("info", `Plugins were nearly late, so the hop was raised to ${this.#hop.hop} frames (${Math.round((this.#hop.hop / this.#context.sampleRate) * 1000)} ms).`);
      this.#plans.refresh();
    }
  }

  *#watchedStrips(): Generator<WatchedStrip> {
    for (const { id, name, inserts } of this.#session ? allStrips(this.#session) : []) {
      const hosts = inserts.flatMap((insert) => (insert && this.#rack.hosts.get(insert.id)) ?? []);
      if (hosts.length === 0) continue;
      const seen = hosts.map((host) => ({ title: host.title, ...host.status() }));
      yield {
        id,
        name: name || id,
        dropouts: this.#tables.dropouts(id),
        faults: seen.reduce((sum, { faults }) => sum + faults, 0),
        ready: hosts.every(({ ready }) => ready),
        heaviest: seen.reduce((most, one) => (one.load > most.load ? one : most)),
      };
    }
  }

  #post(message: MixerMessage): void {
    this.node.port.postMessage(message);
  }

  #notice(severity: EngineNotice["severity"], text: string, insertId?: string): void {
    this.#log.add(severity, text, insertId);
  }

  #changed(): void {
    for (const listener of this.#listeners) listener();
  }
}
