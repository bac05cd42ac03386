import type { PluginDescriptor, SavedState } from "@headroom/sdk";
import type { LaneTarget, Session } from "@headroom/session";
import type { Normalization } from "./bounce/finish-bounce.js";
import type { BitDepth, HostingMode } from "./shared/terms.js";

/** A plugin's processor: one self-contained ES module. */
export interface PluginSource {
  /** Where it is; with `bundle`, what messages call it. */
  readonly url: string;
  /** SHA-256 as in subresource integrity ("sha256-…"); checked before the code runs. */
  readonly integrity?: string;
  /** The module's text where the page has it already: nothing is fetched, and `integrity` is the page's to check. */
  readonly bundle?: string;
  /** Whether its code may run in the audio thread, and in a worker beside other plugins, where that is asked for. Default: no. */
  readonly trusted?: boolean;
  /** Called with what the plugin states before it is used; throws, or rejects, a sentence to refuse it. */
  readonly accept?: (descriptor: PluginDescriptor) => void | Promise<void>;
}

export interface EngineUrls {
  readonly mixerWorklet: string;
  readonly pluginWorker: string;
  readonly bounceWorker: string;
  /** Loaded by a bounce to another sample rate. */
  readonly resampler: string;
  readonly viewFrame: string;
}

export interface EngineOptions {
  /** A native context; the engine plays at its rate and connects to nothing by itself. */
  readonly context: AudioContext;
  /** Of sessions that do not say where inserts run. Default `isolated`. */
  readonly hosting?: HostingMode;
  /** Frames of delay that buy the workers their time: a multiple of 128, or found automatically (default). */
  readonly hop?: number | "auto";
  /** Inputs for Web Audio or Tone sources. Default 32. */
  readonly inputs?: number;
  /** Where the engine's own scripts are, if a bundler moved them. */
  readonly urls?: Partial<EngineUrls>;
}

/** Strip values that move without a new plan; each is smoothed in the renderer. */
export type StripControl =
  | "trimDb" | "invertLeft" | "invertRight" | "swap" | "pan" | "width" | "faderDb" | "audible"
  | "dualPan" | "panLeft" | "panRight" | "panLawDb" | "vcaDb" | "outputOpen";

/** Values of a send that move without a new plan; each is smoothed in the renderer. */
export type SendControl = "levelDb" | "pan" | "panLawDb" | "open";

/** Values of the monitor that move without a new plan; all 0 is the mix as it is. `side`: −1 is left alone, 1 right alone. */
export type MonitorControl = "levelDb" | "dimDb" | "mono" | "mute" | "swap" | "side";

/** Where a strip lies in time. Frames. */
export interface StripDelays {
  /** From the sources to its input: what it waits for those that feed it, or that its inserts hear. */
  readonly inputFrames: number;
  /** What its inserts and their hops take. */
  readonly insertFrames: number;
  /** What its output is held back until it meets the others, and for what the next strip is later by its own setting. */
  readonly waitFrames: number;
  /** By how much it is later (or, below 0, earlier) than the song says, by its own setting. */
  readonly offsetFrames: number;
}

/** Boundaries of a strip at which levels are measured. */
export type MeterPoint = "source" | "input" | "preFader" | "output";

/** Boundaries of an insert at which levels are measured. */
export type InsertMeterPoint = "input" | "output";

/** Levels at one boundary. Amplitudes are linear, 1 is 0 dBFS. Filled in place: no allocation. */
export interface MeterReading {
  /** Decaying sample peak, left and right. */
  readonly peak: Float32Array;
  /** RMS over 300 ms. */
  readonly rms: Float32Array;
  /** Highest sample peak since the last reset. */
  readonly max: Float32Array;
  /** Samples over full scale since the last reset. */
  clips: number;
}

/**
 * `loading` → `running`; `recovering` after a fault, with dry sound meanwhile; `stopped` after repeated
 * faults, bypassed until {@link MixerEngine.retry}; `missing` when its plugin cannot be loaded.
 */
export type InsertState = "loading" | "running" | "recovering" | "stopped" | "missing";

export interface InsertStatus {
  readonly state: InsertState;
  /** One sentence for people when something is wrong. */
  readonly reason?: string;
  /** Share of real time that processing takes, 0…1. */
  readonly load: number;
  /** Where it runs: where it was asked to, unless its plugin is not trusted or its chain has a hop anyway. */
  readonly hosting: HostingMode;
  /** Frames, as the processor declares. */
  readonly latencyFrames: number;
  readonly faults: number;
  /** Whether it hears silence and has nothing left to play, so that its processor is not called. */
  readonly asleep: boolean;
}

