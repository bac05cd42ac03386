import { QUANTUM, SAMPLE_RATE, seededRandom } from "./pages/processor-run.mjs";

const OCTAVES = 16;

/**
 * Stereo noise of equal power in every octave, as programmes have it, after Voss: a sum of random numbers, of which each is
 * drawn half as often as the one before (Gardner, "White and Brown Music, Fractal Curves and One-Over-f Fluctuations", 1978).
 * The same at every call.
 * @param {number} seconds
 */
export function pinkNoise(seconds) {
  const frames = Math.round((seconds * SAMPLE_RATE) / QUANTUM) * QUANTUM;
  const random = seededRandom();
  return [0, 1].map(() => {
    const held = Array.from({ length: OCTAVES }, () => random() - 0.5);
    return Float32Array.from({ length: frames }, (_, n) => {
      // One at a frame: that of as many zeros as n ends with.
      const due = Math.min(OCTAVES - 1, 31 - Math.clz32(n & -n));
      if (n > 0) held[due] = random() - 0.5;
      return held.reduce((sum, number) => sum + number, random() - 0.5) / OCTAVES;
    });
  });
}
