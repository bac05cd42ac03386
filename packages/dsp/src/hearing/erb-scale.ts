/** Glasberg and Moore 1990, "Derivation of auditory filter shapes from notched-noise data", equations 3 and 4. */
const ERB_AT_ZERO_HZ = 24.7;
const PER_KILOHERTZ = 4.37;
const CAMS_PER_DECADE = 21.4;

/** Equivalent rectangular bandwidth of the ear's filter at a frequency, in Hz. @param frequencyHz - 0 or more. */
export function erbHz(frequencyHz: number): number {
  return ERB_AT_ZERO_HZ * ((PER_KILOHERTZ * frequencyHz) / 1000 + 1);
}

/** ERB-number of a frequency, in Cam: how many of the ear's filters lie side by side below it. */
export function hzToCam(frequencyHz: number): number {
  return CAMS_PER_DECADE * Math.log10((PER_KILOHERTZ * frequencyHz) / 1000 + 1);
}

/** The inverse of {@link hzToCam}. */
export function camToHz(cam: number): number {
  return ((10 ** (cam / CAMS_PER_DECADE) - 1) / PER_KILOHERTZ) * 1000;
}
