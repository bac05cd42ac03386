import { float, frequency } from "@headroom/sdk";

/** Each line is a parameter: its range, text, smoothing and automation come from here. */
export const params = {
  cutoff: frequency({ min: 20, max: 20_000, default: 2000 }),
  resonance: float({ min: 0.5, max: 10, default: 0.707, taper: "log" }),
};
export type Params = typeof params;
