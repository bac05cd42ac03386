import type { Vowel } from "../composition/vocal-line.js";

/** A resonance of the mouth. */
export interface Formant {
  readonly frequencyHz: number;
  readonly bandwidthHz: number;
  /** Level as a gain. */
  readonly gain: number;
}

/**
 * The three lowest formants of sung vowels, for a high voice.
 * Frequencies: G. E. Peterson and H. L. Barney, "Control methods used in a study of the vowels",
 * J. Acoust. Soc. Am. 24 (1952), means for women. Bandwidths and levels are chosen, not from there.
 */
export const FORMANTS: Readonly<Record<Vowel, readonly [Formant, Formant, Formant]>> = {
  ah: formants([850, 1220, 2810], [1, 0.7, 0.22]),
  eh: formants([610, 2330, 2990], [1, 0.42, 0.25]),
  ee: formants([310, 2790, 3310], [1, 0.34, 0.28]),
  oh: formants([590, 920, 2710], [1, 0.6, 0.12]),
  oo: formants([370, 950, 2670], [1, 0.3, 0.08]),
};

function formants(
  frequencies: readonly [number, number, number],
  gains: readonly [number, number, number],
): readonly [Formant, Formant, Formant] {
  const formant = (index: 0 | 1 | 2): Formant => ({
    frequencyHz: frequencies[index],
    bandwidthHz: 70 + 0.05 * frequencies[index],
    gain: gains[index],
  });
  return [formant(0), formant(1), formant(2)];
}
