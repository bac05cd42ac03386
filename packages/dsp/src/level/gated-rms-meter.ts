import { LevelClosing } from "./level-closing.js";

const HOPS_PER_SECOND = 100;
/** Rests shorter than this belong to the sound, as they do on a VU meter, whose needle takes as long. */
const REST_HOPS = 30;
const SILENCE_DB = -70;
const TOP_DB = 30;
const BINS_PER_DB = 10;
const BINS = (TOP_DB - SILENCE_DB) * BINS_PER_DB;
const SILENCE_POWER = 10 ** (SILENCE_DB / 10);
/** From the level of most of the energy down to the gate: −20 dB. */
const GATE = 0.01;

/**
 * Root mean square of a sound while it sounds: over all channels together, without the silence between phrases.
 *
 * A hop of 10 ms counts when its level, with rests below 300 ms filled, is above −70 dBFS and less than 20 dB below
 * the level at which most of the energy sounds (the mean of the levels weighted by energy). That level does not
 * depend on how long silence or noise lasted, so neither does the reading. The gates follow the idea of ITU-R BS.1770;
 * its blocks of 400 ms would count a part of each pause as sound.
 *
 * Readings are 0.3 s late. Runs for any length in constant memory; hops within 0.1 dB of the gate pass or fail
 * together. A hop in which a sample is no finite number counts as silence. Nothing but the constructor allocates
 * (`@audioThread`).
 */
export class GatedRmsMeter {
  private readonly sampleRate: number;
  private readonly closing = new LevelClosing(REST_HOPS);
  private readonly counts = new Uint32Array(BINS);
  private readonly powers = new Float64Array(BINS);
  /** Sum of squares of each channel since the hop began. */
  private readonly squares: Float64Array;
  private frame = 0;
  private hop = 0;
  private hopStart = 0;
  private hopEnd = 0;
  private energy = 0;
  private weighted = 0;
  private gatedPower = 0;
  private gatedHops = 0;
  private stale = false;

  /**
   * @param sampleRate - Hz.
   * @param channels - 1 or more.
   */
  constructor(sampleRate: number, channels: number) {
    this.sampleRate = sampleRate;
    this.squares = new Float64Array(channels);
    this.hopEnd = this.endOfHop(0);
  }

  /** Mean square of what sounded since the last reset, linear: 0 while nothing did. */
  get power(): number {
    this.refresh();
    return this.gatedPower;
  }

  /** Seconds that sounded since the last reset. */
  get soundSeconds(): number {
    this.refresh();
    return this.gatedHops / HOPS_PER_SECOND;
  }

  /** Takes frames `start`…`end − 1`. @param buffers - one a channel, ±1 full scale. */
  process(buffers: readonly Float32Array[], start: number, end: number): void {
    let from = start;
    while (from < end) {
      const to = Math.min(end, from + this.hopEnd - this.frame);
      for (let c = 0; c < this.squares.length; c++) {
        const buffer = buffers[c]!;
        let sum = this.squares[c]!;
        for (let i = from; i < to; i++) sum += buffer[i]! * buffer[i]!;
        this.squares[c] = sum;
      }
      this.frame += to - from;
      from = to;
      if (this.frame === this.hopEnd) this.closeHop();
    }
  }

  /** Forgets everything heard. */
  reset(): void {
    this.closing.reset();
    this.counts.fill(0);
    this.powers.fill(0);
    this.squares.fill(0);
    this.frame = this.hop = this.hopStart = 0;
    this.hopEnd = this.endOfHop(0);
    this.energy = this.weighted = this.gatedPower = this.gatedHops = 0;
    this.stale = false;
  }

  /** Hops end at whole frames, so they differ by a frame where 10 ms are none. */
  private endOfHop(hop: number): number {
    return Math.round(((hop + 1) * this.sampleRate) / HOPS_PER_SECOND);
  }

  private closeHop(): void {
    const { squares } = this;
    let sum = 0;
    for (let c = 0; c < squares.length; c++) sum += squares[c]!;
    const mean = sum / ((this.hopEnd - this.hopStart) * squares.length);
    squares.fill(0);
    this.hopStart = this.hopEnd;
    this.hopEnd = this.endOfHop(++this.hop);
    this.closing.take(mean < Infinity ? mean : 0);
    const { value, closed } = this.closing;
    if (closed < SILENCE_POWER) return;
    const bin = binOf(closed);
    this.counts[bin] = this.counts[bin]! + 1;
    this.powers[bin] = this.powers[bin]! + value;
    this.energy += value;
    this.weighted += value * closed;
    this.stale = true;
  }

  private refresh(): void {
    if (!this.stale) return;
    this.stale = false;
    let power = 0;
    let count = 0;
    for (let bin = this.energy > 0 ? binOf((GATE * this.weighted) / this.energy) : 0; bin < BINS; bin++) {
      power += this.powers[bin]!;
      count += this.counts[bin]!;
    }
    this.gatedHops = count;
    this.gatedPower = count === 0 ? 0 : power / count;
  }
}

function binOf(power: number): number {
  const bin = Math.floor((10 * Math.log10(power) - SILENCE_DB) * BINS_PER_DB);
  return Math.max(0, Math.min(BINS - 1, bin));
}