export interface EngineStatus {
  readonly sampleRate: number;
  /** Of inserts that do not say where they run. */
  readonly hosting: HostingMode;
  /** Frames; 0 where nothing runs in workers. */
  readonly hop: number;
  /** Whether it is found and raised automatically, or the frames that were set. */
  readonly hopSetting: number | "auto";
  /** From the source to the engine's output: hops, plugins, compensation. Frames. */
  readonly latencyFrames: number;
  /** What the device adds, in frames, as the browser tells it. */
  readonly outputLatencyFrames: number;
  /** Share of real time that the audio thread takes, 0…1, over the last second. */
  readonly load: number;
  /** Quanta in which the dry signal stood in for a late or dead plugin while playing, since the start. */
  readonly dropouts: number;
  /** Quanta rendered. */
  readonly quanta: number;
  readonly workers: number;
  /** `false` where the page has no SharedArrayBuffer: inserts run inline and control goes by messages. */
  readonly isolated: boolean;
}

/** Something that happened to an insert or the engine, in words, for a log. */
export interface EngineNotice {
  readonly time: number;
  readonly severity: "info" | "warning" | "error";
  readonly insertId?: string;
  readonly text: string;
}

/** PCM of an audio file at the engine's rate, planar, in shared memory where there is any. */
export interface AudioData {
  readonly sampleRate: number;
  /** One or two channels of equal length, ±1. */
  readonly channels: readonly Float32Array[];
}

/** The engine's sample-accurate playhead. Seconds of the song. `@mainThread` */
export interface Playhead {
  readonly playing: boolean;
  /** Where the song is now, as last rendered (before the output latency). */
  seconds(): number;
  /** Plays. @param fromSeconds - default: where it stands. @param atTime - context time; default: at once. */
  play(fromSeconds?: number, atTime?: number): void;
  pause(atTime?: number): void;
  /** Pauses and returns to `toSeconds` (default 0). */
  stop(toSeconds?: number, atTime?: number): void;
  seek(seconds: number): void;
  setLoop(loop: { readonly enabled: boolean; readonly startSeconds: number; readonly endSeconds: number }): void;
}

/** Live values of an insert's readouts. `@mainThread` */
export interface ReadoutSource {
  /** The numbers last published, in the same array at every call. */
  read(id: string): Float32Array;
  /** Asks the processor to compute a series. @returns the undo. */
  observe(id: string): () => void;
}

/** What of the song is rendered. */
export interface RangeOptions {
  readonly startSeconds: number;
  readonly endSeconds: number;
  /** Seconds after the end for what still rings. Default 0. */
  readonly tailSeconds?: number;
  /** Share done, 0…1. */
  readonly onProgress?: (done: number) => void;
  readonly signal?: AbortSignal;
}

/** A render that a worker hears at every boundary, see `renderTapped` of `@headroom/engine/offline`. */
export interface TapOptions extends RangeOptions {
  /** Script of a module worker: it gets a `TappedJob` and posts `TapReport`s. */
  readonly worker: string;
  /** What else the worker is to know; is copied to it. */
  readonly order: unknown;
  /** What is rendered in place of the session as it is now. */
  readonly session?: Session;
}

export interface BounceOptions extends RangeOptions {
  readonly bitDepth: BitDepth;
  /** Hz of the files. Default: the engine's. */
  readonly sampleRate?: number;
  /** Brings the mix to this peak or loudness; stems are moved by the same gain. */
  readonly normalize?: Normalization | undefined;
  /** Triangular dither, for 16 and 24 bits. Default: for 16. */
  readonly dither?: boolean;
  /** Ids of strips that get a file each: what they sound like behind their faders, aligned with the mix. */
  readonly stems?: readonly string[];
}

export interface BounceResult {
  /** A RIFF/WAVE file. */
  readonly wav: Blob;
  /** In the order asked for. */
  readonly stems: readonly { readonly strip: string; readonly wav: Blob }[];
  /** Hz. */
  readonly sampleRate: number;
  readonly frames: number;
  /** Integrated loudness in LUFS (BS.1770-5), as written. */
  readonly lufs: number;
  /** dB that normalising added; silence is left as it is. */
  readonly gainDb: number;
  /** Highest sample of the bounce before quantising, linear. */
  readonly peak: number;
  /** Samples over full scale before quantising. */
  readonly clipped: number;
  /** Seconds of audio for each second it took. */
  readonly timesRealTime: number;
}

/** The mixing engine as an app uses it. All functions: `@mainThread`. */
export interface MixerEngine {
  /** The one node that carries the mixer: connect it to the destination. */
  readonly node: AudioWorkletNode;
  readonly playhead: Playhead;

  /**
   * Makes a plugin known. Its descriptor is read in a worker, never in the page. Another bundle of a known plugin takes
   * its place in every insert, with parameters and state and without a gap; it resolves when all have changed over.
   * Rejects with a sentence.
   */
  registerPlugin(source: PluginSource): Promise<PluginDescriptor>;
  /** Says that a bundle is about to come: a worker is started beforehand, and `registerPlugin` takes less time. */
  expectPlugin(): void;
  descriptor(pluginId: string): PluginDescriptor | undefined;
  /** Forgets a plugin: its inserts are `missing` from now on, with all that is set on them. */
  removePlugin(pluginId: string): void;

