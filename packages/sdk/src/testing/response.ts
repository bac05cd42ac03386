import type { ParameterSpecs } from "../params/spec.js";
import type { PluginDefinition } from "../plugin/define.js";
import type { ReadoutSpecs } from "../readouts/spec.js";
import { OfflineInstance, type InstanceOptions } from "./offline-instance.js";

/** What {@link impulseResponse} and {@link frequencyResponse} measure, and how long. */
export interface ResponseOptions<Params extends ParameterSpecs> extends InstanceOptions<Params> {
  /** Length to look at. Default 16384. */
  readonly frames?: number;
  /** Peak of the impulse in dBFS; for what is not linear, the level matters. Default 0. */
  readonly levelDbfs?: number;
  /** Frames of silence before the impulse, in which the plugin settles. Default 0. */
  readonly settleFrames?: number;
}

/**
 * What a plugin answers to one frame at level 1 on all channels, one array a channel. It starts where the declared latency
 * ends, and is divided by the impulse's level. `@anyThread`
 */
export function impulseResponse<Params extends ParameterSpecs, Readouts extends ReadoutSpecs>(
  plugin: PluginDefinition<Params, Readouts>,
  { frames = 16_384, levelDbfs = 0, settleFrames = 0, ...options }: ResponseOptions<Params> = {},
): Float32Array[] {
  const instance = new OfflineInstance(plugin, options);
  const amplitude = 10 ** (levelDbfs / 20);
  const maxFrames = instance.input[0]?.length ?? 0;
  const out = instance.output.map(() => new Float32Array(frames));
  let start = settleFrames + instance.latency;
  for (let at = 0; at < start + frames; at += maxFrames) {
    for (const channel of instance.input) {
      channel.fill(0);
      if (settleFrames >= at && settleFrames < at + maxFrames) channel[settleFrames - at] = amplitude;
    }
    instance.process(maxFrames);
    if (at <= settleFrames) start = settleFrames + instance.latency;
    instance.output.forEach((channel, c) => {
      for (let i = Math.max(0, start - at); i < maxFrames && at + i < start + frames; i++) out[c]![at + i - start] = channel[i]! / amplitude;
    });
  }
  return out;
}

/** A response at one frequency. */
export interface ResponsePoint {
  /** Magnitude in decibels; −∞ where there is nothing. */
  readonly db: number;
  /** −π…π. */
  readonly phaseRadians: number;
}

/** A linear system's response at a frequency: the Fourier transform of its impulse response there. `@anyThread` */
export function responseAt(impulseResponse: Float32Array, hz: number, sampleRate = 48_000): ResponsePoint {
  const turn = (2 * Math.PI * hz) / sampleRate;
  let real = 0;
  let imaginary = 0;
  impulseResponse.forEach((x, n) => {
    real += x * Math.cos(turn * n);
    imaginary -= x * Math.sin(turn * n);
  });
  return { db: 20 * Math.log10(Math.hypot(real, imaginary)), phaseRadians: Math.atan2(imaginary, real) };
}

/**
 * A plugin's response at some frequencies, one list a channel. Its declared latency is taken out. For linear plugins; it
 * is exact as far as the response has ended after `frames`. `@anyThread`
 */
export function frequencyResponse<Params extends ParameterSpecs, Readouts extends ReadoutSpecs>(
  plugin: PluginDefinition<Params, Readouts>,
  hz: readonly number[],
  options: ResponseOptions<Params> = {},
): ResponsePoint[][] {
  return impulseResponse(plugin, options).map((response) => hz.map((each) => responseAt(response, each, options.sampleRate)));
}
