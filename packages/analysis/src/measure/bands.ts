import { camToHz, hzToCam } from "@headroom/dsp";

const LOWEST_HZ = 40;
const HIGHEST_HZ = 16_500;
const OCTAVES_HZ = [31.25, 62.5, 125, 250, 500, 1000, 2000, 4000, 8000, 16_000] as const;

/** Centres of the ear's bands, one Cam apart, as far as the sample rate reaches. */
export function bandCenters(sampleRate: number): readonly number[] {
  const top = Math.min(HIGHEST_HZ, 0.45 * sampleRate);
  const first = hzToCam(LOWEST_HZ);
  return Array.from({ length: Math.max(1, Math.floor(hzToCam(top) - first) + 1) }, (_, i) => camToHz(first + i));
}

/** Centres of the octaves that begin below half the sample rate. */
export function octaveCenters(sampleRate: number): readonly number[] {
  return OCTAVES_HZ.filter((hz) => hz / Math.SQRT2 < sampleRate / 2);
}
