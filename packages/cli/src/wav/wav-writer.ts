import { closeSync, openSync, writeSync } from "node:fs";
import { endianness } from "node:os";
import { WavError } from "./wav-format.js";

const BLOCK_FRAMES = 8192;
const SAMPLE_BYTES = 4;
const MOST_RIFF_BYTES = 0xffff_ffff;

/**
 * Writes a WAV file of 32-bit floating point, a block at a time: RIFF, or RF64 (EBU Tech 3306) where RIFF cannot hold it.
 * The header is written first, so its frames must be known. Close it.
 */
export class WavWriter {
  readonly #handle: number;
  readonly #numbers: Float32Array;
  readonly #bytes: Buffer;
  readonly #channels: number;

  /** @throws WavError where the file cannot be written. */
  constructor(file: string, format: { readonly sampleRate: number; readonly channels: number; readonly frames: number }) {
    try {
      this.#handle = openSync(file, "w");
    } catch (error) {
      throw new WavError(`${file} cannot be written: ${error instanceof Error ? error.message : String(error)}.`);
    }
    this.#channels = format.channels;
    this.#numbers = new Float32Array(BLOCK_FRAMES * format.channels);
    this.#bytes = Buffer.from(this.#numbers.buffer);
    writeSync(this.#handle, floatHeader(format.sampleRate, format.channels, format.frames));
  }

  /** Writes frames `start`…`end − 1`. */
  write(channels: readonly Float32Array[], start: number, end: number): void {
    for (let from = start; from < end; from += BLOCK_FRAMES) {
      const frames = Math.min(BLOCK_FRAMES, end - from);
      channels.forEach((channel, c) => {
        for (let i = 0, at = c; i < frames; i++, at += this.#channels) this.#numbers[at] = channel[from + i] ?? 0;
      });
      const length = frames * this.#channels * SAMPLE_BYTES;
      if (endianness() === "BE") this.#bytes.subarray(0, length).swap32();
      for (let done = 0; done < length; ) done += writeSync(this.#handle, this.#bytes, done, length - done);
    }
  }

  close(): void {
    closeSync(this.#handle);
  }
}

/** Header of a file of 32-bit floating point, up to its first sample. */
export function floatHeader(sampleRate: number, channels: number, frames: number): Buffer {
  const dataBytes = frames * channels * SAMPLE_BYTES;
  const isLong = 50 + dataBytes > MOST_RIFF_BYTES;
  const header = Buffer.alloc(isLong ? 94 : 58);
  header.write(isLong ? "RF64" : "RIFF", 0, "latin1");
  header.writeUInt32LE(isLong ? MOST_RIFF_BYTES : header.length - 8 + dataBytes, 4);
  header.write("WAVE", 8, "latin1");
  let at = 12;
  if (isLong) {
    header.write("ds64", at, "latin1");
    header.writeUInt32LE(28, at + 4);
    header.writeBigUInt64LE(BigInt(header.length - 8 + dataBytes), at + 8);
    header.writeBigUInt64LE(BigInt(dataBytes), at + 16);
    header.writeBigUInt64LE(BigInt(frames), at + 24);
    at += 36;
  }
  header.write("fmt ", at, "latin1");
  header.writeUInt32LE(18, at + 4);
  header.writeUInt16LE(3, at + 8);
  header.writeUInt16LE(channels, at + 10);
  header.writeUInt32LE(sampleRate, at + 12);
  header.writeUInt32LE(sampleRate * channels * SAMPLE_BYTES, at + 16);
  header.writeUInt16LE(channels * SAMPLE_BYTES, at + 20);
  header.writeUInt16LE(8 * SAMPLE_BYTES, at + 22);
  header.write("fact", at + 26, "latin1");
  header.writeUInt32LE(4, at + 30);
  header.writeUInt32LE(Math.min(frames, MOST_RIFF_BYTES), at + 34);
  header.write("data", at + 38, "latin1");
  header.writeUInt32LE(isLong ? MOST_RIFF_BYTES : dataBytes, at + 42);
  return header;
}
