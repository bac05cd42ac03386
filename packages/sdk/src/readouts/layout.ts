import { readoutLength, type ReadoutSpecs } from "./spec.js";

/** Int32 words a readout has in the header: observers, then a sequence that is odd while a series is written. */
export const READOUT_WORDS = 2;
/** The header word that counts observers. */
export const OBSERVED = 0;
/** The header word that counts publications twice. */
export const SEQUENCE = 1;

/** Where one readout lies in its memory region. */
export interface ReadoutPlace {
  /** As stated. */
  readonly id: string;
  /** Index of the readout's first header word, in Int32. */
  readonly word: number;
  /** Index of its first value, in Float32 from the region's start. */
  readonly value: number;
  /** How many values. */
  readonly length: number;
}

/** The memory region of all readouts of a plugin. */
export interface ReadoutLayout {
  /** In the order of the statement. */
  readonly places: readonly ReadoutPlace[];
  /** Bytes of the whole region: header words, then values. */
  readonly bytes: number;
}

/** Where each readout lies in its memory region. Both sides derive it from the same statement. `@anyThread` */
export function readoutLayout(specs: ReadoutSpecs): ReadoutLayout {
  const entries = Object.entries(specs);
  const headerWords = entries.length * READOUT_WORDS;
  let value = headerWords;
  const places = entries.map(([id, spec], i) => {
    const place = { id, word: i * READOUT_WORDS, value, length: readoutLength(spec) };
    value += place.length;
    return place;
  });
  return { places, bytes: value * 4 };
}
