import { decibels, levels, percent, toggle } from "@headroom/sdk";

/** All parameters of Gain Trim. */
export const gainTrimParams = {
  gain: decibels({ min: -60, max: 24, default: 0, taper: "fader" }),
  polarityLeft: toggle(false, { label: "Invert left", group: "Polarity" }),
  polarityRight: toggle(false, { label: "Invert right", group: "Polarity" }),
  swap: toggle(false, { label: "Swap left and right", group: "Stereo" }),
  mono: toggle(false, { label: "Sum to mono", group: "Stereo" }),
  width: percent({ min: 0, max: 200, default: 100, group: "Stereo" }),
  pan: percent({ min: -100, max: 100, default: 0, label: "Balance", group: "Stereo" }),
};
export type GainTrimParams = typeof gainTrimParams;

/** All readouts of Gain Trim: sample peaks before and after, falling at 20 dB/s. */
export const gainTrimReadouts = {
  input: levels("dBFS", 2),
  output: levels("dBFS", 2),
};
export type GainTrimReadouts = typeof gainTrimReadouts;
