import { createSections, type MatchedDesigner } from "@headroom/dsp";
import { BandFilter, MOST_SECTIONS } from "../design/band-filter.js";
import { OFF, type BandTarget } from "./band-target.js";
import { BandVoice } from "./band-voice.js";

/** What all bands of a bank share. */
export interface EqBandContext {
  /** Hz, of the filters. */
  readonly sampleRate: number;
  readonly channels: number;
  readonly designer: MatchedDesigner;
  /** Length of a fade, in frames of the filters. */
  readonly fadeFrames: number;
  /** Frames from one look at the parameters to the next, of the filters. */
  readonly gridFrames: number;
}

/**
 * One band. Its coefficients follow a target on a grid of stream frames; a change of type, slope or channel, and on and
 * off, fade a fresh filter in and the former out. `@audioThread` after construction.
 */
export class EqBand {
  /** The filter that follows the target, then the one that fades out, or is free. */
  current: BandVoice;
  former: BandVoice;
  private readonly shared: EqBandContext;
  private readonly filter = new BandFilter();
  private readonly coefficients = createSections(MOST_SECTIONS);
  private hz = NaN;
  private gainDb = NaN;
  private q = NaN;

  constructor(shared: EqBandContext) {
    this.shared = shared;
    this.current = new BandVoice(shared.channels);
    this.former = new BandVoice(shared.channels);
  }

  /**
   * Follows a target.
   * @param at - whether to be there at once: nothing was heard yet.
   * @returns whether it is there, and nothing moves.
   */
  follow(target: BandTarget, at: boolean): boolean {
    const wanted = target.form();
    if (wanted !== this.current.form) {
      if (this.current.fading || this.former.fading) return false;
      this.change(target, wanted, at ? 0 : this.shared.fadeFrames);
      return at;
    }
    const fading = this.current.fading || this.former.fading;
    if (wanted === OFF) return !fading;
    if (target.hz === this.hz && target.gainDb === this.gainDb && target.q === this.q) return !fading && !this.current.cascade.ramping;
    this.design(target);
    this.current.cascade.rampTo(this.coefficients, this.shared.gridFrames);
    return false;
  }

  /** See `BiquadCascade.settle`. */
  settle(): void {
    if (this.current.form !== OFF) this.current.cascade.settle();
    if (this.former.form !== OFF) this.former.cascade.settle();
  }

  /** Forgets all audio heard; what comes next is followed from nothing. */
  reset(): void {
    this.current.stop();
    this.former.stop();
  }

  private change(target: BandTarget, wanted: number, fadeFrames: number): void {
    const leaving = this.current;
    this.current = this.former;
    this.former = leaving;
    if (fadeFrames === 0) leaving.stop();
    else leaving.end(fadeFrames);
    if (wanted === OFF) return;
    this.design(target);
    this.current.begin(wanted, target.channel, this.coefficients, this.filter.sections, fadeFrames);
  }

  private design(target: BandTarget): void {
    this.hz = target.hz;
    this.gainDb = target.gainDb;
    this.q = target.q;
    this.filter.set(target.type, target.slopeDb, target.hz, target.gainDb, target.q);
    this.filter.design(this.shared.designer, this.shared.sampleRate, this.coefficients);
  }
}
