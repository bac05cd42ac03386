import { readFileSync } from "node:fs";
import { impulseResponse, noise, peakDbfs, processAllocations, renderOffline } from "@headroom/sdk/testing";
import { addAudioMatchers } from "@headroom/sdk/vitest";
import { expect, it } from "vitest";
import convolution from "./index.js";
import { readWav } from "./read-wav.js";
import { resample } from "./resample.js";
import { roomWav } from "./room.mjs";
import room from "./room.wav?inline";

addAudioMatchers(expect);
const recording = readWav(room);
const wet = { params: { mix: 100 }, frames: 16_384 };

it("carries the room that room.mjs makes (else: npm run assets in examples)", () => {
  expect(readFileSync(new URL("room.wav", import.meta.url))).toEqual(roomWav());
});

it("answers a click with the recording, channel by channel, where its latency ends", () => {
  const answers = impulseResponse(convolution, { ...wet, sampleRate: recording.sampleRate });
  answers.forEach((answer, c) => {
    const recorded = new Float32Array(wet.frames);
    recorded.set(recording.channels[c]!);
    expect(answer).toNull(recorded, { residualDbfs: -120 });
  });
});

it.each([44_100, 96_000])("sounds the same at %i Hz", (sampleRate) => {
  const ratio = sampleRate / recording.sampleRate;
  const at = (response: Float64Array, hz: number, rate: number) => {
    const part = (wave: (radians: number) => number) => response.reduce((sum, x, n) => sum + x * wave((2 * Math.PI * hz * n) / rate), 0);
    return Math.hypot(part(Math.cos), part(Math.sin));
  };
  const [left] = recording.channels;
  const resampled = resample(left!, ratio, Math.ceil(left!.length * ratio));
  for (const hz of [100, 1000, 5000]) expect(20 * Math.log10(at(resampled, hz, sampleRate) / at(left!, hz, recording.sampleRate))).toBeCloseTo(0, 1);
});

it("passes the dry signal in its place", () => {
  const input = [noise(20_000)];
  const { output, latency } = renderOffline(convolution, { input, params: { mix: 0 } });
  expect(latency).toBe(512);
  expect(output).toNull(input, { delayFrames: latency });
});

it("is silent once its tail is over", () => {
  const input = [new Float32Array(60_000)];
  input[0]!.set(noise(1000));
  const { output, latency, tail } = renderOffline(convolution, { input, params: { mix: 100 } });
  expect(peakDbfs([output[0]!.subarray(1000 + latency + Math.ceil(tail * 48_000))])).toBeLessThan(-140);
});

it("allocates nothing while it plays", () => {
  expect(processAllocations(convolution, { moving: true })).toEqual([]);
});
