import { bypass, choice, decibels, float, frequency, integer, milliseconds, percent, toggle } from "@headroom/sdk";

/** One of each kind, in groups. The host draws them, writes and reads them as text, smooths, automates and saves them. */
export const stripParams = {
  // The host's own bypass is this: no control is drawn for it.
  off: bypass(),
  gain: decibels({ min: -60, max: 12, default: 0, taper: "fader", group: "Level" }),
  balance: float({ min: -1, max: 1, default: 0, group: "Level" }),
  width: percent({ min: 0, max: 200, default: 100, group: "Level" }),
  lowCut: frequency({ min: 10, max: 1000, default: 10, group: "Tone" }),
  slope: choice(["6", "12"], { default: "6", labels: { 6: "6 dB/oct", 12: "12 dB/oct" }, group: "Tone" }),
  // It moves at once and in whole steps; over the length of a song nobody wants that automated.
  bits: integer({ min: 4, max: 24, default: 24, group: "Tone", automatable: false, label: "Bits a sample" }),
  // The delay line goes over by itself.
  delay: milliseconds({ min: 0, max: 20, default: 0, smoothMs: 0, group: "Time", automatable: false }),
  invert: toggle(false, { group: "Time", label: "Invert polarity" }),
  // Kept and saved, but no control is drawn; and of the moment, so that presets leave it alone.
  difference: toggle(false, { hidden: true, transient: true, automatable: false }),
};
export type StripParams = typeof stripParams;
