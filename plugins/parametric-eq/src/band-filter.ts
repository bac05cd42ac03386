import { butterworthQ, butterworthSections, SECTION_LENGTH, type MatchedDesigner } from "@headroom/dsp";
import type { BandType } from "./params.js";

/** The most sections that a band can take: 96 dB an octave. */
export const MOST_SECTIONS = 8;

const DB_PER_ORDER = 6;

/** Whether a type has a slope, and sections by it. */
export function hasSlope(type: BandType): boolean {
  return type === "low-cut" || type === "high-cut";
}

/** Whether a type has a gain. */
export function hasGain(type: BandType): boolean {
  return type === "bell" || type === "low-shelf" || type === "high-shelf" || type === "tilt";
}

/** Sections that a band takes. @param slope - dB an octave. */
export function bandSections(type: BandType, slope: number): number {
  return hasSlope(type) ? butterworthSections(slope / DB_PER_ORDER) : 1;
}

/**
 * Coefficients of one band: what the processor filters with and what the view draws. Allocates nothing.
 *
 * A cut is a Butterworth filter of slope/6th order. Its Q control scales the Q of its last, most resonant section:
 * 1/√2 leaves it Butterworth. At 6 dB an octave there is none.
 * @param slope - dB an octave, a multiple of 6.
 * @param out - receives {@link bandSections} sections.
 */
export function designBand(
  designer: MatchedDesigner,
  type: BandType,
  slope: number,
  frequencyHz: number,
  gainDb: number,
  q: number,
  sampleRate: number,
  out: Float64Array,
): void {
  if (type !== "low-cut" && type !== "high-cut") {
    designer.design(type, frequencyHz, q, gainDb, sampleRate, out, 0);
    return;
  }
  const order = slope / DB_PER_ORDER;
  const pairs = Math.floor(order / 2);
  for (let n = 0; n < pairs; n++) {
    const resonance = n === pairs - 1 ? q * Math.SQRT2 : 1;
    designer.design(type, frequencyHz, butterworthQ(order, n) * resonance, 0, sampleRate, out, n * SECTION_LENGTH);
  }
  if (order % 2 === 1) {
    const single = type === "low-cut" ? "low-cut-1" : "high-cut-1";
    designer.design(single, frequencyHz, 1, 0, sampleRate, out, pairs * SECTION_LENGTH);
  }
}
