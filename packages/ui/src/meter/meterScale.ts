/**
 * Deflection of a digital peak meter: [dBFS, percent] of IEC 60268-18, continued above 0 dBFS at the slope of
 * its top part, for signals that floating point carries beyond full scale.
 */
const DEFLECTION: readonly (readonly [number, number])[] = [
  [-70, 0], [-60, 2.5], [-50, 7.5], [-40, 15], [-30, 30], [-20, 50], [0, 100], [6, 115],
];
const TOP = 115;

/** Share of a meter's length, 0…1, that a level fills. Below −70 dBFS and NaN: 0; above +6 dBFS: 1. */
export function meterTravel(levelDb: number): number {
  if (!(levelDb > -70)) return 0;
  for (let i = 1; i < DEFLECTION.length; i++) {
    const [highDb, high] = DEFLECTION[i] ?? [0, 0];
    if (levelDb > highDb) continue;
    const [lowDb, low] = DEFLECTION[i - 1] ?? [0, 0];
    return (low + ((high - low) * (levelDb - lowDb)) / (highDb - lowDb)) / TOP;
  }
  return 1;
}
