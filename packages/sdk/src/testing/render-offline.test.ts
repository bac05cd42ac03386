import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decibels, toggle } from "../params/statements.js";
import { definePlugin } from "../plugin/define.js";
import { level, series } from "../readouts/spec.js";
import type { OfflineSong } from "./offline-song.js";
import { renderOffline } from "./render-offline.js";

const RAMP = 96;
const gainPlugin = definePlugin({
  id: "test.headroom.gain",
  name: "Gain",
  vendor: "Headroom tests",
  version: "1.0.0",
  features: ["utility"],
  params: { gain: decibels({ min: -60, max: 12, default: 0, smoothMs: 2 }), invert: toggle(false) },
  readouts: { last: level("dB"), watched: series("dB", 2) },
  processor: () => ({
    latency: 7,
    process({ input, output, params, readouts, frames }) {
      const sign = params.invert.value ? -1 : 1;
      for (let c = 0; c < output.length; c++) {
        for (let i = 0; i < frames; i++) output[c]![i] = input[c]![i]! * params.gain.gains[i]! * sign;
      }
      readouts.last.set(params.gain.value);
      if (readouts.watched.observed) {
        readouts.watched.data.fill(frames);
        readouts.watched.publish();
      }
    },
  }),
});

const ones = (frames: number) => [new Float32Array(frames).fill(1), new Float32Array(frames).fill(0.5)];

describe("renderOffline", () => {
  it("gives as many channels and frames as came in, and what the processor says of itself", () => {
    const { output, latency, readout } = renderOffline(gainPlugin, { input: ones(1000), params: { gain: -6 } });
    expect(output.map(({ length }) => length)).toEqual([1000, 1000]);
    expect(output[0]!.every((x) => Math.abs(x - 10 ** (-6 / 20)) < 1e-6)).toBe(true);
    expect(latency).toBe(7);
    expect([...readout("last")]).toEqual([-6]);
  });

  it("changes parameters on their frame", () => {
    const { output } = renderOffline(gainPlugin, {
      input: ones(1000),
      events: [{ frame: 333, values: { invert: true } }, { frame: 500, values: { gain: 6 }, rampFrames: 0 }],
    });
    expect([...output[0]!.subarray(332, 334)]).toEqual([1, -1]);
    expect(output[0]![499]).toBe(-1);
    expect(output[0]![500]).toBeCloseTo(-(10 ** (6 / 20)), 6);
  });

  it("smooths as the parameter states where no ramp is given", () => {
    const { output } = renderOffline(gainPlugin, { input: ones(1000), events: [{ frame: 100, values: { gain: -12 } }] });
    expect(output[0]![99]).toBe(1);
    expect(output[0]![100 + RAMP / 2 - 1]).toBeCloseTo(10 ** (-6 / 20), 5);
    expect(output[0]![100 + RAMP - 1]).toBeCloseTo(10 ** (-12 / 20), 6);
  });

  it("gives the same samples for every block size", () => {
    const events = [{ frame: 17, values: { gain: -20 } }, { frame: 60, values: { gain: 3, invert: true } }];
    const whole = renderOffline(gainPlugin, { input: ones(600), events });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 600 }), (blockSize) => {
        expect(renderOffline(gainPlugin, { input: ones(600), events, blockSize }).output).toEqual(whole.output);
      }),
      { numRuns: 30 },
    );
  });

  it("computes a series only where somebody looks", () => {
    expect(renderOffline(gainPlugin, { input: ones(256) }).readout("watched")[0]).toBe(0);
    expect(renderOffline(gainPlugin, { input: ones(256), observe: ["watched"] }).readout("watched")[0]).toBe(128);
  });

  it("refuses a parameter that the plugin does not have", () => {
    const events = [{ frame: 0, values: { gian: 1 } as object }];
    expect(() => renderOffline(gainPlugin, { input: ones(1), events })).toThrow('"test.headroom.gain" has no parameter "gian".');
  });

  it("says of each parameter once what it did not take, and takes what the sentence says", () => {
    const events = [{ frame: 10, values: { gain: 40 } }, { frame: 20, values: { gain: -99, invert: "yes" as unknown as boolean } }];
    const { output, reports } = renderOffline(gainPlugin, { input: ones(256), params: { gain: Number.NaN }, events });
    expect(reports).toEqual([
      "Gain of Gain was set to NaN; it is a number from −60.0 dB to 12.0 dB, so its default, 0.0 dB, is used.",
      'Invert of Gain was set to "yes"; it is on or off, so its default, Off, is used.',
    ]);
    expect(output[0]![9]).toBe(1);
    expect(output[0]![255]).toBeCloseTo(0.001, 6);
    expect(renderOffline(gainPlugin, { input: ones(1), params: { gain: 12 } }).reports).toEqual([]);
  });
});

describe("channels", () => {
  const levels = (output: readonly Float32Array[]) => output.map((channel) => [...new Set(channel)]);

  it.each<[input: number[], channels: number | undefined, output: number[]]>([
    [[0.5], undefined, [0.5]],
    [[0.5], 2, [0.5, 0.5]],
    [[1, 0.5], undefined, [1, 0.5]],
    [[1, 0.5], 1, [0.75]],
    [[1, -1], 1, [0]],
  ])("%j through an instance of %s channels is %j", (input, channels, expected) => {
    const audio = input.map((level) => new Float32Array(300).fill(level));
    const options = channels === undefined ? { input: audio } : { input: audio, channels };
    expect(levels(renderOffline(gainPlugin, options).output)).toEqual(expected.map((level) => [level]));
  });

  it("are told to the processor, and others than these are refused", () => {
    const seen: number[] = [];
    const plugin = definePlugin({ ...gainPlugin, processor: (context) => { seen.push(context.channels); return gainPlugin.processor(context); } });
    renderOffline(plugin, { input: ones(1), channels: 1 });
    renderOffline(plugin, { input: [new Float32Array(1)], channels: 2 });
    expect(seen).toEqual([1, 2]);
    expect(() => renderOffline(plugin, { input: ones(1), channels: 3 })).toThrow("An input of 2 channels does not fit an instance of 3; give it 1 or 3.");
    expect(() => renderOffline(plugin, { input: ones(1), channels: 0 })).toThrow("An instance of 0 channels cannot be made; use 1 or 2.");
  });
});

it("plays a song to a plugin that asks for one, and to no other", () => {
  const follower = definePlugin({
    id: "test.headroom.follower",
    name: "Follower",
    vendor: "Headroom tests",
    version: "1.0.0",
    features: ["modulation"],
    extensions: ["dev.headroom.transport@1"],
    params: {},
    processor: ({ extension }) => {
      const song = extension("dev.headroom.transport@1");
      return { process: ({ output, frames }) => output.forEach((channel) => channel.fill(song?.playing ? song.beat : -1, 0, frames)) };
    },
  });
  const input = [new Float32Array(256)];
  const beats = (song?: OfflineSong) => [...new Set(renderOffline(follower, { input, blockSize: 128, ...(song && { song }) }).output[0])];
  expect(beats()).toEqual([-1]);
  // 120 beats a minute at 48 kHz are 24000 frames a beat.
  expect(beats({ bpm: 120, startFrame: 12_000 })).toEqual([0.5, Math.fround(12_128 / 24_000)]);
  expect(beats({ bpm: 120, playing: false })).toEqual([-1]);
  const { extensions: _, ...deaf } = follower;
  expect(renderOffline(deaf, { input, song: { bpm: 120 } }).output[0]![0]).toBe(-1);
});
