/** The filter's response in decibels at a frequency: the view draws it, and the test holds the processor to it. */
export function responseDb(hz: number, cutoffHz: number, resonance: number, sampleRate: number): number {
  const nyquist = sampleRate / 2;
  // The filter is an analog one whose frequencies are bent so that infinity comes to lie at half the sample rate.
  const bent = (f: number) => Math.tan((Math.PI / 2) * (Math.min(f, 0.98 * nyquist) / nyquist));
  const ratio = bent(hz) / bent(cutoffHz);
  return -10 * Math.log10((1 - ratio ** 2) ** 2 + (ratio / resonance) ** 2);
}

/** Seconds until what rings is 120 dB down: how fast the filter's poles decay from frame to frame. */
export function tailSeconds(cutoffHz: number, resonance: number, sampleRate: number): number {
  const g = Math.tan(Math.PI * Math.min(cutoffHz / sampleRate, 0.49));
  const loss = g / resonance;
  const decay = Math.log((1 + loss + g * g) / (1 - loss + g * g)) / 2;
  return Math.log(1e6) / (decay * sampleRate);
}
