import { choice, float, frequency, responseCurve } from "@headroom/sdk";

export const filterParams = {
  type: choice(["low-pass", "high-pass"], { default: "low-pass" }),
  cutoff: frequency({ min: 20, max: 20_000, default: 1000 }),
  resonance: float({ min: 0.5, max: 10, default: Math.SQRT1_2, taper: "log", label: "Q" }),
};
export type FilterParams = typeof filterParams;

export const filterReadouts = { response: responseCurve() };
export type FilterReadouts = typeof filterReadouts;
