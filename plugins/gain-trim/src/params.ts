import { choice, decibels, float, level, levels, percent, toggle } from "@headroom/sdk";

/** Not automated, and of no use without the view that measures. */
const MEASURED = { hidden: true, automatable: false } as const;

/** All parameters of Gain Trim. */
export const gainTrimParams = {
  gain: decibels({ min: -60, max: 24, default: 0, taper: "fader" }),
  polarityLeft: toggle(false, { label: "Invert left", group: "Polarity" }),
  polarityRight: toggle(false, { label: "Invert right", group: "Polarity" }),
  swap: toggle(false, { label: "Swap left and right", group: "Stereo" }),
  mono: toggle(false, { label: "Sum to mono", group: "Stereo" }),
  width: percent({ min: 0, max: 200, default: 100, group: "Stereo" }),
  pan: percent({ min: -100, max: 100, default: 0, label: "Balance", group: "Stereo" }),
  dcBlock: toggle(false, { label: "Block DC" }),
  measure: choice(["RMS", "LUFS", "peak", "true-peak"], { default: "RMS", ...MEASURED }),
  target: float({ min: -60, max: 0, default: -18, unit: "dB", smoothMs: 0, ...MEASURED }),
  /** Measures while on. Turning it on forgets what was heard before. */
  listen: toggle(false, { ...MEASURED, transient: true }),
};
export type GainTrimParams = typeof gainTrimParams;

/** All readouts of Gain Trim. Pairs are left and right. */
export const gainTrimReadouts = {
  /** Sample peak, rising at once, falling at 20 dB/s. */
  input: levels("dBFS", 2),
  output: levels("dBFS", 2),
  /** Highest sample of the last 2 s. */
  inputHeld: levels("dBFS", 2),
  outputHeld: levels("dBFS", 2),
  /** Root mean square, exponentially weighted over 300 ms. A full-scale sine reads −3.0. */
  inputRms: levels("dBFS", 2),
  outputRms: levels("dBFS", 2),
  /** What was heard while listening, of the signal just before the gain; at or below −70 is silence. */
  heardRms: level("dBFS"),
  heardLoudness: level("LUFS"),
  heardPeak: level("dBFS"),
  heardTruePeak: level("dBTP"),
  /** How long it listened, silence included. */
  heardSeconds: level("s"),
  /** How long of that it sounded. */
  soundSeconds: level("s"),
  /** 1 while what was heard belongs to other settings than those of now. */
  outdated: level(""),
};
export type GainTrimReadouts = typeof gainTrimReadouts;
