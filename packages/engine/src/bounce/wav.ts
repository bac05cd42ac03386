import type { BitDepth } from "../shared/terms.js";

const HEADER_BYTES = 44;
const FLOAT_HEADER_BYTES = 58;
const MOST_BYTES = 0xffff_ffff;

/**
 * A RIFF/WAVE file of planar audio. Integers are rounded to nearest and clipped at full scale; 16 bits are
 * dithered with a triangular density of ±1 LSB (TPDF), from a fixed seed so that a bounce is reproducible.
 * Throws a RangeError where the file would pass 4 GiB.
 */
export function encodeWav(channels: readonly Float32Array[], sampleRate: number, bitDepth: BitDepth): ArrayBuffer {
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
  writeSamples(view, headerBytes, channels, frames, bitDepth);
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

function writeSamples(view: DataView, start: number, channels: readonly Float32Array[], frames: number, bitDepth: BitDepth): void {
  let at = start;
  const noise = new Noise();
  const full = bitDepth === "32f" ? 1 : 2 ** (bitDepth - 1);
  for (let i = 0; i < frames; i++) {
    for (const channel of channels) {
      const sample = channel[i] ?? 0;
      if (bitDepth === "32f") {
        view.setFloat32(at, sample, true);
        at += 4;
        continue;
      }
      const dither = bitDepth === 16 ? noise.next() + noise.next() : 0;
      const value = Math.max(-full, Math.min(full - 1, Math.round(sample * full + dither)));
      if (bitDepth === 16) {
        view.setInt16(at, value, true);
        at += 2;
      } else {
        view.setUint16(at, value & 0xffff, true);
        view.setInt8(at + 2, value >> 16);
        at += 3;
      }
    }
  }
}

/** Uniform noise from −0.5 to 0.5: Marsaglia's xorshift32. */
class Noise {
  #state = 0x9e3779b9;

  next(): number {
    let x = this.#state;
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    this.#state = x;
    return (x >>> 0) / 2 ** 32 - 0.5;
  }
}
