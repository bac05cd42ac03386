import { float, levels, milliseconds, toggle } from "@headroom/sdk";

/** All parameters of Meter. */
export const meterParams = {
  holdSeconds: float({ min: 0, max: 30, default: 2, unit: "s", smoothMs: 0, label: "Hold" }),
  integrationMs: milliseconds({ min: 10, max: 3000, default: 300, taper: "log", smoothMs: 0, label: "RMS time" }),
  /** A trigger: each time it turns on, peak, hold, maximum and clips start anew. Turn it off again to be ready. */
  reset: toggle(false, { automatable: false }),
};
export type MeterParams = typeof meterParams;

/** All readouts of Meter, left and right. */
export const meterReadouts = {
  /** Sample peak, rising at once, falling at 20 dB/s. */
  peak: levels("dBFS", 2),
  /** Root mean square, exponentially weighted over `integrationMs`. A full-scale sine reads −3.0. */
  rms: levels("dBFS", 2),
  /** Highest peak of the last `holdSeconds`. */
  hold: levels("dBFS", 2),
  /** Highest sample since the last reset. */
  max: levels("dBFS", 2),
  /** Runs of samples at or over full scale since the last reset. */
  clips: levels("", 2),
};
export type MeterReadouts = typeof meterReadouts;
