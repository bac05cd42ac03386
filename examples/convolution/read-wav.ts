import { bytesOfBase64 } from "@headroom/dsp";

export interface Recording {
  /** Hz. */
  readonly sampleRate: number;
  /** One array a channel, ±1 full scale. */
  readonly channels: readonly Float64Array[];
}

const HEADER_BYTES = 44;

/** Reads a 16-bit WAV file with a plain header from its `data:` URL: a processor can fetch nothing, so its assets are in its bundle. */
export function readWav(dataUrl: string): Recording {
  const bytes = bytesOfBase64(dataUrl.slice(dataUrl.indexOf(",") + 1));
  const view = new DataView(bytes.buffer);
  const count = view.getUint16(22, true);
  const frames = (bytes.length - HEADER_BYTES) / (2 * count);
  return {
    sampleRate: view.getUint32(24, true),
    channels: Array.from({ length: count }, (_, c) => Float64Array.from({ length: frames }, (_, i) => view.getInt16(HEADER_BYTES + 2 * (i * count + c), true) / 32_768)),
  };
}
