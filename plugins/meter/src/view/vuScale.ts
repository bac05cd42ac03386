/** Numbers of a VU meter's dial (IEC 60268-17). */
export const VU_MARKS = [-20, -10, -7, -5, -3, -2, -1, 0, 1, 2, 3] as const;

const TOP_VU = 3;
/** A little beyond the last mark the needle meets its stop. */
const STOP = 1.04;

/** Deflection of the needle, 0 at rest…1 at +3 VU: in proportion to the amplitude, as a moving coil's is. */
export function vuDeflection(vu: number): number {
  return Math.min(STOP, 10 ** ((vu - TOP_VU) / 20));
}
