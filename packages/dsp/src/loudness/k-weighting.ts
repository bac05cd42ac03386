import { SECTION_LENGTH } from "../filter/coefficients.js";

/** Sections of the K-weighting filter: the shelf of the head, then the high-pass. */
export const K_WEIGHTING_SECTIONS = 2;

const SHELF_HZ = 1681.974450955533;
const SHELF_DB = 3.999843853973347;
const SHELF_Q = 0.7071752369554196;
const HIGH_PASS_HZ = 38.13547087602444;
const HIGH_PASS_Q = 0.5003270373238773;
/** The part of the shelf's gain that its middle term takes, as an exponent. */
const SHELF_MIDDLE = 0.4996667741545416;

/**
 * Designs the K-weighting filter of ITU-R BS.1770-5 for any sample rate: the analog filter behind the recommendation's
 * table for 48 kHz, by the bilinear transform. The numerator of the high-pass is exactly 1, −2, 1, as in the table.
 *
 * Source of the constants: B. De Man, "Evaluation of Implementations of the EBU R128 Loudness Measurement", AES 2018.
 * @param sampleRate - Hz; 8 kHz or more.
 * @param out - receives {@link K_WEIGHTING_SECTIONS} sections from its start; see {@link SECTION_LENGTH}.
 */
export function designKWeighting(sampleRate: number, out: Float64Array): void {
  const k = Math.tan((Math.PI * SHELF_HZ) / sampleRate);
  const high = 10 ** (SHELF_DB / 20);
  const middle = high ** SHELF_MIDDLE;
  const a0 = 1 + k / SHELF_Q + k * k;
  out[0] = (high + (middle * k) / SHELF_Q + k * k) / a0;
  out[1] = (2 * (k * k - high)) / a0;
  out[2] = (high - (middle * k) / SHELF_Q + k * k) / a0;
  out[3] = (2 * (k * k - 1)) / a0;
  out[4] = (1 - k / SHELF_Q + k * k) / a0;

  const h = Math.tan((Math.PI * HIGH_PASS_HZ) / sampleRate);
  const h0 = 1 + h / HIGH_PASS_Q + h * h;
  out[SECTION_LENGTH] = 1;
  out[SECTION_LENGTH + 1] = -2;
  out[SECTION_LENGTH + 2] = 1;
  out[SECTION_LENGTH + 3] = (2 * (h * h - 1)) / h0;
  out[SECTION_LENGTH + 4] = (1 - h / HIGH_PASS_Q + h * h) / h0;
}
