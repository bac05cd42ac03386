/** Width of the knee in decibels. */
export const KNEE_DB = 6;

/**
 * By how much a steady level is turned down, in decibels: 0 or less (D. Giannoulis, M. Massberg, J. Reiss, "Digital
 * Dynamic Range Compressor Design", JAES 60, 2012, eq. 4).
 */
export function reductionDb(levelDb: number, thresholdDb: number, ratio: number): number {
  const overDb = levelDb - thresholdDb;
  const slope = 1 / ratio - 1;
  if (overDb <= -KNEE_DB / 2) return 0;
  if (overDb >= KNEE_DB / 2) return slope * overDb;
  return (slope * (overDb + KNEE_DB / 2) ** 2) / (2 * KNEE_DB);
}
