import { SECTION_LENGTH } from "../filter/coefficients.js";
import { sectionsPower } from "../filter/response.js";
import { halfBandAmplitude, STEEP_PAIRS, WIDE_PAIRS } from "./half-band.js";
import type { OversamplingFactor } from "./oversampler.js";

/** Up to this share of half the sample rate the oversampler is flat and no image reaches back. */
const FLAT_SHARE = 0.9;

/**
 * Adds the magnitude response in dB of biquads that run between `up` and `down` of an `Oversampler`, its half-bands and
 * what they let through of images included.
 * @param coefficients - designed for `factor · sampleRate`; see `SECTION_LENGTH`.
 * @param sections - how many of them, from the first.
 * @param frequencies - Hz; above half the sample rate they read as half the sample rate.
 * @param sampleRate - Hz, outside the oversampler.
 * @param out - one number a frequency; start from zeros to have this response alone.
 */
export function addOversampledResponseDb(
  coefficients: Float64Array,
  sections: number,
  factor: OversamplingFactor,
  frequencies: ArrayLike<number>,
  sampleRate: number,
  out: Float32Array | Float64Array,
): void {
  const frames = Math.min(frequencies.length, out.length);
  for (let i = 0; i < frames; i++) {
    const radians = Math.min(Math.PI, (2 * Math.PI * frequencies[i]!) / sampleRate);
    const power =
      radians < FLAT_SHARE * Math.PI
        ? sectionsPower(coefficients, sections, radians / factor)
        : powerWithImages(coefficients, sections, factor, radians);
    out[i] = out[i]! + 10 * Math.log10(power + 1e-30);
  }
}

/** The images are sums over the circle of the higher rate; the whole delay is whole frames, so it turns none of them. */
function powerWithImages(coefficients: Float64Array, sections: number, factor: OversamplingFactor, radians: number): number {
  let real = 0;
  let imaginary = 0;
  for (let image = 0; image < factor; image++) {
    const angle = (radians + 2 * Math.PI * image) / factor;
    const steep = halfBandAmplitude(STEEP_PAIRS, factor === 4 ? 2 * angle : angle);
    const wide = factor === 4 ? halfBandAmplitude(WIDE_PAIRS, angle) : 1;
    let r = (steep * wide) ** 2;
    let i = 0;
    const [c1, s1, c2, s2] = [Math.cos(angle), Math.sin(angle), Math.cos(2 * angle), Math.sin(2 * angle)];
    for (let n = 0; n < sections; n++) {
      const o = n * SECTION_LENGTH;
      const [b0, b1, b2, a1, a2] = [coefficients[o]!, coefficients[o + 1]!, coefficients[o + 2]!, coefficients[o + 3]!, coefficients[o + 4]!];
      const [nr, ni] = [b0 + b1 * c1 + b2 * c2, -b1 * s1 - b2 * s2];
      const [dr, di] = [1 + a1 * c1 + a2 * c2, -a1 * s1 - a2 * s2];
      const square = dr * dr + di * di;
      const [hr, hi] = [(nr * dr + ni * di) / square, (ni * dr - nr * di) / square];
      [r, i] = [r * hr - i * hi, r * hi + i * hr];
    }
    real += r;
    imaginary += i;
  }
  return real * real + imaginary * imaginary;
}
