import { quietThresholdDb, specificLoudness } from "@headroom/dsp";
import type { SessionAnalysis, StripAnalysis } from "../analysis.js";
import { mixLufs } from "../level/channel-levels.js";

/** The mix is heard at this loudness, dB SPL for its LUFS: so a gain of everything changes nothing. */
const LISTENING_DB_SPL = 75;
/** Excitations this far below the threshold of hearing are nothing. */
const NOTHING = 1e-3;

/** A channel as it is heard: excitation over the threshold in quiet, as ratios, for each spectral step and band. */
export interface AudibleStrip {
  readonly strip: string;
  readonly excitation: Float32Array;
  /** Specific loudness by itself, of each step and band, and its sum. */
  readonly loudness: Float32Array;
  readonly total: number;
}

/** Factor for each band that turns a power into a ratio over the threshold in quiet. */
export function audibility(analysis: SessionAnalysis, referenceLufs = mixLufs(analysis)): Float64Array {
  return Float64Array.from(analysis.bandsHz, (hz) => 10 ** ((LISTENING_DB_SPL - referenceLufs - quietThresholdDb(hz)) / 10));
}

/** @param response - power gain of an EQ for each band, if one is tried. */
export function audible(strip: StripAnalysis, factors: Float64Array, response?: Float64Array): AudibleStrip {
  const bands = factors.length;
  const excitation = strip.excitation.map((power, i) => {
    const band = i % bands;
    const ratio = power * (factors[band] ?? 0) * (response?.[band] ?? 1);
    return ratio > NOTHING ? ratio : 0;
  });
  const loudness = excitation.map((ratio) => (ratio > 0 ? specificLoudness(ratio) : 0));
  return { strip: strip.strip, excitation, loudness, total: loudness.reduce((sum, x) => sum + x, 0) };
}
