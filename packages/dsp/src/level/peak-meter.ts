export interface PeakSettings {
  /** Hz. */
  readonly sampleRate: number;
  /** How fast the peak falls, in dB a second. Default 20. */
  readonly fallDbPerSecond?: number;
  /** How long the hold stays, in seconds, before it drops to the peak. Infinity holds for ever. Default 2. */
  readonly holdSeconds?: number;
}

/** Amplitudes below this (−400 dB) read as silence. */
const SILENCE = 1e-20;

const PEAK = 0;
const HELD = 1;
const MOST = 2;
const READINGS = 3;

/**
 * Sample peak of one channel as linear amplitude: rises at once, falls at a steady rate in decibels, with a held
 * peak and the highest since {@link reset}. The hold time counts in whole calls of {@link process}. `@audioThread`
 */
export class PeakMeter {
  private readonly readings = new Float64Array(READINGS);
  private readonly sampleRate: number;
  private readonly fall: number;
  /** What the peak falls by in `fallFrames`: most stretches are of one length. */
  private fallen = 1;
  private fallFrames = 0;
  private holdFrames = 0;
  private heldFor = 0;

  constructor(settings: PeakSettings) {
    this.sampleRate = settings.sampleRate;
    this.fall = 10 ** (-(settings.fallDbPerSecond ?? 20) / 20 / settings.sampleRate);
    this.setHold(settings.holdSeconds ?? 2);
  }

  /** The falling peak. */
  get peak(): number {
    return this.readings[PEAK]!;
  }

  /** The highest peak of the last hold time. */
  get held(): number {
    return this.readings[HELD]!;
  }

  /** The highest since the last reset. */
  get most(): number {
    return this.readings[MOST]!;
  }

  set most(amplitude: number) {
    this.readings[MOST] = amplitude;
  }

  /** Changes the hold time; what is held stays for the rest of the new time. */
  setHold(seconds: number): void {
    this.holdFrames = seconds * this.sampleRate;
  }

  /** Takes frames `start`…`end − 1` of a buffer. A frame that is no finite number counts as silence. */
  process(buffer: Float32Array, start: number, end: number): void {
    const { fall } = this;
    let { peak } = this;
    let top = 0;
    for (let i = start; i < end; i++) {
      const amplitude = Math.abs(buffer[i]!);
      peak *= fall;
      if (amplitude > peak && amplitude < Infinity) {
        peak = amplitude;
        if (amplitude > top) top = amplitude;
      }
    }
    this.take(peak, top, end - start);
  }

  /**
   * Takes a stretch by its highest amplitude alone, as if that came last.
   * @param frames - length of the stretch.
   */
  processHighest(amplitude: number, frames: number): void {
    const top = amplitude < Infinity ? amplitude : 0;
    if (frames !== this.fallFrames) {
      this.fallFrames = frames;
      this.fallen = this.fall ** frames;
    }
    this.take(Math.max(top, this.peak * this.fallen), top, frames);
  }

  /** Forgets everything heard: all three readings start anew. */
  reset(): void {
    this.readings.fill(0);
    this.heldFor = 0;
  }

  private take(peak: number, top: number, frames: number): void {
    const { readings } = this;
    readings[PEAK] = peak < SILENCE ? 0 : peak;
    if (top > readings[MOST]!) readings[MOST] = top;
    if (top >= readings[HELD]!) {
      readings[HELD] = top;
      this.heldFor = 0;
    } else {
      this.heldFor += frames;
      if (this.heldFor > this.holdFrames) readings[HELD] = readings[PEAK]!;
    }
  }
}
