import { describe, expect, it } from "vitest";
import { makeWav, temporaryFile, type WavStatement } from "../wav/wav-harness.js";
import { measureFile } from "./measure-file.js";

const RATE = 48_000;
const sine = (seconds: number, dbfs: number, hz = 1000) =>
  Array.from({ length: seconds * RATE }, (_, n) => 10 ** (dbfs / 20) * Math.sin((2 * Math.PI * hz * n) / RATE));
const measureWav = (statement: WavStatement) => measureFile(temporaryFile(makeWav(statement)));

describe("measureFile", () => {
  it("reads −23 LUFS of the first case of EBU Tech 3341, to 0.1 LU, and its peaks", () => {
    const tone = sine(20, -23);
    const measured = measureWav({ type: "f32", samples: [tone, tone] });
    expect(measured).toMatchObject({ sampleRate: RATE, channels: 2, durationSeconds: 20, clippedSamples: 0 });
    for (const level of [measured.integratedLufs, measured.momentaryMaxLufs, measured.shortTermMaxLufs]) expect(Math.abs(level! + 23)).toBeLessThan(0.1);
    expect(measured.loudnessRange).toBeLessThan(0.1);
    expect(Math.abs(measured.samplePeakDbfs! + 23)).toBeLessThan(0.001);
    expect(Math.abs(measured.truePeakDbtp! + 23)).toBeLessThan(0.1);
    expect(Math.abs(measured.rmsDbfs! + 26.0103)).toBeLessThan(0.001);
  });

  it("weighs a channel by its speaker: LFE counts nothing", () => {
    const [tone, nothing] = [sine(1, -23), Array.from({ length: RATE }, () => 0)];
    const at = (channel: number) => measureWav({ type: "f32", mask: 0x3f, samples: [0, 1, 2, 3, 4, 5].map((c) => (c === channel ? tone : nothing)) }).integratedLufs;
    expect(at(3)).toBeNull();
    expect(at(4)! - at(0)!).toBeCloseTo(10 * Math.log10(1.41), 6);
  });

  it("finds the peak between the samples: +3 dB of fs/4 at 45°, as in case 19", () => {
    const tone = Array.from({ length: RATE / 2 }, (_, n) => Math.min(1, n / 480, (RATE / 2 - 1 - n) / 480) * 1.41 * Math.sin((Math.PI * n) / 2 + Math.PI / 4));
    const { truePeakDbtp, samplePeakDbfs } = measureWav({ type: "f32", samples: [tone] });
    expect(truePeakDbtp! - 3).toBeGreaterThan(-0.4);
    expect(truePeakDbtp! - 3).toBeLessThan(0.2);
    expect(samplePeakDbfs).toBeCloseTo(20 * Math.log10(1.41 * Math.SQRT1_2), 3);
  });

  it.each([
    ["s16", [32_767, -32_768, 32_766, -32_767, 0], 2],
    ["u8", [255, 0, 254, 1, 128], 2],
    ["s24", [2 ** 23 - 1, -(2 ** 23), 2 ** 23 - 2, 0, 0], 2],
    ["s32", [2 ** 31 - 1, -(2 ** 31), 2 ** 30, 0, 0], 2],
    ["f32", [1, -1, 1.5, 0.9999, NaN], 3],
  ] as const)("counts samples at the ends of %s as clipped", (type, samples, clipped) => {
    expect(measureWav({ type, samples: [samples] }).clippedSamples).toBe(clipped);
  });

  it("says null for levels that silence has not", () => {
    const levels = { integratedLufs: null, momentaryMaxLufs: null, shortTermMaxLufs: null, truePeakDbtp: null, samplePeakDbfs: null, rmsDbfs: null };
    const silence = Array.from({ length: RATE }, () => 0);
    expect(measureWav({ type: "s16", samples: [silence, silence] })).toMatchObject({ ...levels, durationSeconds: 1, loudnessRange: 0, clippedSamples: 0 });
    expect(measureWav({ type: "s16", samples: [[], []] })).toMatchObject({ ...levels, durationSeconds: 0 });
  });

  it("tells how far it is, and what is wrong with the file", () => {
    const file = temporaryFile(makeWav({ type: "f32", samples: [[...sine(1, -20), NaN, NaN]], dataSize: 4 * RATE * 3 }));
    const done: number[] = [];
    const said: string[] = [];
    measureFile(file, { onProgress: (share) => done.push(share), onWarning: (sentence) => said.push(sentence) });
    expect(done.at(-1)).toBe(1);
    expect(done).toEqual([...done].sort((a, b) => a - b));
    expect(said).toEqual([
      `${file} ends early: it promises 3.00 s of audio and holds 1.00 s, which is what was measured.`,
      `${file} holds 2 samples that are no finite numbers; they were measured as silence.`,
    ]);
  });
});
