import { AnalogPrototype, type FilterShape } from "@headroom/dsp";
import { renderOffline } from "@headroom/sdk/testing";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import plugin from "../index.js";
import { EQ_CHANNELS, EQ_QUALITIES, type BandChannel, type Quality } from "../params.js";
import { eqResponseDb } from "../response.js";
import { anyBands, DEFAULTS, eachBand, impulseResponseDb, RATE, type Values } from "./eq-harness.js";

const EVERY_QUALITY = EQ_QUALITIES.map((quality) => [quality] as const);
const SIZE = 2 ** 15;

/** An impulse in one way through the EQ, and the output channel to look at: with a gain of 1 where all bands are off. */
const WAYS: Readonly<Record<BandChannel, readonly [left: number, right: number, output: number]>> = {
  stereo: [1, 1, 0], left: [1, 0, 0], right: [0, 1, 1], mid: [1, 1, 0], side: [1, -1, 0],
};

describe("the drawn curve and the measured impulse response", () => {
  it.each(EVERY_QUALITY)("agree within 0.01 dB where the response is above −60 dB, for every setting, in %s", (quality) => {
    const frequencies = Float64Array.from({ length: 300 }, (_, i) => Math.round((20 * 1190 ** (i / 299) * SIZE) / RATE) * (RATE / SIZE));
    const drawn = new Float64Array(frequencies.length);
    fc.assert(
      fc.property(anyBands(5), fc.constantFrom<BandChannel>(...EQ_CHANNELS), fc.double({ min: -100, max: 200, noNaN: true }), (bands, channel, gainScale) => {
        const groups: readonly BandChannel[] = channel === "stereo" ? ["stereo"] : channel === "mid" || channel === "side" ? ["stereo", "mid", "side"] : ["stereo", "left", "right"];
        const settled = eachBand(bands, (name, value) =>
          // Narrow filters at the bottom ring for longer than the transform.
          name === "frequency" ? Math.fround(Math.max(150, value as number))
          : name === "q" ? Math.fround(Math.min(4, Math.max(0.1, value as number)))
          : name === "gain" ? Math.fround((value as number) / 2)
          : name === "channel" && !groups.includes(value as BandChannel) ? channel
          : value,
        );
        const params: Partial<Values> = { ...settled, quality, gainScale: Math.fround(gainScale) };
        const [left, right, output] = WAYS[channel];
        const input = [left, right].map((size) => Float32Array.from({ length: SIZE }, (_, n) => (n === 0 ? size : 0)));
        const measured = impulseResponseDb(params, SIZE, RATE, output, input);
        eqResponseDb({ ...DEFAULTS, ...params }, RATE, frequencies, drawn, { channel });
        frequencies.forEach((hz, i) => {
          if (drawn[i]! > -60) expect(Math.abs(measured[Math.round((hz * SIZE) / RATE)]! - drawn[i]!), `${hz} Hz`).toBeLessThan(0.01);
        });
      }),
      { numRuns: 12 },
    );
  });
});

/** Largest error in dB from 20 Hz to 20 kHz against the analog prototype, of one band measured through the plugin. */
function worstErrorDb(shape: FilterShape, hz: number, gainDb: number, q: number, sampleRate: number, quality: Quality): number {
  const params = { "band1.enabled": true, "band1.type": shape, "band1.frequency": hz, "band1.gain": gainDb, "band1.q": q, "band1.slope": "12", quality } as Partial<Values>;
  const measured = impulseResponseDb(params, 2 ** 14, sampleRate);
  const analog = new AnalogPrototype();
  analog.set(shape, q, gainDb);
  let worst = 0;
  for (let k = Math.ceil((20 * 2 ** 14) / sampleRate); (k * sampleRate) / 2 ** 14 <= 20_000; k++) {
    const u = ((k * sampleRate) / 2 ** 14 / hz) ** 2;
    const wanted = 10 * Math.log10(analog.numeratorPower(u) / analog.denominatorPower(u));
    if (wanted > -60) worst = Math.max(worst, Math.abs(measured[k]! - wanted));
  }
  return worst;
}

describe("the error against the analog prototype, 20 Hz to 20 kHz", () => {
  const cases: readonly (readonly [FilterShape, number, number, number, at48: number, at44: number])[] = [
    ["bell", 5000, 12, 1, 0.6, 0.9],
    ["bell", 10_000, 12, 1, 0.6, 0.9],
    ["bell", 16_000, 12, 1, 0.6, 0.9],
    ["high-cut", 5000, 0, Math.SQRT1_2, 1.1, 1.8],
    ["high-shelf", 10_000, 12, Math.SQRT1_2, 0.4, 0.4],
  ];
  it.each(cases)("%s at %d Hz, %d dB, Q %f: within %f dB at 48 kHz, %f dB at 44.1 kHz", (shape, hz, gainDb, q, at48, at44) => {
    expect(worstErrorDb(shape, hz, gainDb, q, 48_000, "standard")).toBeLessThan(at48);
    expect(worstErrorDb(shape, hz, gainDb, q, 44_100, "standard")).toBeLessThan(at44);
  });

  it("stays within 0.05 dB in HQ, for every shape, at 44.1 and 48 kHz", () => {
    for (const sampleRate of [44_100, 48_000]) {
      for (const shape of ["bell", "low-shelf", "high-shelf", "low-cut", "high-cut", "band-pass", "notch", "tilt"] as const) {
        for (const [hz, q] of [[300, 1], [5000, Math.SQRT1_2], [10_000, 1], [16_000, 1], [20_000, 4]] as const) {
          expect(worstErrorDb(shape, hz, 12, q, sampleRate, "hq"), `${shape} ${hz} Hz at ${sampleRate} Hz`).toBeLessThan(0.05);
        }
      }
    }
  });
});

describe("latency and phase", () => {
  it.each(EVERY_QUALITY)("is the latency that it reports, from the first block on, in %s", (quality) => {
    for (const sampleRate of [8000, 44_100, 48_000, 96_000, 192_000]) {
      const impulse = new Float32Array(30_000);
      impulse[100] = 1;
      const params = { quality, "band4.enabled": true, "band4.frequency": sampleRate / 8, "band4.gain": 6 } as const;
      const { output, latency } = renderOffline(plugin, { input: [impulse, impulse], params, sampleRate });
      const peak = output[0]!.reduce((most, y, n) => (Math.abs(y) > Math.abs(output[0]![most]!) ? n : most), 0);
      expect(peak - 100).toBe(latency);
    }
  });

  it("is symmetric in linear phase, to −120 dB", () => {
    const impulse = new Float32Array(16_384);
    impulse[0] = 1;
    fc.assert(
      fc.property(anyBands(6), (bands) => {
        const params = { ...eachBand(bands, (name, value) => (name === "channel" ? "stereo" : name === "gain" ? (value as number) / 2 : value)), quality: "linear-phase" } as const;
        const { output, latency } = renderOffline(plugin, { input: [impulse, impulse], params });
        const response = output[0]!;
        const largest = Math.max(...response.map(Math.abs));
        for (let n = 1; n < 4096; n++) expect(Math.abs(response[latency + n]! - response[latency - n]!)).toBeLessThan(1e-6 * largest);
      }),
      { numRuns: 15 },
    );
  });

  it("delays by nothing in standard quality", () => {
    expect(renderOffline(plugin, { input: [new Float32Array(10)] }).latency).toBe(0);
  });
});
