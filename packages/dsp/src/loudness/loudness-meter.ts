import { FLOOR_DB } from "../level/decibels.js";
import { KWeightedPower } from "./k-weighted-power.js";
import { LoudnessHistogram } from "./loudness-histogram.js";
import { powerToLufs } from "./loudness-units.js";

const HOPS_PER_SECOND = 100;
const MOMENTARY_HOPS = 40;
const SHORT_TERM_HOPS = 300;
/** A gating block of 400 ms starts every 100 ms (BS.1770-5); loudness range takes as many short-term values. */
const STEP_HOPS = 10;
/** Silence that EBU Tech 3342 lets follow a file. */
const TAIL_SECONDS = 1.5;
const TAIL_FRAMES = 1024;

const INTEGRATED_GATE_LU = -10;
const RANGE_GATE_LU = -20;

export interface LoudnessSettings {
  /** Hz. */
  readonly sampleRate: number;
  /** Weight of each channel; their number is the number of channels. See `LOUDNESS_WEIGHTS`. */
  readonly weights: readonly number[];
}

/**
 * Loudness after ITU-R BS.1770-5, EBU Tech 3341 and 3342: momentary (400 ms) and short-term (3 s), both renewed every
 * 10 ms, integrated with both gates, and loudness range. Readings are in LUFS, at least {@link FLOOR_DB}.
 *
 * Runs for any length in constant memory; see {@link LoudnessHistogram} for the error of that. A hop of 10 ms in which
 * a sample is no finite number counts as silence. Nothing but the constructor allocates (`@audioThread`).
 */
export class LoudnessMeter {
  /** Loudness of the last 400 ms; what precedes the first frame is silence. */
  momentaryLufs = FLOOR_DB;
  /** Loudness of the last 3 s. */
  shortTermLufs = FLOOR_DB;
  /** The highest momentary loudness since the last reset. */
  mostMomentaryLufs = FLOOR_DB;
  /** The highest short-term loudness since the last reset. */
  mostShortTermLufs = FLOOR_DB;
  /**
   * While true, integrated loudness, range and both highest readings stand still; momentary and short-term loudness go
   * on (EBU Tech 3341). Afterwards only windows that lie behind the pause as a whole count. A {@link reset} leaves it.
   */
  paused = false;

  private readonly sampleRate: number;
  private readonly weights: Float64Array;
  private readonly kernel: KWeightedPower;
  private readonly hops = new Float64Array(SHORT_TERM_HOPS);
  private readonly blocks = new LoudnessHistogram();
  private readonly shortTerms = new LoudnessHistogram();
  private readonly tail: readonly Float32Array[];
  private hopsHeard = 0;
  /** Hops since the last pause, as far as they matter. */
  private unbrokenHops = SHORT_TERM_HOPS;
  private frame = 0;
  private hopEnd = 0;
  private ended = false;
  private integrated = FLOOR_DB;
  private integratedStale = false;
  private range = 0;
  private rangeStale = false;

  constructor({ sampleRate, weights }: LoudnessSettings) {
    this.sampleRate = sampleRate;
    this.weights = Float64Array.from(weights);
    this.kernel = new KWeightedPower(sampleRate, weights.length);
    const silence = new Float32Array(TAIL_FRAMES);
    this.tail = weights.map(() => silence);
    this.hopEnd = this.endOfHop(0);
  }

  /** Loudness of all since the last reset, gated at −70 LUFS and −10 LU: the floor until 400 ms were heard. */
  get integratedLufs(): number {
    if (this.integratedStale) {
      this.integrated = powerToLufs(this.blocks.gatedPower(INTEGRATED_GATE_LU));
      this.integratedStale = false;
    }
    return this.integrated;
  }

  /** From the 10th to the 95th percentile of short-term loudness, in LU: 0 until 3 s were heard. */
  get rangeLu(): number {
    if (this.rangeStale) {
      const low = this.shortTerms.percentileLufs(RANGE_GATE_LU, 0.1);
      this.range = this.shortTerms.percentileLufs(RANGE_GATE_LU, 0.95) - low;
      this.rangeStale = false;
    }
    return this.range;
  }

