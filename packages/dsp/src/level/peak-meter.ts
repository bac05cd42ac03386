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

/**
 * Sample peak of one channel as linear amplitude: rises at once, falls at a steady rate in decibels, with a held
 * peak and the highest since {@link resetMost}. Independent of how the stream is cut. `@audioThread`
 */
export class PeakMeter {
  /** The falling peak. */
  peak = 0;
  /** The highest peak of the last hold time. */
  held = 0;
  /** The highest since the last reset. */
  most = 0;

  private readonly sampleRate: number;
  private readonly fall: number;
  private holdFrames = 0;
  private heldFor = 0;

  constructor(settings: PeakSettings) {
    this.sampleRate = settings.sampleRate;
    this.fall = 10 ** (-(settings.fallDbPerSecond ?? 20) / 20 / settings.sampleRate);
    this.setHold(settings.holdSeconds ?? 2);
  }

  /** Changes the hold time; what is held stays for the rest of the new time. */
  setHold(seconds: number): void {
    this.holdFrames = seconds * this.sampleRate;
  }

  /** Takes frames `start`…`end − 1` of a buffer. A frame that is no finite number counts as silence. */
  process(buffer: Float32Array, start: number, end: number): void {
    const { fall, holdFrames } = this;
    let { peak, held, most, heldFor } = this;
    for (let i = start; i < end; i++) {
      const size = Math.abs(buffer[i]!);
      const amplitude = size < Infinity ? size : 0;
      peak *= fall;
      if (amplitude > peak) peak = amplitude;
      heldFor++;
      if (peak >= held || heldFor > holdFrames) {
        held = peak;
        heldFor = 0;
      }
      if (amplitude > most) most = amplitude;
    }
    this.peak = peak < SILENCE ? 0 : peak;
    this.held = held < SILENCE ? 0 : held;
    this.most = most;
    this.heldFor = heldFor;
  }

  /** Starts `most` anew from nothing, and `held` from the present peak. */
  resetMost(): void {
    this.most = 0;
    this.held = this.peak;
    this.heldFor = 0;
  }

  /** Forgets everything heard. */
  reset(): void {
    this.peak = this.held = this.most = this.heldFor = 0;
  }
}
