import { mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readHeader } from "./read-header.js";
import { temporaryFolder } from "./wav-harness.js";
import { WavReader } from "./wav-reader.js";
import { floatHeader, WavWriter } from "./wav-writer.js";

describe("WavWriter", () => {
  it("writes what the reader reads, to the bit, however the stream is cut", () => {
    const audio = fc
      .tuple(fc.integer({ min: 1, max: 2 }), fc.integer({ min: 0, max: 64 }))
      .chain(([count, frames]) => fc.array(fc.float32Array({ minLength: frames, maxLength: frames }), { minLength: count, maxLength: count }));
    fc.assert(
      fc.property(audio, fc.integer({ min: 1, max: 40 }), (channels, block) => {
        const file = path.join(temporaryFolder(), "out.wav");
        const frames = channels[0]!.length;
        const writer = new WavWriter(file, { sampleRate: 44_100, channels: channels.length, frames });
        for (let at = 0; at < frames; at += block) writer.write(channels, at, Math.min(frames, at + block));
        writer.close();
        const bytes = readFileSync(file);
        expect(bytes.readUInt32LE(4)).toBe(bytes.length - 8);
        const reader = new WavReader(file, 64);
        expect(reader.format).toMatchObject({ sampleRate: 44_100, encoding: "float", sampleBytes: 4, frames, promisedFrames: frames });
        expect(reader.next()).toBe(frames);
        channels.forEach((channel, c) => expect(reader.channels[c]!.subarray(0, frames)).toEqual(channel));
        reader.close();
      }),
      { numRuns: 30 },
    );
  });

  it("goes over to RF64 where RIFF cannot say the size", () => {
    const says = (frames: number) => {
      const header = floatHeader(48_000, 2, frames);
      return { form: header.toString("latin1", 0, 4), ...readHeader((at, length) => header.subarray(at, at + length), header.length + frames * 8) };
    };
    expect(says(536_870_905)).toMatchObject({ form: "RIFF", frames: 536_870_905, promisedFrames: 536_870_905, dataStart: 58 });
    expect(says(536_870_906)).toMatchObject({ form: "RF64", frames: 536_870_906, promisedFrames: 536_870_906, dataStart: 94 });
    expect(says(5_000_000_000)).toMatchObject({ form: "RF64", frames: 5_000_000_000, promisedFrames: 5_000_000_000 });
  });

  it("says where it cannot write", () => {
    const folder = temporaryFolder();
    mkdirSync(path.join(folder, "out.wav"));
    expect(() => new WavWriter(path.join(folder, "out.wav"), { sampleRate: 48_000, channels: 1, frames: 1 })).toThrow("out.wav cannot be written: ");
  });
});
