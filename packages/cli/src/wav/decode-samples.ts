import { endianness } from "node:os";
import type { WavFormat } from "./wav-format.js";

/** Splits interleaved samples into one array a channel, ±1 full scale. @param frames - how many of `bytes` hold. */
export type Decode = (channels: readonly Float32Array[], frames: number) => void;

/**
 * The decoder of a format's samples over a buffer that is filled anew before each call. Integers are divided by 2^(bits−1),
 * so that the lowest is exactly −1.
 */
export function createDecoder({ encoding, sampleBytes, channels }: Pick<WavFormat, "encoding" | "sampleBytes" | "channels">, bytes: Buffer): Decode {
  if (encoding === "float" && sampleBytes === 4 && channels === 2 && endianness() === "LE") return fromFloatPairs(bytes);
  if (encoding === "float") return fromNumbers(sampleBytes === 8 ? Float64Array : Float32Array, bytes, channels, 1);
  if (sampleBytes === 2) return fromNumbers(Int16Array, bytes, channels, 2 ** -15);
  if (sampleBytes === 4) return fromNumbers(Int32Array, bytes, channels, 2 ** -31);
  return sampleBytes === 3 ? from24Bits(bytes, channels) : from8Bits(bytes, channels);
}

type Numbers = Int16Array | Int32Array | Float32Array | Float64Array;
type NumbersType = (new (buffer: ArrayBufferLike, byteOffset: number, length: number) => Numbers) & { readonly BYTES_PER_ELEMENT: number };

function fromNumbers(Type: NumbersType, bytes: Buffer, stride: number, scale: number): Decode {
  const width = Type.BYTES_PER_ELEMENT;
  const numbers = new Type(bytes.buffer, bytes.byteOffset, Math.floor(bytes.length / width));
  const swap = endianness() === "BE" ? { 2: () => bytes.swap16(), 4: () => bytes.swap32(), 8: () => bytes.swap64() }[width] : undefined;
  return (channels, frames) => {
    swap?.();
    channels.forEach((channel, c) => {
      for (let i = 0, at = c; i < frames; i++, at += stride) channel[i] = (numbers[at] ?? 0) * scale;
    });
  };
}

/** The form that a mixer writes, many minutes of it, in half the time. */
function fromFloatPairs(bytes: Buffer): Decode {
  const samples = new Float32Array(bytes.buffer, bytes.byteOffset, Math.floor(bytes.length / Float32Array.BYTES_PER_ELEMENT));
  return ([left, right], frames) => {
    if (!left || !right) return;
    for (let i = 0; i < frames; i++) {
      left[i] = samples[2 * i] ?? 0;
      right[i] = samples[2 * i + 1] ?? 0;
    }
  };
}

function from24Bits(bytes: Uint8Array, stride: number): Decode {
  return (channels, frames) => {
    channels.forEach((channel, c) => {
      for (let i = 0, at = 3 * c; i < frames; i++, at += 3 * stride) {
        channel[i] = (((bytes[at] ?? 0) << 8) | ((bytes[at + 1] ?? 0) << 16) | ((bytes[at + 2] ?? 0) << 24)) * 2 ** -31;
      }
    });
  };
}

function from8Bits(bytes: Uint8Array, stride: number): Decode {
  return (channels, frames) => {
    channels.forEach((channel, c) => {
      for (let i = 0, at = c; i < frames; i++, at += stride) channel[i] = ((bytes[at] ?? 0) - 128) * 2 ** -7;
    });
  };
}
