/** Planar PCM of an audio file: one or two channels of equal length, ±1. */
export interface StoredAudio {
  /** Hz. */
  readonly sampleRate: number;
  readonly channels: readonly Float32Array[];
}

/**
 * How a file of the audio store begins: "HRA1", channels (uint32), frames (uint32), 4 bytes unused, sample rate
 * (float64), 8 bytes unused; all little-endian. The samples follow, channel after channel, as float32.
 */
export const HEADER_BYTES = 32;
const MAGIC = 0x31415248;

export interface AudioHeader { readonly channels: number; readonly frames: number; readonly sampleRate: number }

/** A whole file, header and samples. */
export function encodeAudio({ sampleRate, channels }: StoredAudio): ArrayBuffer {
  const frames = channels[0]?.length ?? 0;
  const file = new ArrayBuffer(HEADER_BYTES + channels.length * frames * 4);
  const view = new DataView(file);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, channels.length, true);
  view.setUint32(8, frames, true);
  view.setFloat64(16, sampleRate, true);
  channels.forEach((samples, channel) => new Float32Array(file, HEADER_BYTES + channel * frames * 4, frames).set(samples));
  return file;
}

/** The header, or `undefined` if the bytes are no whole audio file. @param fileBytes - size of the file. */
export function decodeHeader(header: ArrayBuffer, fileBytes: number): AudioHeader | undefined {
  if (header.byteLength < HEADER_BYTES) return undefined;
  const view = new DataView(header);
  const channels = view.getUint32(4, true);
  const frames = view.getUint32(8, true);
  if (view.getUint32(0, true) !== MAGIC || fileBytes !== HEADER_BYTES + channels * frames * 4) return undefined;
  return { channels, frames, sampleRate: view.getFloat64(16, true) };
}

/** Key of audio: SHA-256 of its file, in hexadecimal. The same samples at the same rate have the same key. */
export async function audioKey(file: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", file));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
