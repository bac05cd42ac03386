import { LoudnessMeter, type LoudnessSettings } from "./loudness-meter.js";

/** Loudness of a whole programme. */
export interface ProgrammeLoudness {
  /** LUFS; the floor for less than 400 ms. */
  readonly integratedLufs: number;
  /** LU; 0 for less than 3 s. */
  readonly rangeLu: number;
  /** LUFS. */
  readonly mostMomentaryLufs: number;
  /** LUFS. */
  readonly mostShortTermLufs: number;
}

/**
 * Measures a file at once, as {@link LoudnessMeter} measures a stream.
 * @param channels - one a weight, all of the same length, ±1 full scale.
 */
export function measureLoudness(channels: readonly Float32Array[], settings: LoudnessSettings): ProgrammeLoudness {
  const meter = new LoudnessMeter(settings);
  meter.process(channels, 0, channels[0]?.length ?? 0);
  meter.finish();
  return {
    integratedLufs: meter.integratedLufs,
    rangeLu: meter.rangeLu,
    mostMomentaryLufs: meter.mostMomentaryLufs,
    mostShortTermLufs: meter.mostShortTermLufs,
  };
}
