import { LOUDNESS_WEIGHTS, measureLoudness } from "@headroom/dsp";
import { describe, expect, it } from "vitest";
import { resample } from "../resample/resample.js";
import { finishBounce, type FileOrder } from "./finish-bounce.js";
import type { Stereo } from "./job.js";

const RATE = 48_000;
const tone = (level: number, hz = 997, frames = 2 * RATE) => Float32Array.from({ length: frames }, (_, n) => level * Math.sin((2 * Math.PI * hz * n) / RATE));
const stereo = (level: number): Stereo => [tone(level), tone(level, 1003)];
const ORDER: FileOrder = { renderedRate: RATE, sampleRate: RATE, bitDepth: "32f", dither: false };

const finish = (order: Partial<FileOrder>, mix: Stereo = stereo(0.1), stems = new Map<string, Stereo>()) => finishBounce(mix, stems, { ...ORDER, ...order }, resample);
/** Samples of a stereo file of floating point. */
function samplesOf(wav: ArrayBuffer): Stereo {
  const data = new DataView(wav, 58);
  const channel = (c: number) => Float32Array.from({ length: data.byteLength / 8 }, (_, i) => data.getFloat32(8 * i + 4 * c, true));
  return [channel(0), channel(1)];
}
const peakDb = (channels: Stereo) => 20 * Math.log10(channels.reduce((most, channel) => channel.reduce((top, x) => Math.max(top, Math.abs(x)), most), 0));

describe("finishBounce", () => {
  it("brings the mix to a peak, to 0.01 dB", async () => {
    const { wav, gainDb, peak } = await finish({ normalize: { peakDb: -1 } });
    expect(peakDb(samplesOf(wav))).toBeCloseTo(-1, 2);
    expect(20 * Math.log10(peak)).toBeCloseTo(-1, 2);
    expect(gainDb).toBeCloseTo(19, 1);
  });

  it.each([-23, -14])("brings the mix to %d LUFS, to 0.1 LU", async (lufs) => {
    const finished = await finish({ normalize: { lufs } });
    const measured = measureLoudness(samplesOf(finished.wav), { sampleRate: RATE, weights: LOUDNESS_WEIGHTS.stereo }).integratedLufs;
    expect(Math.abs(measured - lufs)).toBeLessThan(0.1);
    expect(Math.abs(finished.lufs - lufs)).toBeLessThan(0.1);
  });

  it("moves stems by the gain of the mix, so that they add up to it", async () => {
    const half = (): Stereo => [tone(0.05), tone(0.05, 1003)];
    const { wav, stems } = await finish({ normalize: { peakDb: -3 } }, stereo(0.1), new Map([["a", half()], ["b", half()]]));
    const [mix, a, b] = [wav, ...stems.map((stem) => stem.wav)].map((file) => samplesOf(file)[0]);
    mix!.forEach((x, i) => expect(Math.abs(x - (a![i]! + b![i]!))).toBeLessThan(1e-6));
  });

  it("leaves silence silent, whatever level is asked for", async () => {
    for (const normalize of [{ peakDb: -1 }, { lufs: -14 }]) {
      const { gainDb, peak } = await finish({ normalize }, stereo(0));
      expect([gainDb, peak]).toEqual([0, 0]);
    }
  });

  it("counts what is over full scale after the level was set", async () => {
    const { clipped, peak } = await finish({ normalize: { peakDb: 6 } });
    expect(clipped).toBeGreaterThan(1000);
    expect(peak).toBeCloseTo(2, 2);
  });

  it("writes another sample rate, normalised there", async () => {
    const { wav, frames } = await finish({ sampleRate: 44_100, normalize: { peakDb: -1 } });
    expect(frames).toBe(2 * 44_100);
    expect(new DataView(wav).getUint32(24, true)).toBe(44_100);
    expect(peakDb(samplesOf(wav))).toBeCloseTo(-1, 2);
  });

  it("dithers integers where asked, and only then: a level below a step is kept in the noise", async () => {
    const quiet = (): Stereo => [new Float32Array(RATE).fill(0.3 / 2 ** 23), new Float32Array(RATE)];
    const mean = async (dither: boolean) => {
      const { wav } = await finish({ bitDepth: 24, dither }, quiet());
      const data = new DataView(wav, 44);
      let sum = 0;
      for (let i = 0; i < RATE; i++) sum += (data.getUint16(6 * i, true) | (data.getInt8(6 * i + 2) << 16)) / RATE;
      return sum;
    };
    expect(await mean(false)).toBe(0);
    expect(Math.abs((await mean(true)) - 0.3)).toBeLessThan(0.02);
  });
});
