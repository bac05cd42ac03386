import { bypass, choice, decibels, float, gainReduction, level, milliseconds } from "@headroom/sdk";

export const compressorParams = {
  off: bypass(),
  /** What decides how much is turned down. */
  key: choice(["input", "sidechain"], { default: "input" }),
  threshold: decibels({ min: -60, max: 0, default: -24, group: "Curve" }),
  ratio: float({ min: 1, max: 20, default: 4, taper: "log", group: "Curve" }),
  knee: decibels({ min: 0, max: 24, default: 6, group: "Curve" }),
  attack: milliseconds({ min: 0.1, max: 100, default: 10, taper: "log", group: "Time" }),
  release: milliseconds({ min: 10, max: 2000, default: 150, taper: "log", group: "Time" }),
  makeup: decibels({ min: 0, max: 24, default: 0, group: "Output" }),
};
export type CompressorParams = typeof compressorParams;

export const compressorReadouts = {
  reduction: gainReduction(),
  /** Highest level of the key in the last block. */
  key: level("dBFS"),
};
export type CompressorReadouts = typeof compressorReadouts;
