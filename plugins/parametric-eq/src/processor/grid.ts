/** Frames from one look for died-away filter state to the next, a multiple of every grid. */
export const SETTLE_FRAMES = 1024;

const BASE_FRAMES = 32;
const BASE_RATE = 48_000;
const MOST_DOUBLINGS = 3;

/**
 * Frames from one computation of moving coefficients to the next, and of their way there: about 0.7 ms. The grid is
 * counted in stream frames, so the samples do not depend on how the stream is cut into blocks.
 */
export function gridFrames(sampleRate: number): number {
  const doublings = Math.round(Math.log2(sampleRate / BASE_RATE));
  return BASE_FRAMES * 2 ** Math.min(MOST_DOUBLINGS, Math.max(0, doublings));
}

/** A time in whole steps of the grid, one at least, in frames. */
export function gridTime(seconds: number, sampleRate: number): number {
  const grid = gridFrames(sampleRate);
  return Math.max(1, Math.round((seconds * sampleRate) / grid)) * grid;
}