  /** Takes frames `start`…`end − 1`. @param buffers - one a weight, ±1 full scale. */
  process(buffers: readonly Float32Array[], start: number, end: number): void {
    let from = start;
    while (from < end) {
      const to = Math.min(end, from + this.hopEnd - this.frame);
      this.kernel.process(buffers, from, to);
      this.frame += to - from;
      from = to;
      if (this.frame === this.hopEnd) this.closeHop();
    }
  }

  /**
   * Says that a file has ended: 1.5 s of silence enter the loudness range alone (EBU Tech 3342). What comes then needs
   * a {@link reset} before it.
   */
  finish(): void {
    this.ended = true;
    for (let left = Math.ceil(TAIL_SECONDS * this.sampleRate); left > 0; left -= TAIL_FRAMES) {
      this.process(this.tail, 0, Math.min(left, TAIL_FRAMES));
    }
  }

  /** Forgets everything heard. */
  reset(): void {
    this.kernel.reset();
    this.hops.fill(0);
    this.blocks.reset();
    this.shortTerms.reset();
    this.hopsHeard = this.frame = 0;
    this.unbrokenHops = SHORT_TERM_HOPS;
    this.hopEnd = this.endOfHop(0);
    this.ended = this.integratedStale = this.rangeStale = false;
    this.momentaryLufs = this.shortTermLufs = this.mostMomentaryLufs = this.mostShortTermLufs = FLOOR_DB;
    this.integrated = FLOOR_DB;
    this.range = 0;
  }

  /** Hops end at whole frames, so they differ by a frame where 10 ms are none. */
  private endOfHop(hop: number): number {
    return Math.round(((hop + 1) * this.sampleRate) / HOPS_PER_SECOND);
  }

  private closeHop(): void {
    const { kernel, weights, hops } = this;
    let power = 0;
    for (let c = 0; c < weights.length; c++) {
      const sum = kernel.sums[c]!;
      if (sum < Infinity) power += weights[c]! * sum;
    }
    kernel.settle();
    hops[this.hopsHeard % SHORT_TERM_HOPS] = power;
    this.hopsHeard++;
    this.unbrokenHops = this.paused ? 0 : Math.min(SHORT_TERM_HOPS, this.unbrokenHops + 1);
    this.hopEnd = this.endOfHop(this.hopsHeard);

    const momentary = this.meanOf(MOMENTARY_HOPS);
    const shortTerm = this.meanOf(SHORT_TERM_HOPS);
    const momentaryCounts = this.unbrokenHops >= MOMENTARY_HOPS && !this.ended;
    const shortTermCounts = this.unbrokenHops >= SHORT_TERM_HOPS;
    if (!this.ended) {
      this.momentaryLufs = powerToLufs(momentary);
      this.shortTermLufs = powerToLufs(shortTerm);
      if (momentaryCounts) this.mostMomentaryLufs = Math.max(this.mostMomentaryLufs, this.momentaryLufs);
      if (shortTermCounts) this.mostShortTermLufs = Math.max(this.mostShortTermLufs, this.shortTermLufs);
    }
    if (this.hopsHeard % STEP_HOPS !== 0) return;
    if (this.hopsHeard >= MOMENTARY_HOPS && momentaryCounts) {
      this.blocks.add(momentary);
      this.integratedStale = true;
    }
    if (this.hopsHeard >= SHORT_TERM_HOPS && shortTermCounts) {
      this.shortTerms.add(shortTerm);
      this.rangeStale = true;
    }
  }

  /** Mean square of the last hops. Added anew each time, so that nothing is left of what went by. */
  private meanOf(count: number): number {
    const { hops } = this;
    let sum = 0;
    let at = (this.hopsHeard - count) % SHORT_TERM_HOPS;
    if (at < 0) at += SHORT_TERM_HOPS;
    for (let n = 0; n < count; n++) {
      sum += hops[at]!;
      at = at + 1 === SHORT_TERM_HOPS ? 0 : at + 1;
    }
    return (sum * HOPS_PER_SECOND) / (count * this.sampleRate);
  }
}
