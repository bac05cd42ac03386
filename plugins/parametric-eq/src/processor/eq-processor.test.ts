import { RealFft } from "@headroom/dsp";
import type { ValuesOf } from "@headroom/sdk";
import { renderOffline } from "@headroom/sdk/testing";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import plugin from "../index.js";
import { EQ_BAND_TYPES, EQ_BANDS, EQ_SLOPES, eqParams, type EqParams } from "../params.js";
import { eqResponseDb } from "../response.js";
import { SPECTRUM_FREQUENCIES } from "../spectrum.js";

type Values = ValuesOf<EqParams>;

const RATE = 48_000;
const DEFAULTS = Object.fromEntries(Object.entries(eqParams).map(([id, spec]) => [id, spec.default])) as Values;

function noise(frames: number, seed = 1): Float32Array {
  const out = new Float32Array(frames);
  let s = seed;
  for (let i = 0; i < frames; i++) {
    s = (s * 1664525 + 1013904223) >>> 0;
    out[i] = (s / 2 ** 31 - 1) * 0.5;
  }
  return out;
}

function sine(hz: number, frames: number, amplitude = 0.5): Float32Array {
  return Float32Array.from({ length: frames }, (_, n) => amplitude * Math.sin((2 * Math.PI * hz * n) / RATE));
}

/** Largest change from one frame to the next, of the second difference: what a click stands out by. */
function roughness(signal: Float32Array, from: number, to: number): number {
  let most = 0;
  for (let i = from + 2; i < to; i++) most = Math.max(most, Math.abs(signal[i]! - 2 * signal[i - 1]! + signal[i - 2]!));
  return most;
}

const anyBands: fc.Arbitrary<Partial<Values>> = fc
  .array(
    fc.record({
      enabled: fc.boolean(),
      type: fc.constantFrom(...EQ_BAND_TYPES),
      frequency: fc.double({ min: 10, max: 30_000, noNaN: true }),
      gain: fc.double({ min: -30, max: 30, noNaN: true }),
      q: fc.double({ min: 0.025, max: 25, noNaN: true }),
      slope: fc.constantFrom(...EQ_SLOPES),
    }),
    { minLength: EQ_BANDS.length, maxLength: EQ_BANDS.length },
  )
  .map((bands) =>
    Object.fromEntries(bands.flatMap((band, i) => Object.entries(band).map(([name, value]) => [`band${i + 1}.${name}`, value]))) as Partial<Values>,
  );

