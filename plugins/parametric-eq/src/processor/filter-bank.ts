import { CascadeList, createKernelBuffers, MatchedDesigner, type BiquadCascade } from "@headroom/dsp";
import { MOST_SECTIONS } from "../design/band-filter.js";
import { MID, RIGHT, SIDE, STEREO } from "../design/channel-index.js";
import { BAND_COUNT } from "../params.js";
import type { BandReaders, EqReaders } from "./band-readers.js";
import { BandTarget, isDynamic, OFF } from "./band-target.js";
import type { BandVoice } from "./band-voice.js";
import { EqBand } from "./eq-band.js";
import { gridFrames, gridTime } from "./grid.js";

const FADE_SECONDS = 0.02;

export interface FilterBankSettings {
  /** Hz, of the EQ's input. */
  readonly sampleRate: number;
  readonly channels: number;
  /** Frames of the input that a call brings at the most. */
  readonly maxFrames: number;
  /** How many times the input's rate the filters run at. */
  readonly factor: number;
  /** See `MatchedDesigner`. */
  readonly topHz?: number;
  /** Whether it leaves all bands out that are not dynamic. */
  readonly dynamicOnly?: boolean;
}

/**
 * All bands in series: those of the stereo signal and of left and right, then those of mid and side. One more filter
 * lets pass what a band works on while it is listened to alone. `@audioThread` after construction.
 */
export class FilterBank {
  private readonly bands: readonly EqBand[];
  private readonly target = new BandTarget();
  private readonly channels: number;
  private readonly dynamicOnly: boolean;
  private readonly scratch: readonly Float64Array[];
  private readonly settled: BiquadCascade[];
  private readonly list = new CascadeList((BAND_COUNT + 1) * MOST_SECTIONS);
  private readonly others: BandVoice[];
  private readonly midSide: BandVoice[];
  private settledCount = 0;
  private othersCount = 0;
  private midSideCount = 0;
  /** Left or mid, right or side, in an array of their own. */
  private readonly first: Float64Array[];
  private readonly second: Float64Array[];
  private fresh = true;

  constructor({ sampleRate, channels, maxFrames, factor, topHz = Infinity, dynamicOnly = false }: FilterBankSettings) {
    const shared = {
      sampleRate: factor * sampleRate,
      channels,
      designer: new MatchedDesigner(topHz),
      fadeFrames: factor * gridTime(FADE_SECONDS, sampleRate),
      gridFrames: factor * gridFrames(sampleRate),
    };
    // One more for the band that is listened to.
    this.bands = Array.from({ length: BAND_COUNT + 1 }, () => new EqBand(shared));
    this.channels = channels;
    this.dynamicOnly = dynamicOnly;
    this.scratch = createKernelBuffers(channels, factor * maxFrames);
    const voices = this.bands.flatMap(({ current, former }) => [current, former]);
    this.settled = voices.map(({ cascade }) => cascade);
    this.others = [...voices];
    this.midSide = [...voices];
    this.first = [this.scratch[0]!];
    this.second = [this.scratch[0]!];
  }

  /**
   * Follows the parameters. To be called where the stream position is a multiple of the grid, and before the first frame.
   * @param frame - of the block.
   * @param dynamicsDb - what each band's dynamics add to its gain.
   * @returns whether nothing moves.
   */
  update(frame: number, params: EqReaders, bands: readonly BandReaders[], dynamicsDb: Float64Array): boolean {
    const { target } = this;
    const listened = Math.min(bands.length, params.listen.value);
    const scale = params.gainScale.values[frame]! / 100;
    let still = true;
    for (let b = 0; b < bands.length; b++) {
      const band = bands[b]!;
      target.take(band, frame, scale, dynamicsDb[b]!);
      if (listened > 0 || !this.serves(band, target.channel)) target.on = false;
      if (!this.bands[b]!.follow(target, this.fresh)) still = false;
    }
    if (listened > 0) target.takeListener(bands[listened - 1]!, frame);
    else target.on = false;
    if (!this.bands[bands.length]!.follow(target, this.fresh)) still = false;
    this.fresh = false;
    this.compose();
    return still;
  }

  /** Filters in place. @param start - in frames of the filters' rate, as `end`. Fades end where a call ends. */
  process(buffers: readonly Float64Array[], start: number, end: number): void {
    this.list.process(buffers, start, end);
    if (this.othersCount + this.midSideCount === 0) return;
    this.first[0] = buffers[0]!;
    this.second[0] = buffers[this.channels - 1]!;
    for (let n = 0; n < this.othersCount; n++) this.run(this.others[n]!, buffers, start, end);
    if (this.midSideCount > 0 && !this.midSidePasses()) this.processMidSide(buffers, start, end);
  }

  /** See `BiquadCascade.settle`. */
  settle(): void {
    for (let b = 0; b < this.bands.length; b++) this.bands[b]!.settle();
    this.list.prepare(this.settled, this.settledCount);
  }

  /** Forgets all audio heard; the next {@link update} takes the parameters at once. */
  reset(): void {
    for (let b = 0; b < this.bands.length; b++) this.bands[b]!.reset();
    this.fresh = true;
    this.compose();
  }

  private serves(band: BandReaders, channel: number): boolean {
    if (this.channels === 1 && (channel === RIGHT || channel === SIDE)) return false;
    return !this.dynamicOnly || isDynamic(band);
  }

  private run(voice: BandVoice, buffers: readonly Float64Array[], start: number, end: number): void {
    if (voice.form === OFF) return;
    const own = voice.channel === STEREO ? buffers : voice.channel === RIGHT || voice.channel === SIDE ? this.second : this.first;
    voice.process(own, this.scratch, start, end);
  }

  private processMidSide(buffers: readonly Float64Array[], start: number, end: number): void {
    const [left, right] = buffers;
    if (left !== undefined && right !== undefined) {
      for (let i = start; i < end; i++) {
        const l = left[i]!;
        const r = right[i]!;
        left[i] = 0.5 * (l + r);
        right[i] = 0.5 * (l - r);
      }
    }
    for (let n = 0; n < this.midSideCount; n++) this.run(this.midSide[n]!, buffers, start, end);
    if (left === undefined || right === undefined) return;
    for (let i = start; i < end; i++) {
      const mid = left[i]!;
      const side = right[i]!;
      left[i] = mid + side;
      right[i] = mid - side;
    }
  }

  /** Whether all mid and side bands are flat: turned to mid and side and back, a signal is not the same to the bit. */
  private midSidePasses(): boolean {
    for (let n = 0; n < this.midSideCount; n++) {
      const voice = this.midSide[n]!;
      if (voice.fading || !voice.cascade.passing) return false;
    }
    return true;
  }

  /** Sorts the voices in use: settled stereo ones run in one loop. */
  private compose(): void {
    this.settledCount = this.othersCount = this.midSideCount = 0;
    for (let b = 0; b < this.bands.length; b++) {
      this.place(this.bands[b]!.former);
      this.place(this.bands[b]!.current);
    }
    this.list.prepare(this.settled, this.settledCount);
  }

  private place(voice: BandVoice): void {
    if (voice.form === OFF) return;
    if (voice.channel === MID || voice.channel === SIDE) this.midSide[this.midSideCount++] = voice;
    else if (voice.channel === STEREO && !voice.fading) this.settled[this.settledCount++] = voice.cascade;
    else this.others[this.othersCount++] = voice;
  }
}
