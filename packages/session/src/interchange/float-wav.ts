import type { StoredAudio } from "../storage/audio-file.js";

const HEADER_BYTES = 44;
const FLOAT = 3;
const MOST_BYTES = 0xffff_ffff;

/** A RIFF/WAVE file of 32-bit floating point: what audio is in a session file. Throws a RangeError above 4 GiB. */
export function encodeFloatWav({ sampleRate, channels }: StoredAudio): Uint8Array<ArrayBuffer> {
  const frames = channels[0]?.length ?? 0;
  const dataBytes = frames * channels.length * 4;
  if (HEADER_BYTES + dataBytes > MOST_BYTES) throw new RangeError(`The audio takes ${(dataBytes / 2 ** 30).toFixed(1)} GiB; a WAV file holds 4.`);
  const view = new DataView(new ArrayBuffer(HEADER_BYTES + dataBytes));
  const text = (at: number, word: string) => {
    for (let i = 0; i < word.length; i++) view.setUint8(at + i, word.charCodeAt(i));
  };
  text(0, "RIFF");
  view.setUint32(4, HEADER_BYTES - 8 + dataBytes, true);
  text(8, "WAVEfmt ");
  view.setUint32(16, 16, true);
  view.setUint16(20, FLOAT, true);
  view.setUint16(22, channels.length, true);
  view.setUint32(24, sampleRate, true);
  view.setUint32(28, sampleRate * channels.length * 4, true);
  view.setUint16(32, channels.length * 4, true);
  view.setUint16(34, 32, true);
  text(36, "data");
  view.setUint32(40, dataBytes, true);
  channels.forEach((channel, c) => {
    for (let i = 0, at = HEADER_BYTES + 4 * c; i < frames; i++, at += 4 * channels.length) view.setFloat32(at, channel[i] ?? 0, true);
  });
  return new Uint8Array(view.buffer);
}

/** The audio of a file as {@link encodeFloatWav} writes it, or `undefined` where it is none. Chunks in between are passed over. */
export function decodeFloatWav(bytes: Uint8Array): StoredAudio | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const word = (at: number) => String.fromCharCode(...bytes.subarray(at, at + 4));
  if (bytes.byteLength < 12 || word(0) !== "RIFF" || word(8) !== "WAVE") return undefined;
  let format: { readonly channels: number; readonly sampleRate: number } | undefined;
  for (let at = 12; at + 8 <= bytes.byteLength; ) {
    const size = view.getUint32(at + 4, true);
    const body = at + 8;
    if (word(at) === "fmt " && size >= 16 && body + 16 <= bytes.byteLength) {
      if (view.getUint16(body, true) !== FLOAT || view.getUint16(body + 14, true) !== 32) return undefined;
      format = { channels: view.getUint16(body + 2, true), sampleRate: view.getUint32(body + 4, true) };
    }
    if (word(at) === "data") {
      const { channels: count = 0, sampleRate = 0 } = format ?? {};
      if (count < 1 || sampleRate < 1) return undefined;
      const frames = Math.floor(Math.min(size, bytes.byteLength - body) / 4 / count);
      const channels = Array.from({ length: count }, (_, c) => {
        const channel = new Float32Array(frames);
        for (let i = 0, from = body + 4 * c; i < frames; i++, from += 4 * count) channel[i] = view.getFloat32(from, true);
        return channel;
      });
      return { sampleRate, channels };
    }
    at = body + size + (size % 2);
  }
  return undefined;
}
