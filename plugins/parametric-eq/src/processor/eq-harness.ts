import { RealFft } from "@headroom/dsp";
import type { ValuesOf } from "@headroom/sdk";
import { renderOffline } from "@headroom/sdk/testing";
import fc from "fast-check";
import plugin from "../index.js";
import { EQ_BAND_TYPES, EQ_BANDS, EQ_CHANNELS, EQ_SLOPES, eqParams, type EqParams } from "../params.js";

export type Values = ValuesOf<EqParams>;

export const RATE = 48_000;
export const DEFAULTS = Object.fromEntries(Object.entries(eqParams).map(([id, spec]) => [id, spec.default])) as Values;

/** White noise of ±`amplitude`, the same for the same seed. */
export function noise(frames: number, seed = 1, amplitude = 0.5): Float32Array {
  const out = new Float32Array(frames);
  let s = seed;
  for (let i = 0; i < frames; i++) {
    s = (s * 1664525 + 1013904223) >>> 0;
    out[i] = (s / 2 ** 31 - 1) * amplitude;
  }
  return out;
}

export function sine(hz: number, frames: number, amplitude = 0.5, rate = RATE): Float32Array {
  return Float32Array.from({ length: frames }, (_, n) => amplitude * Math.sin((2 * Math.PI * hz * n) / rate));
}

/** Settings of any bands in use, the first of the list band 1. */
export const anyBands = (most = 8): fc.Arbitrary<Partial<Values>> =>
  fc
    .array(
      fc.record({
        enabled: fc.boolean(),
        type: fc.constantFrom(...EQ_BAND_TYPES),
        frequency: fc.double({ min: Math.log(10), max: Math.log(30_000), noNaN: true }).map(Math.exp),
        gain: fc.double({ min: -30, max: 30, noNaN: true }),
        q: fc.double({ min: Math.log(0.025), max: Math.log(25), noNaN: true }).map(Math.exp),
        slope: fc.constantFrom(...EQ_SLOPES),
        channel: fc.constantFrom(...EQ_CHANNELS),
      }),
      { minLength: 1, maxLength: most },
    )
    .map((bands) => Object.fromEntries(bands.flatMap((band, i) => Object.entries(band).map(([name, value]) => [`band${i + 1}.${name}`, value]))) as Partial<Values>);

/** Values with a change of the bands that they name. */
export function eachBand(values: Partial<Values>, change: (name: string, value: unknown) => unknown): Partial<Values> {
  return Object.fromEntries(Object.entries(values).map(([id, value]) => [id, change(id.split(".")[1] ?? "", value)]));
}

export const allOff = Object.fromEntries(EQ_BANDS.map((band) => [`band${band}.enabled`, false])) as Partial<Values>;

/** Magnitude in dB at each bin of the plugin's impulse response. */
export function impulseResponseDb(params: Partial<Values>, size: number, sampleRate: number, channel = 0, input?: readonly Float32Array[]): Float64Array {
  const impulse = new Float32Array(size);
  impulse[0] = 1;
  const { output } = renderOffline(plugin, { input: input ?? [impulse, impulse], params, sampleRate });
  const fft = new RealFft(size);
  const real = new Float64Array(fft.bins);
  const imaginary = new Float64Array(fft.bins);
  fft.forward(output[channel]!, real, imaginary);
  return real.map((x, k) => 20 * Math.log10(Math.hypot(x, imaginary[k]!)));
}

/** Largest difference of two signals, from a frame on. */
export function worstDifference(a: Float32Array, b: Float32Array, from = 0, to = a.length): number {
  let most = 0;
  for (let i = from; i < to; i++) most = Math.max(most, Math.abs(a[i]! - b[i]!));
  return most;
}
