import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readHeader } from "./read-header.js";
import { WavError } from "./wav-format.js";
import { chunk, makeWav } from "./wav-harness.js";

const read = (bytes: Buffer) => readHeader((at, length) => bytes.subarray(at, at + length), bytes.length);
const stereo = { type: "s16", samples: [[1, 2, 3], [4, 5, 6]] } as const;

/** A sound file with bytes of its format chunk replaced. */
function withFormat(at: number, ...bytes: number[]): Buffer {
  const file = makeWav(stereo);
  Buffer.from(bytes).copy(file, 20 + at);
  return file;
}

describe("readHeader", () => {
  it.each(["RIFF", "RF64", "BW64"] as const)("reads what a %s file says", (form) => {
    expect(read(makeWav({ ...stereo, form, sampleRate: 96_000 }))).toEqual({
      sampleRate: 96_000, channels: 2, encoding: "integer", sampleBytes: 2, channelMask: 0,
      frames: 3, promisedFrames: 3, dataStart: form === "RIFF" ? 44 : 80,
    });
  });

  it("reads extensible formats with their speakers", () => {
    expect(read(makeWav({ type: "f32", samples: [[0], [0], [0], [0], [0], [0]], mask: 0x3f }))).toMatchObject({ channels: 6, encoding: "float", sampleBytes: 4, channelMask: 0x3f });
  });

  it("passes over other chunks, of odd length as well", () => {
    const between = [chunk("LIST", Buffer.alloc(7)), chunk("bext", Buffer.alloc(602)), chunk("PEAK", Buffer.alloc(0))];
    expect(read(makeWav({ ...stereo, between }))).toMatchObject({ frames: 3, promisedFrames: 3 });
  });

  it.each([0, 0xffff_ffff])("takes a size of %i, as streams are written with, for all that follows", (dataSize) => {
    expect(read(makeWav({ ...stereo, dataSize }))).toMatchObject({ frames: 3, promisedFrames: 3 });
  });

  it("tells what is there from what is promised", () => {
    expect(read(makeWav({ ...stereo, dataSize: 400 }))).toMatchObject({ frames: 3, promisedFrames: 100 });
  });

  it("believes ds64 for sizes over 4 GiB", () => {
    const file = makeWav({ ...stereo, form: "RF64" });
    file.writeBigUInt64LE(10_000_000_000n, 28);
    expect(read(file)).toMatchObject({ frames: 3, promisedFrames: 2_500_000_000 });
  });

  it.each<[sentence: string, bytes: Buffer]>([
    ["is empty; give", Buffer.alloc(0)],
    ["is no WAV file; give", Buffer.from("hello, this is text")],
    ["is a FLAC file; give", Buffer.from("fLaC\0\0\0\x22 and more")],
    ["is an MP3 file; give", Buffer.from("ID3\x04 and more bytes")],
    ["is an AIFF file; give", Buffer.from("FORM\0\0\0\0AIFFCOMM")],
    ["is a big-endian WAV file (RIFX); give", Buffer.from("RIFX\0\0\0\0WAVEfmt ")],
    ["is an AVI file; give", Buffer.from("RIFF\0\0\0\0AVI LIST")],
    ["holds A-law; give PCM or floating point", withFormat(0, 6, 0)],
    ["holds IMA ADPCM; give PCM or floating point", withFormat(0, 0x11, 0)],
    ["holds format 0x1234; give PCM or floating point", withFormat(0, 0x34, 0x12)],
    ["has an extensible format chunk of 16 bytes, which takes 40", withFormat(0, 0xfe, 0xff)],
    ["says it has 0 channels; 1 to 128 can be read.", withFormat(2, 0, 0)],
    ["says it has 999 channels; 1 to 128 can be read.", withFormat(2, 0xe7, 0x03)],
    ["says its sample rate is 0 Hz; 8000 to 384000 can be read.", withFormat(4, 0, 0, 0, 0)],
    ["says it holds integers of 16 bits in 3 bytes for 2 channels", withFormat(12, 3, 0)],
    ["says it holds integers of 17 bits in 4 bytes for 2 channels", withFormat(14, 17, 0)],
    ["says it holds floating point of 16 bits in 4 bytes for 2 channels", withFormat(0, 3, 0)],
    ["ends before its audio (no data chunk)", makeWav(stereo).subarray(0, 36)],
    ["ends before its audio (no fmt chunk)", makeWav(stereo).subarray(0, 12)],
    ["has a format chunk of 4 bytes, which takes 16", makeWav(stereo).subarray(0, 24)],
    ["says nothing of its format before its audio (no fmt chunk)", Buffer.concat([Buffer.from("RIFF\0\0\0\0WAVE"), chunk("data", Buffer.alloc(8))])],
    ["has a ds64 chunk of 4 bytes, which takes 28", Buffer.concat([Buffer.from("RF64\0\0\0\0WAVE"), chunk("ds64", Buffer.alloc(4))])],
  ])("says: %s", (sentence, bytes) => {
    expect(() => read(bytes)).toThrow(WavError);
    expect(() => read(bytes)).toThrow(sentence);
  });

  it("reads or refuses every header, whatever bytes of it are wrong or missing", () => {
    const sound = fc.constantFrom(makeWav(stereo), makeWav({ ...stereo, form: "RF64" }), makeWav({ type: "f64", samples: [[1], [2]], mask: 3, between: [chunk("JUNK", Buffer.alloc(9))] }));
    const wrong = fc.array(fc.record({ at: fc.nat(130), byte: fc.constantFrom(0, 1, 2, 0x7f, 0x80, 0xff) }), { maxLength: 6 });
    fc.assert(
      fc.property(sound, wrong, fc.nat(140), (file, faults, length) => {
        const bytes = Buffer.from(file);
        for (const { at, byte } of faults) if (at < bytes.length) bytes[at] = byte;
        const cut = bytes.subarray(0, Math.max(0, bytes.length - length));
        try {
          const { frames, channels, sampleBytes, dataStart, promisedFrames } = read(cut);
          expect(frames).toBeGreaterThanOrEqual(0);
          expect(frames).toBeLessThanOrEqual(promisedFrames);
          expect(dataStart + frames * channels * sampleBytes).toBeLessThanOrEqual(cut.length);
        } catch (error) {
          if (!(error instanceof WavError)) throw error;
        }
      }),
      { numRuns: 2000 },
    );
  });

  it("gives up on a file of nothing but chunks", () => {
    const file = Buffer.concat([Buffer.from("RIFF\0\0\0\0WAVE"), Buffer.alloc(8 * 20_000, "JUNK\0\0\0\0")]);
    expect(() => read(file)).toThrow("ends before its audio");
  });
});
