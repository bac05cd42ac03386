import { gainToDb, KWeightedPower, lufsToPower } from "@headroom/dsp";
import { SETTLE_FRAMES } from "./grid.js";

/** Quieter input says nothing: the gate of ITU-R BS.1770. */
const GATE_LUFS = -70;
/** Time over which loudness is averaged in the end, and at first after a change. */
const LONGEST_SECONDS = 4;
const SHORTEST_SECONDS = 0.04;
const MOST_GAIN = 10 ** (30 / 20);

/**
 * Finds the gain that makes the filtered signal as loud as the input, by the K-weighted power of both (ITU-R BS.1770-5).
 * The average grows longer from the last change of parameters on, so that it follows at once and then keeps still: the
 * gain does not pump with the music. `@audioThread` after construction.
 */
export class AutoGain {
  /** dB that are added now. */
  get gainDb(): number {
    return gainToDb(this.gain);
  }

  /** Whether the gain is 1 and stays so. */
  idle = true;

  private readonly before: KWeightedPower;
  private readonly after: KWeightedPower;
  private readonly channels: number;
  private readonly sampleRate: number;
  private readonly gate: number;
  private powerBefore = 0;
  private powerAfter = 0;
  private heardSeconds = 0;
  private frames = 0;
  private gain = 1;
  /** The way to the next aim: where it began, how far each frame goes, and the frames gone. */
  private base = 1;
  private step = 0;
  private gone = 0;

  constructor(sampleRate: number, channels: number) {
    this.before = new KWeightedPower(sampleRate, channels);
    this.after = new KWeightedPower(sampleRate, channels);
    this.channels = channels;
    this.sampleRate = sampleRate;
    this.gate = lufsToPower(GATE_LUFS);
  }

  /** The filters changed: what was heard counts for less. */
  forget(): void {
    if (this.heardSeconds > SHORTEST_SECONDS) this.heardSeconds = SHORTEST_SECONDS;
  }

  /**
   * Takes frames of the input and of the filtered signal.
   * @param filtered - is multiplied by the gain.
   */
  process(input: readonly Float32Array[], filtered: readonly Float64Array[], start: number, end: number): void {
    this.before.process(input, start, end);
    this.after.process(filtered, start, end);
    this.frames += end - start;
    const { base, step } = this;
    const first = this.gone - start + 1;
    for (let c = 0; c < filtered.length; c++) {
      const buffer = filtered[c]!;
      for (let i = start; i < end; i++) buffer[i] = buffer[i]! * (base + step * (first + i));
    }
    this.gone += end - start;
    this.gain = base + step * this.gone;
  }

  /**
   * Aims at the gain that was found. To be called where the stream position is a multiple of {@link SETTLE_FRAMES}.
   * @param on - if not, the gain goes back to 1.
   */
  aim(on: boolean): void {
    if (on) this.average();
    const wanted = on && this.powerAfter > 0 ? Math.min(MOST_GAIN, Math.max(1 / MOST_GAIN, Math.sqrt(this.powerBefore / this.powerAfter))) : 1;
    // A way that ended is at its end to the bit: sums of steps round.
    if (Math.abs(wanted - this.gain) < 1e-6) this.gain = wanted;
    this.base = this.gain;
    this.step = (wanted - this.gain) / SETTLE_FRAMES;
    this.gone = 0;
    this.idle = !on && this.gain === 1;
    if (this.idle) this.reset();
  }

  reset(): void {
    this.before.reset();
    this.after.reset();
    this.powerBefore = this.powerAfter = this.heardSeconds = this.frames = this.step = this.gone = 0;
    this.gain = this.base = 1;
    this.idle = true;
  }

  private average(): void {
    const before = this.take(this.before);
    const after = this.take(this.after);
    const frames = this.frames;
    this.frames = 0;
    if (frames === 0 || !(before / frames > this.gate) || !(after < Infinity)) return;
    const seconds = frames / this.sampleRate;
    this.heardSeconds = Math.min(LONGEST_SECONDS, this.heardSeconds + seconds);
    const share = Math.min(1, seconds / this.heardSeconds);
    this.powerBefore += (before / frames - this.powerBefore) * share;
    this.powerAfter += (after / frames - this.powerAfter) * share;
  }

  private take(power: KWeightedPower): number {
    let sum = 0;
    for (let c = 0; c < this.channels; c++) sum += power.sums[c]!;
    power.settle();
    return sum;
  }
}
