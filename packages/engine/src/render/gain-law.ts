import { FADER_FLOOR_DB } from "@headroom/session/limits";

/** Linear amplitude of a fader or trim position; at the floor it is closed, at 0 dB exactly 1. */
export function faderGain(db: number): number {
  if (db <= FADER_FLOOR_DB) return 0;
  return db === 0 ? 1 : 10 ** (db / 20);
}

/**
 * Balance: the side away from which the strip is panned falls as a cosine, the other stays.
 * @param pan - −1…1; 0 gives exactly 1.
 */
export function balanceLeft(pan: number): number {
  return pan <= 0 ? 1 : pan >= 1 ? 0 : Math.cos((pan * Math.PI) / 2);
}

/** See {@link balanceLeft}. */
export function balanceRight(pan: number): number {
  return balanceLeft(-pan);
}
