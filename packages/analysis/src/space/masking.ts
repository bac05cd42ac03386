import { partialLoudness } from "@headroom/dsp";
import type { AudibleStrip } from "./audible.js";

/** A masker that lies further below a sound in its own band takes nothing of it worth counting, as a ratio of powers. */
const FAR_BELOW = 1e-3;

/** What one channel loses to another. */
export interface Loss {
  /** Loudness lost as a share of all that the victim has, in each band; their sum. */
  readonly bands: Float64Array;
  readonly share: number;
}

/**
 * The share of a channel's loudness that another takes, over time and bands, by the partial loudness of Moore, Glasberg
 * and Baer (1997). Sounds that do not sound together take nothing from each other. @param steps - receives the loss of each step, if given.
 */
export function lossTo(victim: AudibleStrip, masker: AudibleStrip, bands: number, steps?: Float64Array): Loss {
  const lost = new Float64Array(bands);
  const { excitation: signal, loudness } = victim;
  const { excitation: noise } = masker;
  if (victim.total === 0) return { bands: lost, share: 0 };
  for (let i = 0; i < signal.length; i++) {
    const s = signal[i] ?? 0;
    const n = noise[i] ?? 0;
    if (s === 0 || n === 0 || n < FAR_BELOW * s) continue;
    const loss = (loudness[i] ?? 0) - partialLoudness(s, n);
    if (!(loss > 0)) continue;
    lost[i % bands] = (lost[i % bands] ?? 0) + loss / victim.total;
    if (steps) steps[Math.floor(i / bands)] = (steps[Math.floor(i / bands)] ?? 0) + loss / victim.total;
  }
  return { bands: lost, share: Math.min(1, lost.reduce((sum, x) => sum + x, 0)) };
}
