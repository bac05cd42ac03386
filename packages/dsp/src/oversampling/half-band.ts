import { kaiserWindow } from "../spectrum/kaiser-window.js";

/** Stops by 100 dB. */
const BETA = 10.06;

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

/** Doubles the sample rate of one channel. Delays by 2·`pairs` − 1 frames of the higher rate. `@audioThread` */
export class HalfBandDoubler {
  private readonly taps: Float64Array;
  private readonly window: Float64Array;

  constructor(pairs: number, mostFrames: number) {
    this.taps = createHalfBand(pairs);
    this.window = new Float64Array(2 * pairs - 1 + mostFrames);
  }

  /**
   * @param input - frames `start`…`end − 1` of it.
   * @param output - receives two frames for each, from its first.
   */
  process(input: Float64Array, start: number, end: number, output: Float64Array): void {
    const { taps, window } = this;
    const pairs = taps.length;
    const history = 2 * pairs - 1;
    const frames = end - start;
    for (let i = 0; i < frames; i++) window[history + i] = input[start + i]!;
    for (let i = 0; i < frames; i++) {
      let sum = 0;
      for (let k = 0, a = i + history, b = i; k < pairs; k++, a--, b++) sum += taps[k]! * (window[a]! + window[b]!);
      output[2 * i] = 2 * sum;
      output[2 * i + 1] = window[i + pairs]!;
    }
    window.copyWithin(0, frames, frames + history);
  }

  reset(): void {
    this.window.fill(0);
  }
}

/** Halves the sample rate of one channel. Delays by 2·`pairs` − 1 frames of the higher rate. `@audioThread` */
export class HalfBandHalver {
  private readonly taps: Float64Array;
  private readonly even: Float64Array;
  private readonly odd: Float64Array;

  constructor(pairs: number, mostFrames: number) {
    this.taps = createHalfBand(pairs);
    this.even = new Float64Array(2 * pairs - 1 + mostFrames);
    this.odd = new Float64Array(pairs + mostFrames);
  }

  /**
   * @param input - two frames for each of the output, from its first.
   * @param output - receives frames `start`…`end − 1`.
   */
  process(input: Float64Array, output: Float64Array, start: number, end: number): void {
    const { taps, even, odd } = this;
    const pairs = taps.length;
    const history = 2 * pairs - 1;
    const frames = end - start;
    for (let i = 0; i < frames; i++) {
      even[history + i] = input[2 * i]!;
      odd[pairs + i] = input[2 * i + 1]!;
    }
    for (let i = 0; i < frames; i++) {
      let sum = 0;
      for (let k = 0, a = i + history, b = i; k < pairs; k++, a--, b++) sum += taps[k]! * (even[a]! + even[b]!);
      output[start + i] = sum + 0.5 * odd[i]!;
    }
    even.copyWithin(0, frames, frames + history);
    odd.copyWithin(0, frames, frames + pairs);
  }

  reset(): void {
    this.even.fill(0);
    this.odd.fill(0);
  }
}
