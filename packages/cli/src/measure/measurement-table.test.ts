import { expect, it } from "vitest";
import type { Measurement } from "./measure-file.js";
import { measurementTable } from "./measurement-table.js";

const song: Measurement = {
  file: "song.wav", sampleRate: 44_100, channels: 2, durationSeconds: 3725.25, integratedLufs: -14.04, momentaryMaxLufs: -9.96, shortTermMaxLufs: -11, loudnessRange: 6.25,
  truePeakDbtp: 0.31, samplePeakDbfs: -0.04, rmsDbfs: -16.5, clippedSamples: 12,
};
const silence: Measurement = {
  file: "a long name.wav", sampleRate: 48_000, channels: 1, durationSeconds: 59.99, integratedLufs: null, momentaryMaxLufs: null, shortTermMaxLufs: null, loudnessRange: 0,
  truePeakDbtp: null, samplePeakDbfs: null, rmsDbfs: null, clippedSamples: 0,
};

it("puts numbers under each other", () => {
  expect(measurementTable([song, silence])).toBe(
    [
      "file                      format     length  I LUFS  M max  S max  LRA LU  dBTP  peak dBFS  RMS dBFS  clipped",
      "song.wav         44.1 kHz stereo  1:02:05.3   −14.0  −10.0  −11.0     6.3   0.3        0.0     −16.5       12",
      "a long name.wav      48 kHz mono     1:00.0      −∞     −∞     −∞     0.0    −∞         −∞        −∞        0",
    ].join("\n"),
  );
});
