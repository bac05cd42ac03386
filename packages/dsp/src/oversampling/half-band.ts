import { kaiserWindow } from "../spectrum/kaiser-window.js";
import { MirroredFilter } from "./mirrored-filter.js";

/** Stops by 100 dB. */
const BETA = 10.06;
/** Passes to 20 kHz and stops from 24.1 kHz at 44.1 kHz. */
export const STEEP_PAIRS = 35;
/** The second doubling has two octaves of room. */
export const WIDE_PAIRS = 8;

/**
 * One half of a linear-phase half-band low-pass of 4·`pairs` − 1 taps: every second tap from the first, `pairs` of them,
 * which the others mirror. Of the taps between them only the middle one is not zero, and is one half. The frequency
 * where it falls to one half is a quarter of the higher sample rate. They add up to exactly one quarter, to rounding.
 */
function createHalfBand(pairs: number): Float64Array {
  const middle = 2 * pairs - 1;
  const taps = new Float64Array(pairs);
  let sum = 0;
  for (let k = 0; k < pairs; k++) {
    const x = 2 * k - middle;
    taps[k] = (Math.sin((Math.PI * x) / 2) / (Math.PI * x)) * kaiserWindow(x / (middle + 1), BETA);
    sum += taps[k]!;
  }
  for (let k = 0; k < pairs; k++) taps[k] = taps[k]! / (4 * sum);
  return taps;
}

/**
 * Amplitude of a half-band without its delay.
 * @param radians - frequency in radians a frame of the higher rate; may go round the circle.
 */
export function halfBandAmplitude(pairs: number, radians: number): number {
  const taps = (HALF_BANDS[pairs] ??= createHalfBand(pairs));
  let sum = 0.5;
  for (let k = 0; k < pairs; k++) sum += 2 * taps[k]! * Math.cos((2 * (pairs - k) - 1) * radians);
  return sum;
}

const HALF_BANDS: Record<number, Float64Array> = {};

/** Doubles the sample rate of one channel. Delays by 2·`pairs` − 1 frames of the higher rate. `@audioThread` */
export class HalfBandDoubler {
  private readonly filter: MirroredFilter;
  private readonly pairs: number;

  constructor(pairs: number, mostFrames: number) {
    this.filter = new MirroredFilter(createHalfBand(pairs), mostFrames);
    this.pairs = pairs;
  }

  /**
   * @param input - frames `start`…`end − 1` of it.
   * @param output - receives two frames for each, from its first.
   */
  process(input: Float64Array, start: number, end: number, output: Float64Array): void {
    const { filter, pairs } = this;
    const { window, sums, history } = filter;
    const frames = end - start;
    for (let i = 0; i < frames; i++) window[history + i] = input[start + i]!;
    for (let i = 0; i < frames; i++) output[2 * i + 1] = window[i + pairs]!;
    filter.run(frames);
    for (let i = 0; i < frames; i++) output[2 * i] = 2 * sums[i]!;
  }

  reset(): void {
    this.filter.reset();
  }
}

/** Halves the sample rate of one channel. Delays by 2·`pairs` − 1 frames of the higher rate. `@audioThread` */
export class HalfBandHalver {
  private readonly filter: MirroredFilter;
  private readonly odd: Float64Array;
  private readonly pairs: number;

  constructor(pairs: number, mostFrames: number) {
    this.filter = new MirroredFilter(createHalfBand(pairs), mostFrames);
    this.odd = new Float64Array(pairs + mostFrames);
    this.pairs = pairs;
  }

  /**
   * @param input - two frames for each of the output, from its first.
   * @param output - receives frames `start`…`end − 1`.
   */
  process(input: Float64Array, output: Float64Array, start: number, end: number): void {
    const { filter, odd, pairs } = this;
    const { window, sums, history } = filter;
    const frames = end - start;
    for (let i = 0; i < frames; i++) {
      window[history + i] = input[2 * i]!;
      odd[pairs + i] = input[2 * i + 1]!;
    }
    filter.run(frames);
    for (let i = 0; i < frames; i++) output[start + i] = sums[i]! + 0.5 * odd[i]!;
    odd.copyWithin(0, frames, frames + pairs);
  }

  reset(): void {
    this.filter.reset();
    this.odd.fill(0);
  }
}
