import { BiquadFilter, Delay, Gain, Merge, Split, type OfflineContext, type ToneAudioNode } from "tone";
import { sumInPairs } from "./sum-in-pairs.js";

/** A large room. */
export interface Hall {
  /** Time in which the sound falls by 60 dB, in seconds. */
  readonly decaySeconds: number;
  /** Cutoff of the low-pass that each echo goes through, in Hz. */
  readonly dampingHz: number;
  /** Level of the hall beside the dry sound, as a gain. */
  readonly wet: number;
}

/** Delays of each side's echoes, in milliseconds: none a multiple of another. */
const COMB_MS = [
  [29.7, 37.1, 41.1, 43.7],
  [30.9, 35.3, 40.1, 45.1],
] as const;
/**
 * A node that adds a hall to a whole part: four damped feedback delays a side
 * (M. R. Schroeder, "Natural sounding artificial reverberation", J. Audio Eng. Soc. 10, 1962).
 * Only the delay itself is tapped: Chromium enters a loop at the node that it happens to pull first,
 * and with two ways in, the loop is a quantum longer in one run than in another.
 * Convolving half a minute with two seconds of hall takes a core a second; this takes a fraction.
 * @mainThread
 */
export function addHall(context: OfflineContext, hall: Hall): { readonly input: Gain; readonly output: Gain } {
  const input = new Gain({ context });
  // Mono parts are widened here, or the right side would get nothing.
  input.channelCount = 2;
  input.channelCountMode = "explicit";
  const output = new Gain({ context });
  const split = new Split({ context, channels: 2 });
  const merge = new Merge({ context, channels: 2 });
  input.connect(output);
  input.connect(split);
  COMB_MS.forEach((delays, side) => {
    const feed = new Gain({ context });
    split.connect(feed, side, 0);
    const echoes = sumInPairs(context, delays.map((delayMs) => comb(context, feed, delayMs / 1000, hall)));
    echoes.connect(merge, 0, side);
  });
  merge.chain(new Gain({ context, gain: hall.wet / 2 }), output);
  return { input, output };
}

function comb(context: OfflineContext, feed: Gain, delaySeconds: number, hall: Hall): ToneAudioNode {
  const delay = new Delay({ context, delayTime: delaySeconds, maxDelay: 0.1 });
  const again = new Gain({ context, gain: 10 ** ((-3 * delaySeconds) / hall.decaySeconds) });
  const damping = new BiquadFilter({ context, type: "lowpass", frequency: hall.dampingHz, Q: -6 });
  feed.connect(delay);
  delay.chain(damping, again, delay);
  return delay;
}
