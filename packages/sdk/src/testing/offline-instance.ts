import { ParameterBank } from "../audio/parameter-bank.js";
import { ReadoutBank } from "../audio/readout-bank.js";
import { toNumber } from "../params/number.js";
import type { ParameterSpec, ParameterSpecs, ValuesOf } from "../params/spec.js";
import type { PluginDefinition } from "../plugin/define.js";
import type { ProcessContext, Processor } from "../plugin/processor.js";
import { sidechainChannels } from "../plugin/descriptor.js";
import type { Extensions } from "../plugin/extensions.js";
import type { StateData } from "../plugin/saved-state.js";
import { readoutLayout } from "../readouts/layout.js";
import { ReadoutReader } from "../readouts/reader.js";
import type { ReadoutSpecs } from "../readouts/spec.js";
import { OfflineTransport, type OfflineSong } from "./offline-song.js";

/** What an instance is made for, and starts with. */
export interface InstanceOptions<Params extends ParameterSpecs = ParameterSpecs> {
  /** Hz. Default 48000. */
  readonly sampleRate?: number;
  /** Most frames of a block. Default 128. */
  readonly maxFrames?: number;
  /** Channels of input and output. Default 2. */
  readonly channels?: number;
  /** Whether the processor is told that it renders a bounce. Default true. */
  readonly offline?: boolean;
  /** Values that it starts with; the rest are defaults. */
  readonly params?: Partial<ValuesOf<Params>>;
  /** The processor's own data, as it saved it. */
  readonly data?: StateData;
  /** The song that plays, for a plugin that states `dev.headroom.transport@1`. Default: the host offers none. */
  readonly song?: OfflineSong;
}

/**
 * One instance of a plugin as a host keeps it, for tests that need more than one rendering of a whole signal: blocks of any
 * length one after the other, parameters between them, reset, state. Fill {@link input}, call {@link process}, read
 * {@link output}. Nothing allocates in {@link process} but the plugin. `@anyThread`
 */
export class OfflineInstance<Params extends ParameterSpecs = ParameterSpecs, Readouts extends ReadoutSpecs = ReadoutSpecs> {
  /** One array a channel, `maxFrames` long. */
  readonly input: readonly Float32Array[];
  /** As {@link input}. */
  readonly output: readonly Float32Array[];
  /** What it hears at its sidechain, likewise; none where it has none. */
  readonly sidechain: readonly Float32Array[];
  readonly #plugin: PluginDefinition<Params, Readouts>;
  readonly #bank: ParameterBank<Params>;
  readonly #reader: ReadoutReader;
  readonly #processor: Processor<Params, Readouts>;
  readonly #context: { -readonly [Key in keyof ProcessContext<Params, Readouts>]: ProcessContext<Params, Readouts>[Key] };
  readonly #transport: OfflineTransport | undefined;
  #position = 0;

  constructor(plugin: PluginDefinition<Params, Readouts>, options: InstanceOptions<Params> = {}) {
    const { sampleRate = 48_000, maxFrames = 128, channels = 2, offline = true, params = {}, data, song } = options;
    this.#plugin = plugin;
    this.#bank = new ParameterBank(plugin.params, sampleRate, maxFrames);
    for (const [id, value] of Object.entries(params)) this.jump(id, value);
    const memory = new ArrayBuffer(readoutLayout(plugin.readouts).bytes);
    const { writers } = new ReadoutBank(plugin.readouts, memory, 0);
    this.#reader = new ReadoutReader(plugin.readouts, memory, 0);
    const keys = sidechainChannels(plugin.io);
    const asks = plugin.extensions?.includes("dev.headroom.transport@1") === true;
    this.#transport = asks && song ? new OfflineTransport(song, sampleRate) : undefined;
    const offered: Partial<Extensions> = this.#transport ? { "dev.headroom.transport@1": this.#transport } : {};
    this.#processor = plugin.processor({
      sampleRate, maxFrames, channels, sidechainChannels: keys, offline, params: this.#bank.readers,
      stateChanged: () => undefined, log: () => undefined, extension: (id) => offered[id],
    });
    if (data !== undefined) this.#processor.restore?.(data);
    const planar = (count: number) => Array.from({ length: count }, () => new Float32Array(maxFrames));
    this.input = planar(channels);
    this.output = planar(channels);
    this.sidechain = planar(keys);
    this.#context = { input: this.input, output: this.output, sidechain: this.sidechain, params: this.#bank.readers, changed: true, readouts: writers, frames: maxFrames, position: 0 };
  }

  /** Frames, as the processor says now. */
  get latency(): number {
    return this.#processor.latency ?? 0;
  }

  /** Seconds, as the processor says now. */
  get tail(): number {
    return this.#processor.tail ?? 0;
  }

  /** Takes a value at once. Throws a RangeError for an unknown id. */
  jump(id: string, value: unknown): void {
    this.#bank.jump(this.#indexOf(id), toNumber(this.#specOf(id), value));
  }

  /** Starts towards a value. @param rampFrames - below 0 for the parameter's own smoothing. */
  glide(id: string, value: unknown, rampFrames = -1): void {
    this.#bank.glide(this.#indexOf(id), toNumber(this.#specOf(id), value), rampFrames);
  }

  /** Processes the first `frames` of {@link input}. @param frames - 1…maxFrames */
  process(frames: number): void {
    const context = this.#context;
    this.#bank.advance(frames);
    context.changed = this.#bank.changed;
    context.frames = frames;
    context.position = this.#position;
    this.#transport?.moveTo(this.#position);
    this.#processor.process(context);
    this.#position += frames;
  }

  /** As a host calls it before a new take: the processor forgets all audio. */
  reset(): void {
    this.#processor.reset?.();
  }

  /** The processor's own data. */
  save(): unknown {
    return this.#processor.save?.();
  }

  /** Gives it back. Throws what the processor throws. */
  restore(data: StateData): void {
    this.#processor.restore?.(data);
  }

  /** As when the insert is removed. */
  release(): void {
    this.#processor.release?.();
  }

  /** A readout's numbers now, in the same array at every call. */
  readout(id: string): Float32Array {
    return this.#reader.read(id);
  }

  /** Makes the processor compute a series. @returns the undo. */
  observe(id: string): () => void {
    return this.#reader.observe(id);
  }

  #indexOf(id: string): number {
    return this.#bank.ids.indexOf(id);
  }

  #specOf(id: string): ParameterSpec {
    const spec = this.#plugin.params[id];
    if (spec === undefined) throw new RangeError(`"${this.#plugin.id}" has no parameter "${id}".`);
    return spec;
  }
}
