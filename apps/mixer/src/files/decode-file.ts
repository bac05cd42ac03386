import type { AudioData } from "@headroom/engine";
import { toStereo } from "./downmix.js";

/** Bytes above which a file is refused: what decoding it to float takes would not fit a tab. */
const LARGEST_FILE_BYTES = 1_000_000_000;

/**
 * Decodes an audio file at the context's rate, in the formats that the browser knows.
 * @throws Error with one sentence for the person who chose the file.
 */
export async function decodeFile(context: BaseAudioContext, file: File): Promise<AudioData> {
  const name = `“${file.name}”`;
  if (file.size === 0) throw new Error(`${name} is empty (0 bytes): export it again and add it once more.`);
  if (file.size > LARGEST_FILE_BYTES) {
    throw new Error(`${name} is ${Math.round(file.size / 1e6)} MB; files up to ${LARGEST_FILE_BYTES / 1e6} MB fit: split it or convert it to FLAC.`);
  }
  const buffer = await decode(context, file, name);
  if (buffer.length === 0) throw new Error(`${name} holds no audio (0 samples): export it again and add it once more.`);
  const channels = Array.from({ length: buffer.numberOfChannels }, (_, index) => buffer.getChannelData(index));
  const stereo = toStereo(channels);
  if (!stereo) {
    throw new Error(`${name} has ${channels.length} channels; mono, stereo, quad and 5.1 can be mixed: split it into stereo files and add those.`);
  }
  return { sampleRate: buffer.sampleRate, channels: stereo };
}

async function decode(context: BaseAudioContext, file: File, name: string): Promise<AudioBuffer> {
  let bytes: ArrayBuffer;
  try {
    bytes = await file.arrayBuffer();
  } catch {
    throw new Error(`${name} could not be read: check that it still exists and add it once more.`);
  }
  try {
    return await context.decodeAudioData(bytes);
  } catch {
    throw new Error(`${name} is not audio that this browser can decode: convert it to WAV, FLAC, MP3 or Ogg and add that.`);
  }
}
