/** The span of frequencies that a curve shows, Hz. */
export interface FrequencySpan {
  readonly lowHz: number;
  readonly highHz: number;
}

/** 20 Hz to 20 kHz. */
export const AUDIBLE: FrequencySpan = { lowHz: 20, highHz: 20_000 };

/** Where a frequency lies across a width, on a logarithmic scale. Frequencies outside lie outside. */
export function frequencyToX(hz: number, width: number, span = AUDIBLE): number {
  return (Math.log(hz / span.lowHz) / Math.log(span.highHz / span.lowHz)) * width;
}

/** The inverse of {@link frequencyToX}, Hz. */
export function xToFrequency(x: number, width: number, span = AUDIBLE): number {
  return span.lowHz * (span.highHz / span.lowHz) ** (x / width);
}

/** Where a gain lies down a height whose middle is 0 dB and whose ends are ±`rangeDb`. */
export function gainToY(gainDb: number, height: number, rangeDb: number): number {
  return (height / 2) * (1 - gainDb / rangeDb);
}

/** The inverse of {@link gainToY}, dB. */
export function yToGain(y: number, height: number, rangeDb: number): number {
  return (1 - (2 * y) / height) * rangeDb;
}
