import { gainToDb } from "../level/decibels.js";
import { TruePeakMeter } from "../level/true-peak-meter.js";
import { LoudnessMeter, type LoudnessSettings } from "./loudness-meter.js";

/** Loudness and true peak of a whole programme. */
export interface ProgrammeLoudness {
  /** LUFS; the floor for less than 400 ms. */
  readonly integratedLufs: number;
  /** LU; 0 for less than 3 s. */
  readonly rangeLu: number;
  /** LUFS. */
  readonly mostMomentaryLufs: number;
  /** LUFS. */
  readonly mostShortTermLufs: number;
  /** dBTP, the highest of all channels. */
  readonly truePeakDb: number;
}

/**
 * Measures a file at once, as {@link LoudnessMeter} and {@link TruePeakMeter} measure a stream.
 * @param channels - one a weight, all of the same length, ±1 full scale.
 */
export function measureLoudness(channels: readonly Float32Array[], settings: LoudnessSettings): ProgrammeLoudness {
  const meter = new LoudnessMeter(settings);
  meter.process(channels, 0, channels[0]?.length ?? 0);
  meter.finish();
  let truePeak = 0;
  for (const channel of channels) {
    // A peak that does not fall leaves out all that stays below the highest.
    const peak = new TruePeakMeter({ sampleRate: settings.sampleRate, fallDbPerSecond: 0 });
    peak.process(channel, 0, channel.length);
    peak.finish();
    truePeak = Math.max(truePeak, peak.most);
  }
  return {
    integratedLufs: meter.integratedLufs,
    rangeLu: meter.rangeLu,
    mostMomentaryLufs: meter.mostMomentaryLufs,
    mostShortTermLufs: meter.mostShortTermLufs,
    truePeakDb: gainToDb(truePeak),
  };
}
