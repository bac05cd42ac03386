import type { ChannelLayout, ParameterSpec, ParameterValue, PluginDescriptor } from "@headroom/sdk";
import { noise } from "@headroom/sdk/testing";
import type { PluginRealm } from "../child/plugin-realm.js";
import type { RealmInstance } from "../realm/realm-api.js";

export type Params = Readonly<Record<string, ParameterValue>>;
type Planar = readonly Float32Array[];

/** A parameter's way to a number, from a frame of the input on. */
export interface Move {
  readonly frame: number;
  readonly id: string;
  readonly number: number;
}

export interface Setting {
  /** Hz. Default 48000. */
  readonly sampleRate?: number;
  /** Default 128. */
  readonly maxFrames?: number;
  /** Default: as the plugin's widest layout. */
  readonly channels?: number;
  readonly params?: Params;
  /** JSON of the processor's own data. */
  readonly data?: string;
}

export interface Rendering extends Setting {
  /** Frames of the blocks in turn; default `maxFrames`. */
  readonly blocks?: readonly number[];
  /** Sorted by frame. A block ends where one falls, as in a host; smoothing is the parameter's own. */
  readonly moves?: readonly Move[];
  /** Render with this instance, not a new one. */
  readonly instance?: RealmInstance;
}

const RATE = 48_000;
/** A sign of life is worth sending this often. */
const ALIVE_MS = 250;

/** The plugin under test, and what checks do with it. */
export class Subject {
  readonly descriptor: PluginDescriptor;
  readonly realm: PluginRealm;
  /** The bundle's code, and what it is called. */
  readonly bundle: { readonly code: string; readonly name: string };
  /** Milliseconds of the processor's time that loading took. */
  readonly loadMs: number;
  readonly #alive: () => void;
  #lastSign = 0;

  constructor(parts: Pick<Subject, "descriptor" | "realm" | "bundle" | "loadMs">, alive: () => void) {
    this.descriptor = parts.descriptor;
    this.realm = parts.realm;
    this.bundle = parts.bundle;
    this.loadMs = parts.loadMs;
    this.#alive = alive;
  }

  /** Channel counts of the layouts that it takes. */
  get channelCounts(): readonly number[] {
    return this.descriptor.io.main.map((layout: ChannelLayout) => (layout === "mono" ? 1 : 2));
  }

  get parameters(): readonly (readonly [id: string, spec: ParameterSpec])[] {
    return Object.entries(this.descriptor.params);
  }

  /** Whether a delay of the output may be meant, rather than latency. */
  get delaysOnPurpose(): boolean {
    return this.descriptor.features.some((feature) => ["delay", "reverb", "modulation", "pitch"].includes(feature));
  }

  create({ sampleRate = RATE, maxFrames = 128, channels = Math.max(...this.channelCounts), params = {}, data }: Setting = {}): RealmInstance {
    this.#sign();
    return this.realm.api.create(sampleRate, maxFrames, channels, true, JSON.stringify(params), data);
  }

  /** Noise at −12 dBFS, another in each channel. @param seed - of the first channel. */
  noise(frames: number, { channels = Math.max(...this.channelCounts), seed = 1 }: { readonly channels?: number; readonly seed?: number } = {}): Float32Array[] {
    return Array.from({ length: channels }, (_, c) => noise(frames, { seed: seed + 100 * c, levelDbfs: -12 }));
  }

  /** Runs a whole signal through an instance, as a host does. @param input - one array a channel. */
  render(input: Planar, options: Rendering = {}): Float32Array[] {
    const { maxFrames = 128, blocks = [maxFrames], moves = [] } = options;
    const instance = options.instance ?? this.create({ ...options, channels: input.length });
    const length = input[0]?.length ?? 0;
    const output = input.map(() => new Float32Array(length));
    let next = 0;
    for (let at = 0, n = 0; at < length; n++) {
      for (let move = moves[next]; move !== undefined && move.frame <= at; move = moves[++next]) instance.glide(move.id, move.number, -1);
      const until = Math.min(length, at + (blocks[n % blocks.length] ?? maxFrames), moves[next]?.frame ?? length);
      copyBlock(input, at, instance.input, 0, until - at);
      instance.process(until - at);
      copyBlock(instance.output, 0, output, at, until - at);
      at = until;
      if (n % 64 === 0) this.#sign();
    }
    return output;
  }

  #sign(): void {
    const now = performance.now();
    if (now - this.#lastSign < ALIVE_MS) return;
    this.#lastSign = now;
    this.#alive();
  }
}

/** Number by number: the methods of the realm's arrays are the plugin's to change. */
export function copyBlock(from: Planar, start: number, to: Planar, at: number, frames: number): void {
  for (let c = 0; c < to.length; c++) {
    const source = from[c];
    const target = to[c];
    if (source && target) for (let i = 0; i < frames; i++) target[at + i] = source[start + i] ?? 0;
  }
}
