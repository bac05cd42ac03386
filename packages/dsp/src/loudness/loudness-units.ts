import { FLOOR_DB, powerToDb } from "../level/decibels.js";

/** Makes a stereo sine of 997 Hz read its level in dBFS (BS.1770-5, equation 2). */
const OFFSET_LU = -0.691;

/**
 * Loudness of a K-weighted mean square, summed over weighted channels (ITU-R BS.1770-5).
 * @param power - not negative.
 * @returns LUFS, at least {@link FLOOR_DB}.
 */
export function powerToLufs(power: number): number {
  return Math.max(FLOOR_DB, powerToDb(power) + OFFSET_LU);
}

/** The inverse of {@link powerToLufs} above its floor. */
export function lufsToPower(lufs: number): number {
  return 10 ** ((lufs - OFFSET_LU) / 10);
}
