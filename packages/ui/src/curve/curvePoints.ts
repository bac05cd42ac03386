import { AUDIBLE, xToFrequency } from "./frequencyScale.js";
import type { FrequencySpan } from "./frequencyScale.js";

/** Points of a response curve, with memory for their levels. */
export interface CurvePoints {
  /** Of the drawing that they are for, CSS pixels. */
  readonly width: number;
  readonly frequenciesHz: Float64Array;
  /** dB, for the caller to fill. */
  readonly responseDb: Float64Array;
}

/**
 * Frequencies evenly spaced on a logarithmic scale from the left edge of a drawing to its right.
 * @param spacing - CSS pixels from one point to the next.
 */
export function createCurvePoints(width: number, span: FrequencySpan = AUDIBLE, spacing = 2): CurvePoints {
  const count = Math.max(2, Math.ceil(width / spacing) + 1);
  const frequenciesHz = Float64Array.from({ length: count }, (_, i) => xToFrequency(i, count - 1, span));
  return { width, frequenciesHz, responseDb: new Float64Array(count) };
}