describe("Parametric EQ", () => {
  it("is a bit-exact wire while all bands are off, whatever they are set to", () => {
    const input = [noise(3000, 1), noise(3000, 2)];
    fc.assert(
      fc.property(anyBands, (params) => {
        const off = Object.fromEntries(EQ_BANDS.map((band) => [`band${band}.enabled`, false]));
        const { output } = renderOffline(plugin, { input, params: { ...params, ...off } });
        expect(output).toEqual(input);
      }),
      { numRuns: 10 },
    );
  });

  it("is a bit-exact wire while bands with a gain are on at 0 dB", () => {
    const input = [noise(3000, 1), noise(3000, 2)];
    const params: Partial<Values> = {
      "band2.enabled": true, "band3.enabled": true, "band7.enabled": true, "band8.enabled": true, "band8.type": "tilt",
    };
    expect(renderOffline(plugin, { input, params }).output).toEqual(input);
  });

  it("is a bit-exact wire again within a second after its gains came back to 0 dB", () => {
    const input = [noise(2 * RATE, 1), noise(2 * RATE, 2)];
    const params: Partial<Values> = { "band3.enabled": true, "band3.gain": 12, "band2.enabled": true, "band2.gain": -7 };
    const events = [{ frame: 5000, values: { "band3.gain": 0, "band2.gain": 0 } }];
    const { output } = renderOffline(plugin, { input, params, events });
    expect(output[0]!.subarray(RATE)).toEqual(input[0]!.subarray(RATE));
  });

  it("has the response that eqResponseDb draws, to 0.005 dB, for every setting", () => {
    const size = 2 ** 16;
    const impulse = new Float32Array(size);
    impulse[0] = 1;
    const fft = new RealFft(size);
    const real = new Float64Array(fft.bins);
    const imaginary = new Float64Array(fft.bins);
    const bins = [30, 300, 3000, 15_000, 30_000];
    const out = new Float64Array(bins.length);
    fc.assert(
      fc.property(anyBands, (drawn) => {
        // Narrow filters at the bottom ring for longer than the transform.
        const calm = Object.fromEntries(
          EQ_BANDS.flatMap((b) => [[`band${b}.frequency`, Math.max(200, drawn[`band${b}.frequency`]!)], [`band${b}.q`, Math.min(4, Math.max(0.2, drawn[`band${b}.q`]!))]]),
        );
        const params = { ...drawn, ...calm };
        const { output } = renderOffline(plugin, { input: [impulse, impulse], params });
        fft.forward(output[0]!, real, imaginary);
        eqResponseDb({ ...DEFAULTS, ...params }, RATE, bins.map((k) => (k * RATE) / size), out);
        bins.forEach((k, i) => {
          const measured = 20 * Math.log10(Math.hypot(real[k]!, imaginary[k]!));
          // float32 samples carry about −150 dB of their own noise, and parameters reach the processor as float32.
          if (out[i]! > -80) expect(Math.abs(measured - out[i]!)).toBeLessThan(out[i]! > -40 ? 0.005 : 0.1);
        });
      }),
      { numRuns: 40 },
    );
  });

  it("gives the same samples however the stream is cut, parameters moving", () => {
    const input = [noise(4000, 1), noise(4000, 2)];
    const params: Partial<Values> = { "band1.enabled": true, "band3.enabled": true, "band3.gain": 9, "band5.enabled": true };
    const events = [
      { frame: 333, values: { "band3.frequency": 5000, "band3.gain": -12, "band3.q": 4, output: -3 } },
      { frame: 700, values: { "band1.slope": "96", "band3.type": "notch", "band5.enabled": false, "band7.enabled": true } as const },
      { frame: 760, values: { "band1.enabled": false, "band3.type": "bell", "band7.gain": 6 } as const },
    ];
    const whole = renderOffline(plugin, { input, params, events, blockSize: 128 });
    for (const blockSize of [1, 7, 32, 61, 100, 127]) {
      const cut = renderOffline(plugin, { input, params, events, blockSize });
      expect(cut.output).toEqual(whole.output);
    }
  });

  it("switches bands, types and slopes without a click", () => {
    const input = [sine(200, 24_000), sine(200, 24_000)];
    const params: Partial<Values> = { "band3.enabled": true, "band3.gain": 12, "band3.frequency": 200 };
    const events = [
      { frame: 8000, values: { "band3.type": "high-cut", "band1.enabled": true } as const },
      { frame: 12_000, values: { "band3.slope": "96" } as const },
      { frame: 16_000, values: { "band3.enabled": false, "band2.enabled": true } },
    ];
    const { output } = renderOffline(plugin, { input, params, events });
    const before = roughness(output[0]!, 6000, 8000);
    // The output swings between ±2 and ±0.3 here; 0.005 is what the crossfade's own corners may add.
    expect(before).toBeGreaterThan(0.001);
    expect(roughness(output[0]!, 8000, 24_000)).toBeLessThan(0.005);
  });

  it("moves gain and frequency without zipper noise", () => {
    const input = [sine(1000, 12_000), sine(1000, 12_000)];
    const params: Partial<Values> = { "band4.enabled": true, "band4.frequency": 1000, "band4.gain": -12 };
    const events = [
      { frame: 4000, values: { "band4.gain": 12 } },
      { frame: 8000, values: { "band4.frequency": 6000 } },
    ];
    const { output } = renderOffline(plugin, { input, params, events });
    const loudest = roughness(output[0]!, 6000, 8000);
    expect(roughness(output[0]!, 4000, 12_000)).toBeLessThan(1.05 * loudest);
  });

  it("stays bounded while everything moves as fast as it can", () => {
    const input = [noise(20_000), noise(20_000, 5)];
    const params = Object.fromEntries(EQ_BANDS.flatMap((b) => [[`band${b}.enabled`, true], [`band${b}.type`, "bell"]])) as Partial<Values>;
    const events = Array.from({ length: 60 }, (_, n) => ({
      frame: 300 * n,
      values: Object.fromEntries(
        EQ_BANDS.flatMap((b) => [
          [`band${b}.frequency`, n % 2 ? 12 : 29_000],
          [`band${b}.q`, n % 3 ? 25 : 0.03],
          [`band${b}.gain`, (n + b) % 2 ? 3 : -3],
        ]),
      ),
      rampFrames: 100,
    }));
    const { output } = renderOffline(plugin, { input, params, events });
    for (const y of output[0]!) expect(Math.abs(y)).toBeLessThan(100);
  });

  it("is silent again after the signal ended, with no subnormal numbers left", () => {
    const input = [new Float32Array(4 * RATE), new Float32Array(4 * RATE)];
    input[0]!.set(noise(1000));
    const params = Object.fromEntries(EQ_BANDS.map((b) => [`band${b}.enabled`, true])) as Partial<Values>;
    const { output } = renderOffline(plugin, { input, params: { ...params, "band4.gain": 6 } });
    expect(output[0]!.subarray(3 * RATE).every((y) => y === 0)).toBe(true);
  });

  it("shows spectra and peaks of both ends only to who looks", () => {
    const tone = sine(1000, RATE);
    const options = { input: [tone, tone], params: { "band4.enabled": true, "band4.frequency": 1000, "band4.gain": -12 } };
    const looked = renderOffline(plugin, { ...options, observe: ["spectrumIn", "spectrumOut"] });
    const at = SPECTRUM_FREQUENCIES.findIndex((hz) => hz >= 1000);
    const top = (id: string) => Math.max(...looked.readout(id).subarray(at - 2, at + 2));
    // Two channels of −6 dBFS each: their powers add to −3.
    expect(Math.abs(top("spectrumIn") + 3)).toBeLessThan(1.5);
    expect(Math.abs(top("spectrumIn") - top("spectrumOut") - 12)).toBeLessThan(0.1);
    expect(looked.readout("output")[0]).toBeCloseTo(-18, 0);
    expect(renderOffline(plugin, options).readout("spectrumIn").every((x) => x === -Infinity)).toBe(true);
  });

  it("takes one channel", () => {
    const tone = sine(1000, 4800);
    const params: Partial<Values> = { "band4.enabled": true, "band4.gain": 6, "band4.frequency": 1000 };
    const one = renderOffline(plugin, { input: [tone], params });
    const two = renderOffline(plugin, { input: [tone, tone], params });
    expect(one.output[0]).toEqual(two.output[0]);
  });
});
