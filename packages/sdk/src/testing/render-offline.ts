import { ParameterBank } from "../audio/parameter-bank.js";
import { ReadoutBank } from "../audio/readout-bank.js";
import { correctionOf } from "../params/correction.js";
import { parameterName } from "../params/names.js";
import { toNumber } from "../params/number.js";
import type { ParameterSpecs, ValuesOf } from "../params/spec.js";
import type { PluginDefinition } from "../plugin/define.js";
import { sidechainChannels } from "../plugin/descriptor.js";
import { ReadoutReader } from "../readouts/reader.js";
import { readoutLayout } from "../readouts/layout.js";
import type { ReadoutSpecs } from "../readouts/spec.js";
import { adaptChannels } from "./adapt-channels.js";

/** A parameter change at a frame of the input. Without `rampFrames` the parameter's own smoothing applies. */
export interface OfflineEvent<Params extends ParameterSpecs> {
  readonly frame: number;
  readonly values: Partial<ValuesOf<Params>>;
  readonly rampFrames?: number;
}

export interface OfflineOptions<Params extends ParameterSpecs> {
  /** Planar audio, one array a channel, all of one length. */
  readonly input: readonly Float32Array[];
  /** What the plugin hears at its sidechain, one array a channel, as long as the input. Default: silence. */
  readonly sidechain?: readonly Float32Array[];
  /** Hz. Default 48000. */
  readonly sampleRate?: number;
  /**
   * Channels of the instance. Default: as many as the input has. As in a host, mono is copied to all channels of an
   * instance with more, and a mono instance gets the mean of its input's channels.
   */
  readonly channels?: number;
  /** Most frames a call of `process` gets. Default 128. */
  readonly blockSize?: number;
  /** Values before the first frame, taken at once; the rest are defaults. */
  readonly params?: Partial<ValuesOf<Params>>;
  /** Sorted by frame. A block ends where an event falls, as in a host. */
  readonly events?: readonly OfflineEvent<Params>[];
  /** Frames at which the processor is reset, rising. */
  readonly resetAt?: readonly number[];
  /** Readouts that count as looked at. */
  readonly observe?: readonly string[];
}

export interface OfflineResult {
  /** As many channels as the instance has, as many frames as the input; the processor's latency is not removed. */
  readonly output: readonly Float32Array[];
  /** Frames, after the last block. */
  readonly latency: number;
  /** Seconds that the output rings, as the processor says after the last block. */
  readonly tail: number;
  /** A readout's numbers after the last block. */
  readonly readout: (id: string) => Float32Array;
  /** What a host says of values that the plugin does not take as they are: for each parameter its first, in order. */
  readonly reports: readonly string[];
}

/** Runs a plugin's processor over a signal, as a host does: same parameters, smoothing and blocks. Works in Node. */
export function renderOffline<Params extends ParameterSpecs, Readouts extends ReadoutSpecs>(
  plugin: PluginDefinition<Params, Readouts>,
  options: OfflineOptions<Params>,
): OfflineResult {
  const { sampleRate = 48_000, blockSize = 128, params = {}, events = [], observe = [], resetAt = [], channels = options.input.length } = options;
  const input = adaptChannels(options.input, channels);
  const length = input[0]?.length ?? 0;
  const bank = new ParameterBank(plugin.params, sampleRate, blockSize);
  const memory = new ArrayBuffer(readoutLayout(plugin.readouts).bytes);
  const { writers } = new ReadoutBank(plugin.readouts, memory, 0);
  const reader = new ReadoutReader(plugin.readouts, memory, 0);
  observe.forEach((id) => reader.observe(id));

  const reports = new Map<string, string>();
  const apply = (values: Readonly<Record<string, unknown>>, rampFrames: number | undefined) => {
    for (const [id, value] of Object.entries(values)) {
      const index = bank.ids.indexOf(id);
      const spec = plugin.params[id];
      if (spec === undefined) throw new RangeError(`"${plugin.id}" has no parameter "${id}".`);
      const report = correctionOf(spec, value, `${parameterName(id, spec)} of ${plugin.name}`);
      if (report !== undefined && !reports.has(id)) reports.set(id, report);
      if (rampFrames === undefined) bank.jump(index, toNumber(spec, value));
      else bank.glide(index, toNumber(spec, value), rampFrames);
    }
  };
  apply(params, undefined);
  const keys = sidechainChannels(plugin.io);
  const key = keys > 0 && options.sidechain ? adaptChannels(options.sidechain, keys) : [];

  const processor = plugin.processor({ sampleRate, maxFrames: blockSize, channels, sidechainChannels: keys, offline: true, params: bank.readers, stateChanged: () => undefined, log: () => undefined, extension: () => undefined });
  const keyIn = Array.from({ length: keys }, () => new Float32Array(blockSize));
  const output = input.map(() => new Float32Array(length));
  const blockIn = input.map(() => new Float32Array(blockSize));
  const blockOut = input.map(() => new Float32Array(blockSize));
  const context = { input: blockIn, output: blockOut, sidechain: keyIn, params: bank.readers, changed: true, readouts: writers, frames: 0, position: 0 };

  let next = 0;
  for (let at = 0; at < length; at += context.frames) {
    for (let event = events[next]; event !== undefined && event.frame <= at; event = events[++next]) {
      apply(event.values, event.rampFrames ?? -1);
    }
    const reset = resetAt.find((frame) => frame >= at) ?? length;
    if (reset === at) processor.reset?.();
    const until = Math.min(length, at + blockSize, events[next]?.frame ?? length, reset > at ? reset : (resetAt.find((frame) => frame > at) ?? length));
    context.frames = until - at;
    context.position = at;
    input.forEach((channel, c) => blockIn[c]?.set(channel.subarray(at, until)));
    key.forEach((channel, c) => keyIn[c]?.set(channel.subarray(at, until)));
    bank.advance(context.frames);
    context.changed = bank.changed;
    processor.process(context);
    blockOut.forEach((channel, c) => output[c]?.set(channel.subarray(0, context.frames), at));
  }
  const readout = (id: string) => reader.read(id);
  return { output, latency: processor.latency ?? 0, tail: processor.tail ?? 0, readout, reports: [...reports.values()] };
}
