import type { Role } from "../level/level-types.js";

/**
 * What of the spectrum makes a sound what it is, Hz, by its role: below and above, it can spare what another needs. Working
 * knowledge of mixing, not a measurement.
 */
export const ROLE_RANGE_HZ: Readonly<Record<Role, readonly [lowHz: number, highHz: number]>> = {
  kick: [30, 6000], snare: [120, 12_000], clap: [300, 14_000], hats: [400, 20_000], percussion: [150, 16_000], bass: [30, 2500],
  chords: [120, 8000], lead: [150, 12_000], pad: [120, 8000], vocal: [90, 16_000], effects: [100, 20_000], other: [20, 20_000],
};

/** Where many sounds have body, and blur together first: "mud". */
const LOW_MIDS_HZ = [180, 550] as const;
/** What a loss counts where both sounds belong and no others crowd in. */
const SHARED = 0.2;

/**
 * How much a loss in a band matters: nothing where the victim has no business there, all of it where the masker has none or in
 * the crowded low mids, less where both belong.
 */
export function lossWeight(hz: number, victim: Role, masker: Role): number {
  if (!within(hz, ROLE_RANGE_HZ[victim])) return 0;
  if (!within(hz, ROLE_RANGE_HZ[masker]) || within(hz, LOW_MIDS_HZ)) return 1;
  return SHARED;
}

function within(hz: number, [low, high]: readonly [number, number]): boolean {
  return hz >= low && hz <= high;
}
