import { float, levels, toggle } from "@headroom/sdk";

/** Each line is a parameter: its range, text and automation come from here. */
export const params = {
  /** Decibels a second. */
  fall: float({ min: 5, max: 60, default: 20, label: "Fall, dB/s" }),
  /** Keeps the highest peak while on. */
  hold: toggle(true, { label: "Hold peaks" }),
};
export type Params = typeof params;

/** What the processor shows, left and right. */
export const readouts = {
  /** Sample peak, rising at once and falling by `fall`. */
  peak: levels("dBFS", 2),
  /** Highest peak since `hold` was turned on. */
  held: levels("dBFS", 2),
  /** Root mean square, exponentially weighted over 300 ms. */
  rms: levels("dBFS", 2),
};
export type Readouts = typeof readouts;
