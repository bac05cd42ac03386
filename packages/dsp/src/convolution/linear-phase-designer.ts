import { RealFft } from "../spectrum/real-fft.js";

/** Share of each half of the impulse response that the window leaves as it is. */
const WINDOW_FLAT = 0.5;

/**
 * Makes symmetric impulse responses, which delay all frequencies alike, from magnitudes: an inverse transform over twice
 * the length, so that what rings longer hardly folds back, and a tapered cosine window (J. W. Tukey) over the middle.
 * The response comes out as that of the magnitudes smoothed over about 1.3·sampleRate/`taps`. `design` allocates nothing
 * (`@audioThread`).
 */
export class LinearPhaseDesigner {
  /** Frames of an impulse response. The first is 0, the rest is symmetric about {@link latency}. */
  readonly taps: number;
  /** Frames by which the response delays. */
  readonly latency: number;
  /** Magnitudes that a design takes, for frequencies from 0 to half the sample rate in equal steps. */
  readonly bins: number;

  private readonly fft: RealFft;
  private readonly window: Float64Array;
  private readonly whole: Float64Array;
  private readonly zeros: Float64Array;

  /** @param taps - a power of two, 4 or more. @throws RangeError for another number. */
  constructor(taps: number) {
    this.fft = new RealFft(2 * taps);
    this.taps = taps;
    this.latency = taps / 2;
    this.bins = this.fft.bins;
    this.whole = new Float64Array(2 * taps);
    this.zeros = new Float64Array(this.bins);
    this.window = Float64Array.from({ length: this.latency + 1 }, (_, n) => {
      const beyond = Math.max(0, n / this.latency - WINDOW_FLAT) / (1 - WINDOW_FLAT);
      return Math.cos((Math.PI / 2) * beyond) ** 2;
    });
    this.window[this.latency] = 0;
  }

  /**
   * @param amplitude - {@link bins} numbers; below 0 turns the polarity.
   * @param response - receives {@link taps} frames.
   */
  design(amplitude: Float64Array, response: Float64Array): void {
    const { whole, window, latency } = this;
    this.fft.inverse(amplitude, this.zeros, whole);
    response[0] = 0;
    for (let n = 0; n < latency; n++) {
      const value = whole[n]! * window[n]!;
      response[latency + n] = value;
      response[latency - n] = value;
    }
  }
}
