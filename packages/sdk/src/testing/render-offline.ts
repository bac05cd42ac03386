import { correctionOf } from "../params/correction.js";
import { parameterName } from "../params/names.js";
import type { ParameterSpecs, ValuesOf } from "../params/spec.js";
import type { PluginDefinition } from "../plugin/define.js";
import type { ReadoutSpecs } from "../readouts/spec.js";
import { adaptChannels } from "./adapt-channels.js";
import { OfflineInstance } from "./offline-instance.js";
import type { OfflineSong } from "./offline-song.js";

/** A parameter change at a frame of the input. Without `rampFrames` the parameter's own smoothing applies. */
export interface OfflineEvent<Params extends ParameterSpecs> {
  /** Frame of the input, 0 or more. */
  readonly frame: number;
  /** By parameter id. */
  readonly values: Partial<ValuesOf<Params>>;
  /** Frames that a number takes to get there; 0 for at once. */
  readonly rampFrames?: number;
}

/** What {@link renderOffline} plays, and how. */
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
  /** The song that plays, for a plugin that states `dev.headroom.transport@1`. Default: the host offers none. */
  readonly song?: OfflineSong;
}

/** What came of {@link renderOffline}. */
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

/** Runs a plugin's processor over a signal, as a host does: same parameters, smoothing and blocks. Works in Node, `@anyThread`. */
export function renderOffline<Params extends ParameterSpecs, Readouts extends ReadoutSpecs>(
  plugin: PluginDefinition<Params, Readouts>,
  options: OfflineOptions<Params>,
): OfflineResult {
  const { sampleRate, blockSize = 128, params = {}, events = [], observe = [], resetAt = [], channels = options.input.length, song } = options;
  const input = adaptChannels(options.input, channels);
  const length = input[0]?.length ?? 0;

  const reports = new Map<string, string>();
  const check = (values: Readonly<Record<string, unknown>>) => {
    for (const [id, value] of Object.entries(values)) {
      const spec = plugin.params[id];
      const report = spec && correctionOf(spec, value, `${parameterName(id, spec)} of ${plugin.name}`);
      if (report !== undefined && !reports.has(id)) reports.set(id, report);
    }
  };
  check(params);
  const instance = new OfflineInstance(plugin, { maxFrames: blockSize, channels, params, ...(sampleRate !== undefined && { sampleRate }), ...(song && { song }) });
  observe.forEach((id) => instance.observe(id));
  const keys = instance.sidechain.length;
  const key = keys > 0 && options.sidechain ? adaptChannels(options.sidechain, keys) : [];

  const output = input.map(() => new Float32Array(length));
  let next = 0;
  for (let at = 0; at < length; ) {
    for (let event = events[next]; event !== undefined && event.frame <= at; event = events[++next]) {
      check(event.values);
      for (const [id, value] of Object.entries(event.values)) instance.glide(id, value, event.rampFrames);
    }
    const reset = resetAt.find((frame) => frame >= at) ?? length;
    if (reset === at) instance.reset();
    const until = Math.min(length, at + blockSize, events[next]?.frame ?? length, reset > at ? reset : (resetAt.find((frame) => frame > at) ?? length));
    input.forEach((channel, c) => instance.input[c]?.set(channel.subarray(at, until)));
    key.forEach((channel, c) => instance.sidechain[c]?.set(channel.subarray(at, until)));
    instance.process(until - at);
    instance.output.forEach((channel, c) => output[c]?.set(channel.subarray(0, until - at), at));
    at = until;
  }
  return { output, latency: instance.latency, tail: instance.tail, readout: (id) => instance.readout(id), reports: [...reports.values()] };
}
