import { renderOffline } from "@headroom/sdk/testing";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import plugin from "../index.js";
import { EQ_BANDS, EQ_QUALITIES, type Quality } from "../params.js";
import { SPECTRUM_FREQUENCIES } from "../spectrum.js";
import { allOff, anyBands, eachBand, noise, RATE, sine, type Values } from "./eq-harness.js";

const EVERY_QUALITY = EQ_QUALITIES.map((quality) => [quality] as const);

describe("Parametric EQ", () => {
  it("is a bit-exact wire while all bands are off, whatever they are set to", () => {
    const input = [noise(3000, 1), noise(3000, 2)];
    fc.assert(
      fc.property(anyBands(24), (params) => {
        const { output } = renderOffline(plugin, { input, params: { ...params, ...allOff } });
        expect(output).toEqual(input);
      }),
      { numRuns: 10 },
    );
  });

  it("is a bit-exact wire while bands with a gain are on at 0 dB, in any channel, or scaled to nothing", () => {
    const input = [noise(3000, 1), noise(3000, 2, 1e-9)];
    const params: Partial<Values> = {
      "band2.enabled": true, "band3.enabled": true, "band3.channel": "mid", "band4.enabled": true, "band4.channel": "right",
      "band7.enabled": true, "band7.channel": "side", "band7.slope": "48", "band8.enabled": true, "band8.type": "tilt",
    };
    expect(renderOffline(plugin, { input, params }).output).toEqual(input);
    const scaled = { ...params, "band2.gain": 12, "band3.gain": -20, "band4.gain": 5, gainScale: 0 };
    expect(renderOffline(plugin, { input, params: scaled }).output).toEqual(input);
  });

  it("is a bit-exact wire again within a second after its gains came back to 0 dB", () => {
    const input = [noise(2 * RATE, 1), noise(2 * RATE, 2)];
    const params: Partial<Values> = { "band3.enabled": true, "band3.gain": 12, "band2.enabled": true, "band2.gain": -7, "band2.channel": "mid" };
    const events = [{ frame: 5000, values: { "band3.gain": 0, "band2.gain": 0 } }];
    const { output } = renderOffline(plugin, { input, params, events });
    expect(output[0]!.subarray(RATE)).toEqual(input[0]!.subarray(RATE));
  });

  it.each(EVERY_QUALITY)("gives the same samples however the stream is cut, everything moving, in %s", (quality) => {
    const input = [noise(12_000, 1), noise(12_000, 2)];
    const params: Partial<Values> = {
      quality, "band1.enabled": true, "band3.enabled": true, "band3.gain": 9, "band5.enabled": true, "band6.enabled": true, "band6.channel": "side",
      "band6.gain": -6, "band9.enabled": true, "band9.dynamic": true, "band9.dynamicThreshold": -40, "band9.frequency": 800, autoGain: true,
    };
    const events = [
      { frame: 333, values: { "band3.frequency": 5000, "band3.gain": -12, "band3.q": 4, output: -3, gainScale: 150 } },
      { frame: 700, values: { "band1.slope": "96", "band3.type": "notch", "band5.enabled": false, "band7.enabled": true, "band6.channel": "left" } as const },
      { frame: 760, values: { "band1.enabled": false, "band3.type": "bell", "band7.gain": 6 } as const },
      { frame: 3000, values: { quality: quality === "hq" ? "standard" : "hq", listen: 3 } as const },
      { frame: 9001, values: { listen: 0, autoGain: false } },
    ];
    const whole = renderOffline(plugin, { input, params, events, blockSize: 1024 });
    for (const blockSize of [1, 7, 61, 100, 128]) {
      const cut = renderOffline(plugin, { input, params, events, blockSize });
      expect(cut.output).toEqual(whole.output);
      expect(cut.latency).toBe(whole.latency);
    }
  });

  it.each(EVERY_QUALITY)("stays bounded while everything moves as fast as it can, in %s", (quality) => {
    const input = [noise(20_000), noise(20_000, 5)];
    const bands = EQ_BANDS.slice(0, 8);
    const params = { ...Object.fromEntries(bands.flatMap((b) => [[`band${b}.enabled`, true], [`band${b}.type`, "bell"]])), quality } as Partial<Values>;
    const events = Array.from({ length: 60 }, (_, n) => ({
      frame: 300 * n,
      values: Object.fromEntries(
        bands.flatMap((b) => [
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

  it.each([8000, 11_025, 44_100, 48_000, 96_000, 192_000, 384_000])("any setting is stable, finite and dies away at %d Hz", (sampleRate) => {
    const length = Math.ceil(Math.min(0.4 * sampleRate, 40_000));
    fc.assert(
      fc.property(anyBands(4), fc.constantFrom<Quality>(...EQ_QUALITIES), fc.constantFrom(1, 64, 1000), (drawn, quality, blockSize) => {
        // The slowest ring for seconds; the tail is tested with them elsewhere.
        const params = { ...eachBand(drawn, (name, value) => (name === "frequency" ? Math.max(60, value as number) : name === "q" ? Math.min(8, value as number) : value)), quality };
        const input = [new Float32Array(length), new Float32Array(length)];
        for (const [c, channel] of input.entries()) channel.set(noise(Math.floor(length / 8), c + 1));
        const { output, latency } = renderOffline(plugin, { input, params, sampleRate, blockSize });
        const dead = Math.floor(length / 8) + latency;
        for (const channel of output) {
          expect(channel.every(Number.isFinite)).toBe(true);
          const early = Math.max(...channel.subarray(dead, dead + 100).map(Math.abs), 1e-6);
          expect(Math.max(...channel.subarray(length - 100).map(Math.abs))).toBeLessThan(Math.max(early, 1));
        }
      }),
      { numRuns: 12 },
    );
  });

  it("holds its tail: after it nothing is left above −60 dB of the ring", () => {
    const calm = fc.tuple(anyBands(3), fc.constantFrom<Quality>(...EQ_QUALITIES));
    fc.assert(
      fc.property(calm, ([drawn, quality]) => {
        const params = { ...eachBand(drawn, (name, value) => (name === "frequency" ? Math.max(40, value as number) : name === "q" ? Math.min(12, value as number) : value)), quality };
        const frames = 4 * RATE;
        const input = [new Float32Array(frames), new Float32Array(frames)];
        for (const [c, channel] of input.entries()) channel.set(noise(RATE / 4, c + 1));
        const { output, latency, tail } = renderOffline(plugin, { input, params });
        const silent = RATE / 4 + latency + Math.ceil(tail * RATE);
        if (silent >= frames) return;
        for (const channel of output) {
          const loudest = Math.max(1e-5, ...Array.from({ length: frames / 100 }, (_, n) => Math.abs(channel[100 * n]!)));
          expect(Math.max(...channel.subarray(silent, silent + 5000).map(Math.abs))).toBeLessThan(loudest / 500);
        }
      }),
      { numRuns: 25 },
    );
  });

  it("is silent again after the signal ended, with no subnormal numbers left", () => {
    const input = [new Float32Array(4 * RATE), new Float32Array(4 * RATE)];
    input[0]!.set(noise(1000));
    const params = Object.fromEntries(EQ_BANDS.map((b) => [`band${b}.enabled`, true])) as Partial<Values>;
    const { output } = renderOffline(plugin, { input, params: { ...params, "band4.gain": 6, "band9.channel": "mid", "band9.gain": 3 } });
    expect(output[0]!.subarray(3 * RATE).every((y) => y === 0)).toBe(true);
  });

  it("shows spectra and peaks of both ends only to who looks", () => {
    const tone = sine(1000, RATE);
    const options = { input: [tone, tone], params: { "band4.enabled": true, "band4.frequency": 1000, "band4.gain": -12 } };
    const looked = renderOffline(plugin, { ...options, observe: ["spectrumIn", "spectrumOut", "output"] });
    const at = SPECTRUM_FREQUENCIES.findIndex((hz) => hz >= 1000);
    const top = (id: string) => Math.max(...looked.readout(id).subarray(at - 2, at + 2));
    // Two channels of −6 dBFS each: their powers add to −3.
    expect(Math.abs(top("spectrumIn") + 3)).toBeLessThan(1.5);
    expect(Math.abs(top("spectrumIn") - top("spectrumOut") - 12)).toBeLessThan(0.1);
    expect(looked.readout("output")[0]).toBeCloseTo(-18, 0);
    expect(renderOffline(plugin, options).readout("spectrumIn").every((x) => x === -Infinity)).toBe(true);
  });

  it("takes one channel, which is left and mid, and has no right and side", () => {
    const tone = sine(1000, 4800);
    const bell = { "band4.enabled": true, "band4.gain": 6, "band4.frequency": 1000 } as const;
    const render = (params: Partial<Values>, input: Float32Array[]) => renderOffline(plugin, { input, params }).output;
    const wanted = render(bell, [tone, tone])[0]!;
    for (const channel of ["stereo", "left", "mid"] as const) {
      render({ ...bell, "band4.channel": channel }, [tone])[0]!.forEach((y, n) => expect(y).toBeCloseTo(wanted[n]!, 6));
    }
    for (const channel of ["right", "side"] as const) expect(render({ ...bell, "band4.channel": channel }, [tone])[0]).toEqual(tone);
  });

  it("starts anew after a reset, to the bit", () => {
    const params = { "band1.enabled": true, "band4.enabled": true, "band4.gain": 9, "band4.dynamic": true, "band5.enabled": true, "band5.channel": "mid", "band5.gain": 4, autoGain: true } as const;
    for (const quality of EQ_QUALITIES) {
      const input = [noise(9000, 1), noise(9000, 2)];
      const twice = renderOffline(plugin, { input, params: { ...params, quality }, resetAt: [4096] });
      const half = input.map((channel) => channel.slice(4096));
      const fresh = renderOffline(plugin, { input: half, params: { ...params, quality } });
      expect(twice.output.map((channel) => channel.slice(4096))).toEqual(fresh.output);
    }
  });
});
