import { decibels, float, gainReduction, milliseconds, toggle } from "@headroom/sdk";

/** Each line is a parameter: its range, text, smoothing and automation come from here. */
export const params = {
  threshold: decibels({ min: -60, max: 0, default: -18 }),
  ratio: float({ min: 1, max: 20, default: 4, taper: "log" }),
  attack: milliseconds({ min: 0.1, max: 100, default: 10, taper: "log" }),
  release: milliseconds({ min: 10, max: 2000, default: 150, taper: "log" }),
  makeup: decibels({ min: 0, max: 24, default: 0 }),
  /** Hears what is connected to the sidechain instead of the input. */
  external: toggle(false, { label: "Sidechain" }),
};
export type Params = typeof params;

/** What the processor shows: the host draws a gain reduction beside the insert. */
export const readouts = { reduction: gainReduction() };
export type Readouts = typeof readouts;
