import type { SRC } from "@alexanderolsen/libsamplerate-js/dist/src.js";

/** Frames given to the converter at a time. */
const BLOCK_FRAMES = 8192;
/** Silence after the end that pushes out what the converter's filter holds back. */
const FLUSH_FRAMES = 4096;

/**
 * The same audio at another sample rate, by libsamplerate's band-limited interpolation (121 dB signal to noise, passband up
 * to 90 % of the lower rate's half). It starts on the same instant and is as long in time. The library, 2 MB, is loaded
 * with the first call; equal rates need none. For workers and Node: it takes its time.
 * @param channels - of equal length.
 * @param fromRate - Hz. @param toRate - Hz, from 1/256 to 256 times `fromRate`.
 * @param onProgress - share done, 0…1, after each block; what it throws ends the work.
 */
export async function resample(
  channels: readonly Float32Array[], fromRate: number, toRate: number, onProgress: (done: number) => void = () => undefined,
): Promise<readonly Float32Array[]> {
  const frames = channels[0]?.length ?? 0;
  if (fromRate === toRate || frames === 0) return channels;
  const { create, ConverterType } = await import("@alexanderolsen/libsamplerate-js");
  const converter = await create(channels.length, fromRate, toRate, { converterType: ConverterType.SRC_SINC_MEDIUM_QUALITY });
  try {
    return convert(converter, channels, Math.round((frames * toRate) / fromRate), onProgress);
  } finally {
    converter.destroy();
  }
}

function convert(converter: SRC, channels: readonly Float32Array[], length: number, onProgress: (done: number) => void): readonly Float32Array[] {
  const frames = channels[0]?.length ?? 0;
  const count = channels.length;
  const output = channels.map(() => new Float32Array(length));
  const block = new Float32Array(BLOCK_FRAMES * count);
  let written = 0;
  for (let from = 0; written < length && from < frames + FLUSH_FRAMES + BLOCK_FRAMES; from += BLOCK_FRAMES) {
    for (const [c, channel] of channels.entries()) {
      for (let i = 0; i < BLOCK_FRAMES; i++) block[i * count + c] = channel[from + i] ?? 0;
    }
    const converted = converter.full(block);
    const taken = Math.min(converted.length / count, length - written);
    for (const [c, channel] of output.entries()) {
      for (let i = 0; i < taken; i++) channel[written + i] = converted[i * count + c] ?? 0;
    }
    written += taken;
    onProgress(written / length);
  }
  return output;
}
