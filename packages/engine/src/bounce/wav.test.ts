import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { BitDepth } from "../shared/terms.js";
import { encodeWav } from "./wav.js";

/** Reads a RIFF/WAVE file by the format's own description: chunks of a name, a size and a body of even length. */
function readWav(buffer: ArrayBuffer) {
  const view = new DataView(buffer);
  const word = (at: number) => String.fromCharCode(...new Uint8Array(buffer, at, 4));
  expect([word(0), view.getUint32(4, true), word(8)]).toEqual(["RIFF", buffer.byteLength - 8, "WAVE"]);
  const chunks = new Map<string, { at: number; size: number }>();
  for (let at = 12; at < buffer.byteLength; ) {
    const size = view.getUint32(at + 4, true);
    chunks.set(word(at), { at: at + 8, size });
    at += 8 + size + (size % 2);
  }
  const format = chunks.get("fmt ")!.at;
  const [tag, channels, bits] = [view.getUint16(format, true), view.getUint16(format + 2, true), view.getUint16(format + 14, true)];
  const data = chunks.get("data")!;
  const bytes = bits / 8;
  const frames = data.size / bytes / channels;
  const integer = (at: number) => (bits === 16 ? view.getInt16(at, true) : (view.getUint8(at) | (view.getUint8(at + 1) << 8) | (view.getInt8(at + 2) << 16)));
  const sample = (frame: number, channel: number) => {
    const at = data.at + (frame * channels + channel) * bytes;
    return tag === 3 ? view.getFloat32(at, true) : integer(at);
  };
  const fact = chunks.get("fact");
  return {
    tag, channels, bits, frames, sample,
    sampleRate: view.getUint32(format + 4, true),
    byteRate: view.getUint32(format + 8, true),
    blockAlign: view.getUint16(format + 12, true),
    factFrames: fact ? view.getUint32(fact.at, true) : undefined,
  };
}

const audio = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 0, max: 64 }))
  .chain(([channels, frames]) => fc.array(fc.float32Array({ minLength: frames, maxLength: frames, noNaN: true, noDefaultInfinity: true }), { minLength: channels, maxLength: channels }));

describe("encodeWav", () => {
  it("writes a header that says what is in the file", () => {
    fc.assert(
      fc.property(audio, fc.constantFrom<BitDepth>(16, 24, "32f"), fc.constantFrom(44_100, 48_000, 192_000), (channels, depth, rate) => {
        const file = readWav(encodeWav(channels, rate, depth));
        const bits = depth === "32f" ? 32 : depth;
        expect(file).toMatchObject({
          tag: depth === "32f" ? 3 : 1,
          channels: channels.length, bits, sampleRate: rate, frames: channels[0]!.length,
          blockAlign: (channels.length * bits) / 8, byteRate: (rate * channels.length * bits) / 8,
        });
        expect(file.factFrames).toBe(depth === "32f" ? file.frames : undefined);
      }),
    );
  });

  it("keeps every bit of floating point, also over full scale", () => {
    fc.assert(
      fc.property(audio, (channels) => {
        const { sample } = readWav(encodeWav(channels, 48_000, "32f"));
        channels.forEach((samples, c) => {
          samples.forEach((x, i) => {
            expect(sample(i, c)).toBe(x);
          });
        });
      }),
    );
  });

  it("rounds to the nearest 24-bit step and clips at full scale", () => {
    fc.assert(
      fc.property(fc.float32Array({ minLength: 1, maxLength: 64, min: -2, max: 2, noNaN: true }), (samples) => {
        const { sample } = readWav(encodeWav([samples], 48_000, 24));
        samples.forEach((x, i) => {
          expect(Math.abs(sample(i, 0) - Math.max(-(2 ** 23), Math.min(2 ** 23 - 1, x * 2 ** 23)))).toBeLessThanOrEqual(0.5);
        });
      }),
    );
  });

  it("gives 24 bits of whole steps back exactly", () => {
    fc.assert(fc.property(fc.integer({ min: -(2 ** 23), max: 2 ** 23 - 1 }), (step) => {
      expect(readWav(encodeWav([Float32Array.of(step / 2 ** 23)], 48_000, 24)).sample(0, 0)).toBe(step);
    }));
  });

  it("clips 16 bits at full scale", () => {
    const { sample } = readWav(encodeWav([Float32Array.of(2, -2, Infinity, -Infinity)], 48_000, 16));
    expect([0, 1, 2, 3].map((i) => sample(i, 0))).toEqual([32_767, -32_768, 32_767, -32_768]);
  });

  it("dithers 16 bits with triangular noise: mean error 0, variance a quarter of a step, the same below a step as above", () => {
    const frames = 200_000;
    for (const level of [0, 0.25, 0.5, 1000.3]) {
      const { sample } = readWav(encodeWav([new Float32Array(frames).fill(level / 32_768)], 48_000, 16));
      const errors = Array.from({ length: frames }, (_, i) => sample(i, 0) - level);
      const mean = errors.reduce((sum, x) => sum + x, 0) / frames;
      const power = errors.reduce((sum, x) => sum + x * x, 0) / frames;
      // TPDF of ±1 step has a variance of 1/6, rounding adds 1/12, whatever the signal (Lipshitz et al. 1992).
      expect(Math.abs(mean)).toBeLessThan(0.01);
      expect(Math.abs(power - 0.25)).toBeLessThan(0.01);
      expect(Math.max(...errors.map(Math.abs).slice(0, 1000))).toBeLessThanOrEqual(1.5);
    }
  });

  it("gives the same file for the same audio", () => {
    const samples = Float32Array.from({ length: 500 }, (_, i) => Math.sin(i) / 3);
    expect(encodeWav([samples], 48_000, 16)).toEqual(encodeWav([samples], 48_000, 16));
  });

  it("says how large a file would be that WAV cannot hold", () => {
    const fake = { length: 2 ** 30 } as unknown as Float32Array;
    expect(() => encodeWav([fake, fake], 48_000, "32f")).toThrow("The bounce would take 8.0 GiB; a WAV file holds 4. Bounce a shorter range, or fewer bits.");
  });
});
