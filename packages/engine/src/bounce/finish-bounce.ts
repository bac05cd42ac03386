import { gainToDb, LOUDNESS_WEIGHTS, LoudnessMeter } from "@headroom/dsp";
import type { BitDepth } from "../shared/terms.js";
import type { Stereo } from "./job.js";
import { encodeWav } from "./wav.js";

/** To which level a mix is brought: its highest sample, or its integrated loudness (BS.1770-5). */
export type Normalization = { readonly peakDb: number } | { readonly lufs: number };

/** What is made of rendered audio. */
export interface FileOrder {
  /** Hz, of the audio and of the file. */
  readonly renderedRate: number;
  readonly sampleRate: number;
  readonly bitDepth: BitDepth;
  /** Triangular dither, for integer files. */
  readonly dither: boolean;
  readonly normalize?: Normalization | undefined;
}

export interface FinishedStem {
  readonly strip: string;
  readonly wav: ArrayBuffer;
}

export interface FinishedBounce {
  readonly wav: ArrayBuffer;
  readonly stems: readonly FinishedStem[];
  readonly frames: number;
  /** Highest sample of the mix before quantising, linear. */
  readonly peak: number;
  /** Samples of the mix over full scale before quantising. */
  readonly clipped: number;
  /** Integrated loudness of the mix, LUFS; the floor of `@headroom/dsp` for silence. */
  readonly lufs: number;
  /** What normalising added, dB. */
  readonly gainDb: number;
}

/** Brings audio to another rate, see `resample`. */
export type Resample = (channels: readonly Float32Array[], fromRate: number, toRate: number) => Promise<readonly Float32Array[]>;

/** Below this a mix counts as silence, which no gain makes loud. dB. */
const SILENCE_DB = -120;

/**
 * Makes files of what was rendered: sample rate, level, word length, in this order. Stems are moved by the mix's gain, so
 * that they still add up to it. Changes the audio in place. For workers and Node.
 */
export async function finishBounce(mix: Stereo, stems: ReadonlyMap<string, Stereo>, order: FileOrder, resample: Resample): Promise<FinishedBounce> {
  const { renderedRate, sampleRate, bitDepth, dither, normalize } = order;
  const atRate = (channels: Stereo) => (renderedRate === sampleRate ? Promise.resolve(channels) : resample(channels, renderedRate, sampleRate));
  const audio = await atRate(mix);
  const before = measureMix(audio, sampleRate);
  const gainDb = normalize ? gainFor(normalize, before) : 0;
  const encode = (channels: readonly Float32Array[]) => {
    amplify(channels, gainDb);
    return encodeWav(channels, sampleRate, bitDepth, { dither });
  };
  const finished: FinishedStem[] = [];
  for (const [strip, channels] of stems) finished.push({ strip, wav: encode(await atRate(channels)) });
  const wav = encode(audio);
  const { peak, clipped } = levelsOf(audio);
  return { wav, stems: finished, frames: audio[0]?.length ?? 0, peak, clipped, lufs: before.lufs + gainDb, gainDb };
}

interface MixLevel {
  readonly peakDb: number;
  readonly lufs: number;
}

function measureMix(channels: readonly Float32Array[], sampleRate: number): MixLevel {
  const meter = new LoudnessMeter({ sampleRate, weights: LOUDNESS_WEIGHTS.stereo });
  meter.process(channels, 0, channels[0]?.length ?? 0);
  meter.finish();
  return { peakDb: gainToDb(levelsOf(channels).peak), lufs: meter.integratedLufs };
}

function gainFor(normalize: Normalization, level: MixLevel): number {
  if (level.peakDb < SILENCE_DB) return 0;
  if ("peakDb" in normalize) return normalize.peakDb - level.peakDb;
  return level.lufs < SILENCE_DB ? 0 : normalize.lufs - level.lufs;
}

function amplify(channels: readonly Float32Array[], gainDb: number): void {
  if (gainDb === 0) return;
  const gain = 10 ** (gainDb / 20);
  for (const channel of channels) for (let i = 0; i < channel.length; i++) channel[i] = (channel[i] ?? 0) * gain;
}

function levelsOf(channels: readonly Float32Array[]): { peak: number; clipped: number } {
  let peak = 0;
  let clipped = 0;
  for (const channel of channels) {
    for (let i = 0; i < channel.length; i++) {
      const level = Math.abs(channel[i] ?? 0);
      if (level > peak) peak = level;
      if (level > 1) clipped += 1;
    }
  }
  return { peak, clipped };
}
