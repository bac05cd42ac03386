/** As `FilterProcessor` holds its cutoff. */
const HIGHEST = 0.49;

/**
 * Magnitude response of the filter: the analog one at warped frequencies (the bilinear transform's), which is exact.
 * `@audioThread`
 * @param frequencies - Hz; at half the sample rate and above the response of the highest frequency below it is given.
 * @param out - receives dB, −200 or more.
 */
export function responseDb(highPass: boolean, cutoffHz: number, q: number, sampleRate: number, frequencies: ArrayLike<number>, out: Float32Array): void {
  const g = Math.tan(Math.PI * Math.min(HIGHEST, cutoffHz / sampleRate));
  for (let i = 0; i < out.length; i++) {
    const x = Math.tan(Math.PI * Math.min(0.4999, frequencies[i]! / sampleRate)) / g;
    const power = (highPass ? x ** 4 : 1) / ((1 - x * x) ** 2 + (x / q) ** 2);
    out[i] = 10 * Math.log10(Math.max(power, 1e-20));
  }
}
