import { mkdirSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { WavError } from "./wav-format.js";
import { makeWav, temporaryFile, temporaryFolder, type SampleType, type WavStatement } from "./wav-harness.js";
import { WavReader } from "./wav-reader.js";

/** All of a file, read in blocks. */
function readAll(file: string, blockFrames: number): Float32Array[] {
  const reader = new WavReader(file, blockFrames);
  const out = reader.channels.map(() => new Float32Array(reader.format.frames));
  let at = 0;
  for (let frames = reader.next(); frames > 0; frames = reader.next()) {
    expect(frames).toBeLessThanOrEqual(blockFrames);
    reader.channels.forEach((channel, c) => out[c]?.set(channel.subarray(0, frames), at));
    at += frames;
    expect(reader.position).toBe(at);
  }
  expect(at).toBe(reader.format.frames);
  reader.close();
  return out;
}

/** Integers: the lowest step, the highest, and the value of one. */
const STEPS: readonly (readonly [SampleType, low: number, high: number, toValue: (step: number) => number])[] = [
  ["u8", 0, 255, (step) => (step - 128) / 128],
  ["s16", -32_768, 32_767, (step) => step / 32_768],
  ["s24", -(2 ** 23), 2 ** 23 - 1, (step) => step / 2 ** 23],
  ["s32", -(2 ** 31), 2 ** 31 - 1, (step) => step / 2 ** 31],
];

describe("WavReader", () => {
  it.each(STEPS)("reads %s exactly, in blocks of any length, with any number of channels", (type, low, high, toValue) => {
    const channels = fc
      .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 0, max: 40 }))
      .chain(([count, frames]) => fc.array(fc.array(fc.oneof(fc.constantFrom(low, high), fc.integer({ min: low, max: high })), { minLength: frames, maxLength: frames }), { minLength: count, maxLength: count }));
    fc.assert(
      fc.property(channels, fc.integer({ min: 1, max: 50 }), fc.boolean(), (samples, block, extensible) => {
        const statement: WavStatement = { type, samples, ...(extensible && { mask: 0 }) };
        const read = readAll(temporaryFile(makeWav(statement)), block);
        expect(read).toEqual(samples.map((channel) => Float32Array.from(channel, toValue)));
      }),
      { numRuns: 25 },
    );
  });

  it.each(["f32", "f64"] as const)("reads %s as it is, over full scale and what is no number as well", (type) => {
    const samples = [[0, -0, 1, -1, 3.5, 1e-40, Infinity, NaN], [0.1, -0.1, 1e30, -1e30, 2 ** -20, 0, 0, 0]];
    expect(readAll(temporaryFile(makeWav({ type, samples })), 3)).toEqual(samples.map((channel) => Float32Array.from(channel)));
  });

  it("reads what is there of a file that was cut off", () => {
    const whole = makeWav({ type: "s16", samples: [[1, 2, 3, 4], [5, 6, 7, 8]] });
    expect(readAll(temporaryFile(whole.subarray(0, whole.length - 5)), 8)[0]).toHaveLength(2);
  });

  it("names the file in what it says", () => {
    const folder = temporaryFolder();
    expect(() => new WavReader(path.join(folder, "song.wav"), 8)).toThrow(new WavError(`${path.join(folder, "song.wav")} cannot be read: there is no such file.`));
    mkdirSync(path.join(folder, "songs"));
    expect(() => new WavReader(path.join(folder, "songs"), 8)).toThrow(`${path.join(folder, "songs")} is a folder; give a WAV file.`);
    const text = temporaryFile(Buffer.from("not audio at all"), "text.wav");
    expect(() => new WavReader(text, 8)).toThrow(`${text} is no WAV file; give a WAV file`);
  });
});
