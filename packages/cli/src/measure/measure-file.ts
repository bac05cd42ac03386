import { FLOOR_DB, gainToDb, LoudnessMeter, powerToDb, TruePeakMeter } from "@headroom/dsp";
import type { WavFormat } from "../wav/wav-format.js";
import { WavReader } from "../wav/wav-reader.js";
import { LevelSum } from "./level-sum.js";
import { speakerWeights } from "./speaker-weights.js";

/** Frames of a block: its channels and the kernels' own arrays stay in the processor's cache. */
const BLOCK_FRAMES = 4096;

/** What a file measures. A level that is not there (silence) is `null`, since JSON has no −∞. */
export interface Measurement {
  readonly file: string;
  /** Hz. */
  readonly sampleRate: number;
  readonly channels: number;
  readonly durationSeconds: number;
  /** LUFS, gated; `null` where nothing passes the gate of −70 LUFS, as in files of less than 400 ms. */
  readonly integratedLufs: number | null;
  /** Highest loudness of 400 ms, in LUFS. */
  readonly momentaryMaxLufs: number | null;
  /** Highest loudness of 3 s, in LUFS; what precedes the file counts as silence. */
  readonly shortTermMaxLufs: number | null;
  /** LU; 0 for files of less than 3 s. */
  readonly loudnessRange: number;
  /** dBTP, the highest of all channels. */
  readonly truePeakDbtp: number | null;
  /** dBFS, the highest of all channels. */
  readonly samplePeakDbfs: number | null;
  /** Of all samples of all channels, in dB relative to a constant at full scale: a sine at full scale reads −3.01. */
  readonly rmsDbfs: number | null;
  /** Samples at the highest or lowest step of an integer format, or at ±1 and beyond in floating point. */
  readonly clippedSamples: number;
}

export interface MeasureOptions {
  /** Called now and then with the share that is done, 0…1. */
  readonly onProgress?: (done: number) => void;
  /** Called with a sentence where the file is not as it should be, but can be measured. */
  readonly onWarning?: (sentence: string) => void;
}

/**
 * Measures a WAV file after ITU-R BS.1770-5, EBU Tech 3341 and 3342. The file is read in blocks: its length does not
 * matter.
 * @throws WavError, with a sentence that names the file.
 */
export function measureFile(file: string, { onProgress, onWarning }: MeasureOptions = {}): Measurement {
  const reader = new WavReader(file, BLOCK_FRAMES);
  try {
    const { sampleRate, frames: length, promisedFrames } = reader.format;
    const loudness = new LoudnessMeter({ sampleRate, weights: speakerWeights(reader.format.channels, reader.format.channelMask) });
    // A peak that does not fall leaves out all that stays below the highest.
    const truePeaks = reader.channels.map(() => new TruePeakMeter({ sampleRate, fallDbPerSecond: 0 }));
    const levels = reader.channels.map(() => new LevelSum(highestSample(reader.format)));
    for (let frames = reader.next(); frames > 0; frames = reader.next()) {
      loudness.process(reader.channels, 0, frames);
      reader.channels.forEach((samples, c) => {
        truePeaks[c]?.process(samples, 0, frames);
        levels[c]?.process(samples, frames);
      });
      onProgress?.(reader.position / length);
    }
    loudness.finish();
    truePeaks.forEach((meter) => meter.finish());

    const sum = (of: (level: LevelSum) => number) => levels.reduce((total, level) => total + of(level), 0);
    const seconds = (frames: number) => `${(frames / sampleRate).toFixed(2)} s`;
    if (promisedFrames > length) onWarning?.(`${file} ends early: it promises ${seconds(promisedFrames)} of audio and holds ${seconds(length)}, which is what was measured.`);
    const invalid = sum((level) => level.invalid);
    if (invalid > 0) onWarning?.(`${file} holds ${invalid} samples that are no finite numbers; they were measured as silence.`);
    return {
      file,
      sampleRate,
      channels: levels.length,
      durationSeconds: length / sampleRate,
      integratedLufs: orNull(loudness.integratedLufs),
      momentaryMaxLufs: orNull(loudness.mostMomentaryLufs),
      shortTermMaxLufs: orNull(loudness.mostShortTermLufs),
      loudnessRange: loudness.rangeLu,
      truePeakDbtp: orNull(gainToDb(Math.max(...truePeaks.map(({ most }) => most)))),
      samplePeakDbfs: orNull(gainToDb(Math.max(...levels.map(({ peak }) => peak)))),
      rmsDbfs: length === 0 ? null : orNull(powerToDb(sum((level) => level.squares) / (length * levels.length))),
      clippedSamples: sum((level) => level.clipped),
    };
  } finally {
    reader.close();
  }
}

function highestSample({ encoding, sampleBytes }: WavFormat): number {
  // Samples are kept as float32, to which the highest step of 32 bits is 1.
  return encoding === "float" ? 1 : Math.fround(1 - 2 ** (1 - 8 * sampleBytes));
}

function orNull(level: number): number | null {
  return level <= FLOOR_DB ? null : level;
}
