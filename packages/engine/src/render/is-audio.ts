import { QUANTUM } from "../shared/quantum.js";

/** Amplitude above which a signal is a fault and no audio: +120 dBFS. */
const MOST_AMPLITUDE = 1e6;

/** Whether a quantum, or a longer block, is finite and of a level that can be meant. `@audioThread` */
export function isAudio(samples: Float32Array | undefined, frames = QUANTUM): boolean {
  if (samples === undefined) return false;
  for (let i = 0; i < frames; i++) {
    // In this order: a comparison with NaN is false.
    if (!(Math.abs(samples[i] ?? 0) <= MOST_AMPLITUDE)) return false;
  }
  return true;
}
