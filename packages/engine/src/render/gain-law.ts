import { FADER_FLOOR_DB } from "@headroom/session/limits";

/** No setting gives more; what stands in shared memory may say anything. */
const MOST_DB = 60;

/** Linear amplitude of a fader or trim position; at the floor it is closed, at 0 dB exactly 1. */
export function faderGain(db: number): number {
  if (db <= FADER_FLOOR_DB) return 0;
  return db === 0 ? 1 : 10 ** (Math.min(db, MOST_DB) / 20);
}

/**
 * Gain of the left side of what is panned; at an end the side that is heard has exactly 1. With a law of 0 dB the side
 * away from which it goes falls as a cosine, and the other stays. With the others both move: −3 dB is cosine and sine, of
 * constant power; −6 dB their squares, of constant sum; −4.5 dB lies between the two.
 * @param pan - −1…1.
 * @param lawDb - gain of both sides at the centre, 0…−6.
 */
export function panLeft(pan: number, lawDb: number): number {
  if (pan >= 1) return 0;
  if (pan <= -1) return 1;
  if (lawDb === 0) return pan <= 0 ? 1 : Math.cos((pan * Math.PI) / 2);
  return Math.cos(((pan + 1) * Math.PI) / 4) ** (-lawDb / 3);
}

/** See {@link panLeft}. */
export function panRight(pan: number, lawDb: number): number {
  return panLeft(-pan, lawDb);
}
