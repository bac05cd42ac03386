/** The lowest level that {@link gainToDb} gives, in dB. Digital silence reads as this. */
export const FLOOR_DB = -200;

/**
 * Linear amplitude of a level: 0 dB is exactly 1.
 * @param db - any number; at or below {@link FLOOR_DB} the amplitude is 0. NaN gives NaN.
 */
export function dbToGain(db: number): number {
  return db <= FLOOR_DB ? 0 : 10 ** (db / 20);
}

/**
 * Level of a linear amplitude in dB, the inverse of {@link dbToGain}.
 * @param gain - amplitude; the sign is ignored.
 * @returns at least {@link FLOOR_DB}, also for 0. NaN gives NaN.
 */
export function gainToDb(gain: number): number {
  // A conditional with the constant as one of its results would put the other in a new box at every call.
  return Math.max(FLOOR_DB, 20 * Math.log10(Math.abs(gain)));
}

/**
 * Level of a power (mean square) in dB: `gainToDb(sqrt(power))`, without the root.
 * @param power - not negative.
 * @returns at least {@link FLOOR_DB}.
 */
export function powerToDb(power: number): number {
  return Math.max(FLOOR_DB, 10 * Math.log10(power));
}
