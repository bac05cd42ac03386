import { decibels, float, percent } from "@headroom/sdk";
import { FADER_FLOOR_DB, FADER_MAX_DB, TRIM_RANGE_DB } from "@headroom/session";

/** A strip's continuous controls as parameters, so that the same knobs and faders serve strips and plugins. */
export const STRIP_CONTROLS = {
  trimDb: decibels({ label: "Trim", min: -TRIM_RANGE_DB, max: TRIM_RANGE_DB, default: 0 }),
  pan: float({ label: "Pan", min: -1, max: 1, default: 0 }),
  width: float({ label: "Width", min: 0, max: 2, default: 1 }),
  faderDb: decibels({ label: "Fader", min: FADER_FLOOR_DB, max: FADER_MAX_DB, default: 0, taper: "fader" }),
};

export type StripControlName = keyof typeof STRIP_CONTROLS;

/** An insert's mix, in percent of the processed signal. */
export const INSERT_MIX = percent({ label: "Mix", min: 0, max: 100, default: 100 });

/** Pan as people write it: "C", "L 30", "R 100". */
export function panText(pan: number): string {
  const share = Math.round(Math.abs(pan) * 100);
  return share === 0 ? "C" : `${pan < 0 ? "L" : "R"} ${share}`;
}

/** A fader's level as people write it: at the floor it is closed. */
export function faderText(faderDb: number): string {
  if (faderDb <= FADER_FLOOR_DB) return "−∞";
  return `${faderDb > 0.05 ? "+" : ""}${faderDb.toFixed(1).replace("-", "−")}`;
}