  /** Gives the PCM of one of the session's audio files. @returns the undo, which frees it. */
  addAudio(key: string, audio: AudioData): () => void;

  /** Makes the engine match a session: what changed is found by comparison. Throws on a routing cycle, with its path. */
  update(session: Session): void;

  /**
   * A hand takes what a lane moves: until the undo is called its lane is not heard, and what `setStripControl`,
   * `setParameter` and `setInsertControl` say is. Then it comes back to the lane, where there is one, without a step.
   * Without a hold these set where the control stands when no lane moves it. @returns the undo.
   */
  hold(target: LaneTarget): () => void;

  /** Moves a strip control at once, without the session: for the steps of a gesture. `audible`, `swap`…: 0 or 1. */
  setStripControl(stripId: string, control: StripControl, value: number): void;
  /** As {@link setStripControl}, for a send. `open`: 0 or 1. */
  setSendControl(sendId: string, control: SendControl, value: number): void;
  /** Moves the fader of a VCA at once, and so that of every strip below it. @param faderDb - dB. */
  setVcaFader(vcaId: string, faderDb: number): void;
  /** As {@link setStripControl}, for the monitor. */
  setMonitorControl(control: MonitorControl, value: number): void;
  /** Moves a plugin parameter at once. @param atFrame - engine frame; default: as soon as possible. */
  setParameter(insertId: string, parameterId: string, number: number, atFrame?: number): void;
  /** 0 or 1 for bypass, 0…1 for mix; both crossfade and keep the latency. */
  setInsertControl(insertId: string, control: "bypass" | "mix", value: number, atFrame?: number): void;

  /** Connects a Web Audio node as a channel's source, beside its clips. @returns the undo. */
  connectSource(stripId: string, node: AudioNode): () => void;

  readMeter(stripId: string, point: MeterPoint, into: MeterReading): void;
  readInsertMeter(insertId: string, point: InsertMeterPoint, into: MeterReading): void;
  /** Starts maxima and clip counts anew: of one strip with its inserts, or of all. */
  resetMeters(stripId?: string): void;
  /** Peak at an insert's input and output, linear: `[inL, inR, outL, outR]` into `into`. */
  readInsertLevels(insertId: string, into: Float32Array): void;

  /**
   * Calls back when a plugin's processor saved data of its own, for the session to keep: by this insert, for that one of
   * its two settings. Also for an insert that left the session a moment ago, which undo may bring back.
   * @returns the undo.
   */
  onSaved(listener: (insertId: string, setting: "A" | "B", state: SavedState) => void): () => void;
  /** Asks all processors for their own data now, before a page closes for instance. Resolves when they have answered. */
  saveStates(): Promise<void>;

  insertStatus(insertId: string): InsertStatus | undefined;
  readouts(insertId: string): ReadoutSource | undefined;
  /** Starts a stopped or missing insert again. */
  retry(insertId: string): void;

  status(): EngineStatus;
  /** Where a strip lies in time, by the plan in use; `undefined` where it has no such strip. */
  stripDelays(stripId: string): StripDelays | undefined;
  /** Calls back when an insert's state, the plan or the hop changed. @returns the undo. */
  subscribe(listener: () => void): () => void;
  /** Calls back with every notice. @returns the undo. */
  onNotice(listener: (notice: EngineNotice) => void): () => void;
  /** The newest thousand notices since the start, oldest first. */
  notices(): readonly EngineNotice[];

  /** Where inserts run while the session does not say. Resolves when all have changed over. */
  setHosting(mode: HostingMode): Promise<void>;
  setHop(hop: number | "auto"): void;

  /** The engine frame that is rendered at a context time: what events are stamped with. */
  frameAt(contextTime: number): number;
  /**
   * Records the output from engine frame `atFrame` (rounded up to a quantum) on. Needs shared memory.
   * @returns planar audio that fills while the engine runs.
   */
  capture(frames: number, atFrame: number): readonly Float32Array[];
  /** Milliseconds of a round trip to an insert's worker; rejects where it has none. */
  ping(insertId: string): Promise<number>;

  /** Renders the session as it is now, faster than real time, to a WAV file. Rejects with a sentence; an abort rejects with AbortError. */
  bounce(options: BounceOptions): Promise<BounceResult>;

  /**
   * Renders the session as it is now, or another of the same plugins and audio, in a worker of the caller's that hears every
   * boundary. Resolves with what the worker's last report holds; rejects as {@link bounce} does.
   */
  renderTapped(options: TapOptions): Promise<unknown>;

  dispose(): Promise<void>;
}
