/** What a WAV file holds, as its header says it. */
export interface WavFormat {
  /** Hz. */
  readonly sampleRate: number;
  readonly channels: number;
  /** 8 bits are unsigned, more are signed. */
  readonly encoding: "integer" | "float";
  /** Bytes of one sample of one channel. */
  readonly sampleBytes: number;
  /** Speakers of the channels in their order, a bit each (WAVE_FORMAT_EXTENSIBLE); 0 where the file does not say. */
  readonly channelMask: number;
  /** Frames that are really there. */
  readonly frames: number;
  /** Frames that the header promises. */
  readonly promisedFrames: number;
  /** Byte of the file where the first frame starts. */
  readonly dataStart: number;
}

/** A file that is no WAV file, or one that cannot be read: the message says what it is and what to do. */
export class WavError extends Error {
  override readonly name = "WavError";
}
