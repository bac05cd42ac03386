/** Moore, Glasberg and Baer 1997, "A model for the prediction of thresholds, loudness, and partial loudness". */
const EXPONENT = 0.2;
/** Two of the threshold in quiet. */
const OFFSET = 2;
const QUIET_OFFSET = OFFSET ** EXPONENT;
const AT_THRESHOLD = (1 + OFFSET) ** EXPONENT - QUIET_OFFSET;
/** Signal to noise at the masked threshold of the ear's filters: −3 dB, as the paper has it from 1 kHz up. */
const MASKED_RATIO = 10 ** -0.3;

/**
 * Threshold of hearing in quiet, in dB SPL (Terhardt 1979): about 40 at 50 Hz, −5 at 3.3 kHz.
 * @param frequencyHz - above 0.
 */
export function quietThresholdDb(frequencyHz: number): number {
  const khz = frequencyHz / 1000;
  return 3.64 * khz ** -0.8 - 6.5 * Math.exp(-0.6 * (khz - 3.3) ** 2) + 1e-3 * khz ** 4;
}

/**
 * Specific loudness of a sound by itself, in arbitrary units, as the paper has it without its scale.
 * @param signal - excitation over the threshold in quiet of its frequency, as a ratio of powers.
 */
export function specificLoudness(signal: number): number {
  if (!(signal > 0)) return 0;
  if (signal >= 1) return (signal + OFFSET) ** EXPONENT - QUIET_OFFSET;
  return ((2 * signal) / (signal + 1)) ** 1.5 * ((signal + OFFSET) ** EXPONENT - QUIET_OFFSET);
}

/**
 * What is left of a sound's specific loudness beside another sound in the same filter: all of it
 * where the other is silent; where the signal lies far above, what the other takes grows smaller.
 * @param signal - excitation over the threshold in quiet, as a ratio of powers.
 * @param noise - of the other sound, in the same unit.
 */
export function partialLoudness(signal: number, noise: number): number {
  if (!(signal > 0)) return 0;
  if (!(noise > 0)) return specificLoudness(signal);
  const threshold = MASKED_RATIO * noise + 1;
  const together = (signal + noise + OFFSET) ** EXPONENT;
  const atThreshold = (noise + threshold + OFFSET) ** EXPONENT;
  if (signal >= threshold) return together - QUIET_OFFSET - (atThreshold - (1 + OFFSET) ** EXPONENT) * (threshold / signal) ** 0.3;
  const alone = (noise + OFFSET) ** EXPONENT;
  return ((2 * signal) / (signal + threshold)) ** 1.5 * (AT_THRESHOLD / (atThreshold - alone)) * (together - alone);
}
