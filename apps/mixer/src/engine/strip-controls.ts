import { decibels, percent } from "@headroom/sdk";
import { FADER_FLOOR_DB, FADER_MAX_DB, TRIM_RANGE_DB } from "@headroom/session";

/** A strip's continuous controls as parameters, so that the same knobs and faders serve strips and plugins. */
export const STRIP_CONTROLS = {
  trimDb: decibels({ label: "Trim", min: -TRIM_RANGE_DB, max: TRIM_RANGE_DB, default: 0 }),
  /** People read and type percent; the session has −1…1. */
  pan: percent({ label: "Pan", min: -100, max: 100, default: 0 }),
  faderDb: decibels({ label: "Fader", min: FADER_FLOOR_DB, max: FADER_MAX_DB, default: 0, taper: "fader" }),
};

export type StripControlName = keyof typeof STRIP_CONTROLS;

/** A control's number for each unit of what the session and the engine hold. */
export const SESSION_SCALE: Readonly<Record<StripControlName, number>> = { trimDb: 1, pan: 100, faderDb: 1 };

/** An insert's mix, in percent of the processed signal. */
export const INSERT_MIX = percent({ label: "Mix", min: 0, max: 100, default: 100 });

/** Pan as people write it: "C", "L 30", "R 100". @param panPercent - −100 is left. */
export function panText(panPercent: number): string {
  const share = Math.round(Math.abs(panPercent));
  return share === 0 ? "C" : `${panPercent < 0 ? "L" : "R"} ${share}`;
}
