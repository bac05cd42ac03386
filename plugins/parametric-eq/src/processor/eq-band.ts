import { BiquadCascade, createSections, type MatchedDesigner } from "@headroom/dsp";
import type { ProcessContext } from "@headroom/sdk";
import { bandSections, designBand, hasSlope, MOST_SECTIONS } from "../band-filter.js";
import { EQ_SLOPES, type BandNumber, type EqParams, type EqReadouts } from "../params.js";

/** Frames from one computation of moving coefficients to the next, and of their way there. */
export const GRID = 32;

export type EqReaders = ProcessContext<EqParams, EqReadouts>["params"];

const OFF = -1;
const SLOPES_DB = EQ_SLOPES.map(Number);

/** What all bands of an instance share. */
export interface EqBandContext {
  readonly sampleRate: number;
  readonly channels: number;
  readonly designer: MatchedDesigner;
  /** One buffer a channel, for the filter that fades out. */
  readonly scratch: readonly Float64Array[];
  /** Length of a crossfade in frames. */
  readonly fadeFrames: number;
}

/**
 * One band. Its coefficients follow the parameters on a grid of stream frames; a change of type or slope, and on and
 * off, crossfade from the former filter to a fresh one. `@audioThread` after construction.
 */
export class EqBand {
  private readonly shared: EqBandContext;
  private readonly coefficients = createSections(MOST_SECTIONS);
  private current: BiquadCascade;
  private former: BiquadCascade;
  /** Type and slope that `current` was made for, or OFF. */
  private form = OFF;
  private fadeLeft = 0;
  private fresh = true;
  private hz = NaN;
  private gainDb = NaN;
  private q = NaN;

  // Readers of this band, the same objects for as long as the instance lives.
  private enabled!: EqReaders["band1.enabled"];
  private type!: EqReaders["band1.type"];
  private slope!: EqReaders["band1.slope"];
  private frequencies!: EqReaders["band1.frequency"];
  private gains!: EqReaders["band1.gain"];
  private qs!: EqReaders["band1.q"];

  constructor(shared: EqBandContext) {
    this.shared = shared;
    this.current = new BiquadCascade(MOST_SECTIONS, shared.channels);
    this.former = new BiquadCascade(MOST_SECTIONS, shared.channels);
  }

  /** Takes the band's readers. To be called once, before anything else. */
  bind(band: BandNumber, params: EqReaders): void {
    this.enabled = params[`band${band}.enabled`];
    this.type = params[`band${band}.type`];
    this.slope = params[`band${band}.slope`];
    this.frequencies = params[`band${band}.frequency`];
    this.gains = params[`band${band}.gain`];
    this.qs = params[`band${band}.q`];
  }

  /** Whether nothing was heard since creation or the last {@link reset}: the first update needs no grid. */
  get unheard(): boolean {
    return this.fresh;
  }

  /** Whether {@link update} would change nothing in this block and no way or crossfade is under way. */
  get steady(): boolean {
    if (this.fadeLeft > 0 || this.fresh || this.wantedForm() !== this.form) return false;
    if (this.form === OFF) return true;
    if (this.current.ramping || this.frequencies.moving || this.gains.moving || this.qs.moving) return false;
    return this.frequencies.values[0] === this.hz && this.gains.values[0] === this.gainDb && this.qs.values[0] === this.q;
  }

  /** Follows the parameters. @param frame - of the block; its stream position is a multiple of {@link GRID}. */
  update(frame: number): void {
    const wanted = this.wantedForm();
    if (wanted !== this.form && this.fadeLeft === 0) {
      const former = this.current;
      this.current = this.former;
      this.former = former;
      this.form = wanted;
      const sections = wanted === OFF ? 0 : this.designAt(frame);
      // No section keeps the state it had when it was last in use.
      this.current.set(this.coefficients, 0);
      this.current.set(this.coefficients, sections);
      this.fadeLeft = this.fresh ? 0 : this.shared.fadeFrames;
      this.fresh = false;
      return;
    }
    this.fresh = false;
    if (wanted !== this.form || wanted === OFF) return;
    const same =
      this.frequencies.values[frame] === this.hz &&
      this.gains.values[frame] === this.gainDb &&
      this.qs.values[frame] === this.q;
    if (same) return;
    this.designAt(frame);
    this.current.rampTo(this.coefficients, GRID);
  }

  /** Filters in place. */
  process(buffers: readonly Float64Array[], start: number, end: number): void {
    let from = start;
    if (this.fadeLeft > 0) {
      const until = Math.min(end, start + this.fadeLeft);
      this.crossfade(buffers, start, until);
      from = until;
    }
    if (from < end) this.current.process(buffers, from, end);
  }

  /** See {@link BiquadCascade.settle}. */
  settle(): void {
    this.current.settle();
    if (this.fadeLeft > 0) this.former.settle();
  }

  /** Forgets all audio heard; the next update takes the parameters at once. */
  reset(): void {
    this.current.set(this.coefficients, 0);
    this.form = OFF;
    this.fadeLeft = 0;
    this.fresh = true;
  }

  private crossfade(buffers: readonly Float64Array[], start: number, end: number): void {
    const { scratch, fadeFrames } = this.shared;
    for (let c = 0; c < buffers.length; c++) {
      const from = buffers[c]!;
      const to = scratch[c]!;
      for (let i = start; i < end; i++) to[i] = from[i]!;
    }
    this.former.process(scratch, start, end);
    this.current.process(buffers, start, end);
    for (let c = 0; c < buffers.length; c++) {
      const now = buffers[c]!;
      const before = scratch[c]!;
      let left = this.fadeLeft;
      for (let i = start; i < end; i++) {
        left--;
        now[i] = now[i]! + (left / fadeFrames) * (before[i]! - now[i]!);
      }
    }
    this.fadeLeft -= end - start;
  }

  private wantedForm(): number {
    if (!this.enabled.value) return OFF;
    return this.type.index * SLOPES_DB.length + (hasSlope(this.type.value) ? this.slope.index : 0);
  }

  private designAt(frame: number): number {
    const { designer, sampleRate } = this.shared;
    const slope = SLOPES_DB[this.slope.index]!;
    this.hz = this.frequencies.values[frame]!;
    this.gainDb = this.gains.values[frame]!;
    this.q = this.qs.values[frame]!;
    designBand(designer, this.type.value, slope, this.hz, this.gainDb, this.q, sampleRate, this.coefficients);
    return bandSections(this.type.value, slope);
  }
}
