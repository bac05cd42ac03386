import { SECTION_LENGTH } from "./coefficients.js";

/**
 * Power gain of a run of biquads at one frequency.
 * @param coefficients - see {@link SECTION_LENGTH}.
 * @param sections - how many of them, from the first.
 * @param radians - frequency in radians a frame, 0…π.
 * @returns |H|², the square of the amplitude.
 */
export function sectionsPower(coefficients: Float64Array, sections: number, radians: number): number {
  const c1 = Math.cos(radians);
  const s1 = Math.sin(radians);
  // In (1 − cos) form the sums near z = 1 keep their digits at frequencies far below the sample rate.
  const half = Math.sin(radians / 2);
  const v1 = 2 * half * half;
  const v2 = 2 * s1 * s1;
  const s2 = 2 * s1 * c1;
  let power = 1;
  for (let n = 0; n < sections; n++) {
    const o = n * SECTION_LENGTH;
    const b0 = coefficients[o]!;
    const b1 = coefficients[o + 1]!;
    const b2 = coefficients[o + 2]!;
    const a1 = coefficients[o + 3]!;
    const a2 = coefficients[o + 4]!;
    const br = b0 + b1 + b2 - b1 * v1 - b2 * v2;
    const bi = b1 * s1 + b2 * s2;
    const ar = 1 + a1 + a2 - a1 * v1 - a2 * v2;
    const ai = a1 * s1 + a2 * s2;
    power *= (br * br + bi * bi) / (ar * ar + ai * ai);
  }
  return power;
}

/**
 * Adds the magnitude response of a run of biquads, in dB, to `out`.
 * @param frequencies - Hz; above half the sample rate they read as half the sample rate.
 * @param sampleRate - Hz.
 * @param out - one number a frequency; start from zeros to have this response alone.
 */
export function addResponseDb(
  coefficients: Float64Array,
  sections: number,
  frequencies: ArrayLike<number>,
  sampleRate: number,
  out: Float32Array | Float64Array,
): void {
  const frames = Math.min(frequencies.length, out.length);
  for (let i = 0; i < frames; i++) {
    const radians = Math.min(Math.PI, (2 * Math.PI * frequencies[i]!) / sampleRate);
    // 1e-30 (−300 dB) keeps the curve of a notch finite.
    out[i] = out[i]! + 10 * Math.log10(sectionsPower(coefficients, sections, radians) + 1e-30);
  }
}
