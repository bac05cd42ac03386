/**
 * How a biquad's coefficients lie in memory: five numbers a section, `b0 b1 b2 a1 a2` of
 *
 *     H(z) = (b0 + b1 z⁻¹ + b2 z⁻²) / (1 + a1 z⁻¹ + a2 z⁻²)
 *
 * Section n starts at `n * SECTION_LENGTH`.
 */
export const SECTION_LENGTH = 5;

/** Coefficients for up to `sections` biquads, all set to pass the signal unchanged. */
export function createSections(sections: number): Float64Array {
  const coefficients = new Float64Array(sections * SECTION_LENGTH);
  for (let n = 0; n < sections; n++) coefficients[n * SECTION_LENGTH] = 1;
  return coefficients;
}

/**
 * Turns a section into its inverse in place: poles and zeros change places, gains their sign.
 * The inverse is stable when the section is minimum-phase, as every boost of the designer is.
 */
export function invertSection(coefficients: Float64Array, offset: number): void {
  const b0 = coefficients[offset]!;
  const b1 = coefficients[offset + 1]!;
  const b2 = coefficients[offset + 2]!;
  coefficients[offset] = 1 / b0;
  coefficients[offset + 1] = coefficients[offset + 3]! / b0;
  coefficients[offset + 2] = coefficients[offset + 4]! / b0;
  coefficients[offset + 3] = b1 / b0;
  coefficients[offset + 4] = b2 / b0;
}
