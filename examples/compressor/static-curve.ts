/**
 * By how many decibels a level is turned down: 0 or less. A straight line above the threshold, and a parabola across the
 * knee around it (D. Giannoulis, M. Massberg, J. D. Reiss, "Digital dynamic range compressor design", JAES 60, 2012,
 * equation 4). `@audioThread`
 * @param levelDb - of the key.
 * @param ratio - decibels above the threshold for one decibel at the output, 1 or more.
 * @param kneeDb - width of the knee, 0 for a corner.
 */
export function reductionDb(levelDb: number, thresholdDb: number, ratio: number, kneeDb: number): number {
  const over = levelDb - thresholdDb;
  const slope = 1 / ratio - 1;
  if (2 * over <= -kneeDb) return 0;
  if (2 * over >= kneeDb) return slope * over;
  return (slope * (over + kneeDb / 2) ** 2) / (2 * kneeDb);
}
