import { BiquadCascade } from "@headroom/dsp";
import { MOST_SECTIONS } from "../design/band-filter.js";
import { STEREO } from "../design/channel-index.js";
import { OFF } from "./band-target.js";

/** One filter of a band, of a form that stays, fading in from the dry signal or out to it. `@audioThread` after construction. */
export class BandVoice {
  /** {@link OFF} while it is not in use. */
  form = OFF;
  /** Index in `EQ_CHANNELS`. */
  channel = STEREO;
  /** The one that runs: over both channels of a stereo band, over one of any other. */
  cascade: BiquadCascade;
  private readonly pair: BiquadCascade;
  private readonly single: BiquadCascade;
  private fadeFrames = 0;
  private fadeLeft = 0;
  private fallsAfter = false;

  /** @param channels - of the stereo bands: 1 in a mono instance. */
  constructor(channels: number) {
    this.pair = new BiquadCascade(MOST_SECTIONS, channels);
    this.single = channels === 1 ? this.pair : new BiquadCascade(MOST_SECTIONS, 1);
    this.cascade = this.pair;
  }

  get fading(): boolean {
    return this.fadeLeft > 0;
  }

  /** Starts from silence. @param fadeFrames - 0 for at once. */
  begin(form: number, channel: number, coefficients: Float64Array, sections: number, fadeFrames: number): void {
    this.form = form;
    this.channel = channel;
    this.cascade = channel === STEREO ? this.pair : this.single;
    // No section keeps the state it had when it was last in use.
    this.cascade.set(coefficients, 0);
    this.cascade.set(coefficients, sections);
    this.fallsAfter = false;
    this.fadeFrames = this.fadeLeft = fadeFrames;
  }

  /** Fades to the dry signal; the voice is free afterwards. */
  end(fadeFrames: number): void {
    if (this.form === OFF) return;
    this.fallsAfter = true;
    this.fadeFrames = this.fadeLeft = fadeFrames;
  }

  /** Is free at once. */
  stop(): void {
    this.form = OFF;
    this.fadeLeft = 0;
  }

  /**
   * Filters in place.
   * @param buffers - those that its cascade runs over.
   * @param scratch - as many, for the filtered signal of a fade. A fade ends where a call ends.
   */
  process(buffers: readonly Float64Array[], scratch: readonly Float64Array[], start: number, end: number): void {
    if (this.fadeLeft === 0) {
      this.cascade.process(buffers, start, end);
      return;
    }
    for (let c = 0; c < buffers.length; c++) {
      const from = buffers[c]!;
      const to = scratch[c]!;
      for (let i = start; i < end; i++) to[i] = from[i]!;
    }
    this.cascade.process(scratch, start, end);
    const total = this.fadeFrames;
    for (let c = 0; c < buffers.length; c++) {
      const dry = buffers[c]!;
      const wet = scratch[c]!;
      let left = this.fadeLeft;
      for (let i = start; i < end; i++) {
        left--;
        // A straight line would have a corner at either end, and a corner is a click.
        const t = this.fallsAfter ? left / total : 1 - left / total;
        dry[i] = dry[i]! + t * t * (3 - 2 * t) * (wet[i]! - dry[i]!);
      }
    }
    this.fadeLeft = Math.max(0, this.fadeLeft - (end - start));
    if (this.fadeLeft === 0 && this.fallsAfter) this.form = OFF;
  }
}
