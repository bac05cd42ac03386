import { LOUDNESS_WEIGHTS, measureLoudness } from "@headroom/dsp";
import { renderOffline } from "@headroom/sdk/testing";
import { describe, expect, it } from "vitest";
import plugin from "../index.js";
import { EQ_QUALITIES } from "../params.js";
import { noise, RATE, type Values } from "./eq-harness.js";

const settings = { sampleRate: RATE, weights: LOUDNESS_WEIGHTS.stereo };
const lufs = (channels: readonly Float32Array[]) => measureLoudness(channels, settings).integratedLufs;

/** Low noise with a beat every half second, so that low and high frequencies come in turn. */
function music(frames: number, seed: number): Float32Array {
  let low = 0;
  return noise(frames, seed).map((x, n) => {
    low += 0.02 * (x - low);
    const beat = Math.exp((-6 * (n % (RATE / 2))) / (RATE / 2));
    return 4 * low * beat + 0.03 * x * (1 - beat);
  });
}

const lows: Partial<Values> = { "band2.enabled": true, "band2.frequency": 150, "band2.gain": 12, autoGain: true };
const highs: Partial<Values> = { "band7.enabled": true, "band7.frequency": 4000, "band7.gain": -15, autoGain: true };

describe("auto gain", () => {
  it.each(EQ_QUALITIES.map((quality) => [quality] as const))("makes the output as loud as the input within 0.5 LU, on noise and on music, in %s", (quality) => {
    const frames = 10 * RATE;
    for (const input of [[noise(frames, 1, 0.2), noise(frames, 2, 0.2)], [music(frames, 3), music(frames, 4)]]) {
      for (const params of [lows, highs, { ...lows, ...highs }]) {
        const { output, latency } = renderOffline(plugin, { input, params: { ...params, quality } });
        const settled = (channels: readonly Float32Array[], from: number) => channels.map((channel) => channel.subarray(from));
        const difference = lufs(settled(output, 4 * RATE + latency)) - lufs(settled(input, 4 * RATE));
        expect(Math.abs(difference)).toBeLessThan(0.5);
      }
    }
  });

  it("leaves the output gain to add to it", () => {
    const input = [noise(8 * RATE, 1, 0.2), noise(8 * RATE, 2, 0.2)];
    const loudness = (output: number) => lufs(renderOffline(plugin, { input, params: { ...lows, output } }).output.map((channel) => channel.subarray(4 * RATE)));
    expect(loudness(-6) - loudness(0)).toBeCloseTo(-6, 3);
  });

  it("does not pump: within a beat the gain moves by less than 1 dB once it has settled", () => {
    const input = [music(10 * RATE, 3), music(10 * RATE, 4)];
    const at = (seconds: number) => renderOffline(plugin, { input: input.map((channel) => channel.subarray(0, seconds * RATE)), params: lows }).readout("autoGain")[0]!;
    const gains = [8, 8.1, 8.2, 8.3, 8.4, 8.5].map(at);
    expect(Math.max(...gains) - Math.min(...gains)).toBeLessThan(1);
    expect(gains[0]).toBeLessThan(-3);
  });

  it("follows a change within a second, and goes back to 0 dB when it is switched off", () => {
    const input = [noise(12 * RATE, 1, 0.2), noise(12 * RATE, 2, 0.2)];
    const params = { "band6.enabled": true, "band6.gain": 12, "band6.q": 0.5, autoGain: true };
    const events = [{ frame: 6 * RATE, values: { "band6.gain": -12 } }, { frame: 9 * RATE, values: { autoGain: false } }];
    const at = (seconds: number) => renderOffline(plugin, { input: input.map((channel) => channel.subarray(0, seconds * RATE)), params, events }).readout("autoGain")[0]!;
    const settled = at(9);
    expect(at(6)).toBeLessThan(-2);
    expect(settled).toBeGreaterThan(1);
    expect(Math.abs(at(7) - settled)).toBeLessThan(1);
    expect(at(10)).toBe(0);
  });
});
