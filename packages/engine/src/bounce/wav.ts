import { Ditherer } from "@headroom/dsp";
import type { BitDepth } from "../shared/terms.js";

const HEADER_BYTES = 44;
const FLOAT_HEADER_BYTES = 58;
const MOST_BYTES = 0xffff_ffff;

/** Frames that are turned into numbers of the file at a time. */
const CHUNK_FRAMES = 8192;

/**
 * A RIFF/WAVE file of planar audio. Integers are rounded to nearest and clipped at full scale. Dither is triangular, of
 * ±1 step (TPDF), from fixed seeds so that a bounce is reproducible: for 16 bits unless said otherwise, never for floating
 * point. Throws a RangeError where the file would pass 4 GiB.
 */
export function encodeWav(channels: readonly Float32Array[], sampleRate: number, bitDepth: BitDepth, { dither = bitDepth === 16 }: { readonly dither?: boolean } = {}): ArrayBuffer {
  const frames = channels[0]?.length ?? 0;
  const sampleBytes = bitDepth === "32f" ? 4 : bitDepth / 8;
  const headerBytes = bitDepth === "32f" ? FLOAT_HEADER_BYTES : HEADER_BYTES;
  const dataBytes = frames * channels.length * sampleBytes;
  if (headerBytes + dataBytes > MOST_BYTES) {
    throw new RangeError(`The bounce would take ${(dataBytes / 2 ** 30).toFixed(1)} GiB; a WAV file holds 4. Bounce a shorter range, or fewer bits.`);
  }
  const buffer = new ArrayBuffer(headerBytes + dataBytes + (dataBytes % 2));
  const view = new DataView(buffer);
  writeHeader(view, { channels: channels.length, sampleRate, bitDepth, sampleBytes, headerBytes, dataBytes, frames });
  if (bitDepth === "32f") writeFloats(view, headerBytes, channels, frames);
  else writeIntegers(view, headerBytes, channels, frames, bitDepth, dither);
  return buffer;
}

interface Header {
  readonly channels: number;
  readonly sampleRate: number;
  readonly bitDepth: BitDepth;
  readonly sampleBytes: number;
  readonly headerBytes: number;
  readonly dataBytes: number;
  readonly frames: number;
}

function writeHeader(view: DataView, header: Header): void {
  const isFloat = header.bitDepth === "32f";
  const text = (at: number, word: string) => {
    for (let i = 0; i < word.length; i++) view.setUint8(at + i, word.charCodeAt(i));
  };
  text(0, "RIFF");
  view.setUint32(4, view.byteLength - 8, true);
  text(8, "WAVEfmt ");
  view.setUint32(16, isFloat ? 18 : 16, true);
  view.setUint16(20, isFloat ? 3 : 1, true);
  view.setUint16(22, header.channels, true);
  view.setUint32(24, header.sampleRate, true);
  view.setUint32(28, header.sampleRate * header.channels * header.sampleBytes, true);
  view.setUint16(32, header.channels * header.sampleBytes, true);
  view.setUint16(34, header.sampleBytes * 8, true);
  if (isFloat) {
    // A file that is not PCM has a format extension (empty here) and says its frames.
    view.setUint16(36, 0, true);
    text(38, "fact");
    view.setUint32(42, 4, true);
    view.setUint32(46, header.frames, true);
  }
  text(header.headerBytes - 8, "data");
  view.setUint32(header.headerBytes - 4, header.dataBytes, true);
}

function writeFloats(view: DataView, start: number, channels: readonly Float32Array[], frames: number): void {
  const step = 4 * channels.length;
  for (const [c, channel] of channels.entries()) {
    for (let i = 0, at = start + 4 * c; i < frames; i++, at += step) view.setFloat32(at, channel[i] ?? 0, true);
  }
}

function writeIntegers(view: DataView, start: number, channels: readonly Float32Array[], frames: number, bits: 16 | 24, dither: boolean): void {
  const full = 2 ** (bits - 1);
  const bytes = bits / 8;
  const step = bytes * channels.length;
  const chunk = new Float32Array(CHUNK_FRAMES);
  for (const [c, channel] of channels.entries()) {
    const ditherer = dither ? new Ditherer(bits, c + 1) : undefined;
    for (let from = 0, at = start + bytes * c; from < frames; from += CHUNK_FRAMES) {
      const end = Math.min(CHUNK_FRAMES, frames - from);
      chunk.set(channel.subarray(from, from + end));
      ditherer?.process(chunk, 0, end);
      for (let i = 0; i < end; i++, at += step) {
        const value = Math.max(-full, Math.min(full - 1, Math.round((chunk[i] ?? 0) * full)));
        if (bits === 16) view.setInt16(at, value, true);
        else {
          view.setUint16(at, value & 0xffff, true);
          view.setInt8(at + 2, value >> 16);
        }
      }
    }
  }
}
