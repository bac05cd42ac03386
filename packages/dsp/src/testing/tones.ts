import { dbToGain } from "../level/decibels.js";

/** Seconds and peak level in dBFS of one stretch of a test signal. `-Infinity` is silence. */
export type Stretch = readonly [seconds: number, levelDb: number];

/**
 * One channel of a 1 kHz sine that changes its level without a break, as EBU Tech 3341 and 3342 describe their signals.
 * @param sampleRate - Hz, a multiple of 100.
 */
export function toneOf(stretches: readonly Stretch[], sampleRate: number): Float32Array {
  let seconds = 0;
  const ends = stretches.map(([length]) => Math.round((seconds += length) * sampleRate));
  const signal = new Float32Array(ends.at(-1) ?? 0);
  // 1 kHz repeats after ten periods at every rate that is a multiple of 100 Hz.
  const period = Float64Array.from({ length: sampleRate / 100 }, (_, n) => Math.sin((2 * Math.PI * 1000 * n) / sampleRate));
  let at = 0;
  stretches.forEach(([, levelDb], n) => {
    const gain = dbToGain(levelDb);
    for (; at < (ends[n] ?? 0); at++) signal[at] = gain * (period[at % period.length] ?? 0);
  });
  return signal;
}

/** `count` copies of a list in a row. */
export function repeat(stretches: readonly Stretch[], count: number): Stretch[] {
  return Array.from({ length: count }, () => stretches).flat();
}
