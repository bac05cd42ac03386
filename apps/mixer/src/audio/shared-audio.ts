import type { AudioData } from "@headroom/engine";

/** Memory for samples, shared with the audio thread where the page may: then nothing is copied into it. */
export function allocateSamples(bytes: number): ArrayBufferLike {
  return crossOriginIsolated ? new SharedArrayBuffer(bytes) : new ArrayBuffer(bytes);
}

/** The same audio in memory from {@link allocateSamples}. */
export function toSharedAudio({ sampleRate, channels }: AudioData): AudioData {
  return {
    sampleRate,
    channels: channels.map((samples) => {
      const shared = new Float32Array(allocateSamples(samples.byteLength));
      shared.set(samples);
      return shared;
    }),
  };
}
