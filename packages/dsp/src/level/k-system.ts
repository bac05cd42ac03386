import { FLOOR_DB, gainToDb } from "./decibels.js";

/** Scales of the K-System. */
export type KScale = "K-12" | "K-14" | "K-20";

/** Headroom above the 0 of each scale, in dB. Source: B. Katz, "An Integrated Approach to Metering", AES 2000. */
export const K_HEADROOM_DB: Readonly<Record<KScale, number>> = { "K-12": 12, "K-14": 14, "K-20": 20 };

/** A sine reads the same on a K meter's peak and average (AES17). */
const SINE_DB = 20 * Math.log10(Math.SQRT2);

/**
 * A level on a scale of the K-System: 0 for a sine whose peak is 12, 14 or 20 dB below full scale.
 * @param rms - linear amplitude, root mean square, of the `RmsMeter`.
 * @returns dB on the scale; for silence {@link FLOOR_DB}.
 */
export function kSystemDb(rms: number, scale: KScale): number {
  return Math.max(FLOOR_DB, gainToDb(rms) + SINE_DB + K_HEADROOM_DB[scale]);
}
