import type { OversamplingFactor } from "@headroom/dsp";

/** Where hearing ends: up to here the filters of `hq` follow the analog curve within 0.04 dB. */
export const HQ_TOP_HZ = 22_000;
/** `hq` computes at this rate or above. */
const LEAST_HQ_RATE = 176_000;
/** A linear-phase response at rates up to {@link LINEAR_RATE}; twice as long at twice the rate. */
const LINEAR_TAPS = 8192;
const LINEAR_RATE = 50_000;
const MOST_TAPS = 65_536;
const LEAST_TAPS = 1024;
/** Blocks of the convolution in a response. */
const LINEAR_BLOCKS = 8;

/** How many times `hq` raises a sample rate. */
export function hqFactor(sampleRate: number): OversamplingFactor | 1 {
  if (sampleRate >= LEAST_HQ_RATE) return 1;
  return 2 * sampleRate >= LEAST_HQ_RATE ? 2 : 4;
}

/** Length in frames of a linear-phase impulse response at a sample rate: about 0.17 s. */
export function linearPhaseTaps(sampleRate: number): number {
  const taps = LINEAR_TAPS * 2 ** Math.ceil(Math.log2(sampleRate / LINEAR_RATE));
  return Math.min(MOST_TAPS, Math.max(LEAST_TAPS, taps));
}

/** Frames that the convolution computes at once. @param taps - of the response. */
export function linearPhaseBlock(taps: number): number {
  return taps / LINEAR_BLOCKS;
}
