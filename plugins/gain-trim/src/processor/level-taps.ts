import { gainToDb, powerToDb } from "@headroom/dsp";
import type { LevelsWriter } from "@headroom/sdk";

const FALL_DB_PER_SECOND = 20;
const HOLD_SECONDS = 2;
const RMS_SECONDS = 0.3;
/** Levels below this (−400 dB) read as silence, long before they could reach the slow subnormal numbers. */
const SILENCE = 1e-20;

/**
 * Levels of all channels at one point: falling peak, peak of the last 2 s, exponentially weighted RMS. Falls and
 * weights move once a block instead of once a frame, as the DSP package's meters do: for what is shown, blocks are
 * short enough, and it takes half of their time. `@audioThread` after construction.
 */
export class LevelTaps {
  private readonly sampleRate: number;
  private readonly peaks: Float64Array;
  private readonly held: Float64Array;
  private readonly heldFrames: Float64Array;
  private readonly powers: Float64Array;
  private blockFrames = 0;
  /** Of peaks and of powers, over a block of `blockFrames`. */
  private readonly decay = new Float64Array(2);

  /** @param sampleRate - Hz. */
  constructor(sampleRate: number, channels: number) {
    this.sampleRate = sampleRate;
    this.peaks = new Float64Array(channels);
    this.held = new Float64Array(channels);
    this.heldFrames = new Float64Array(channels);
    this.powers = new Float64Array(channels);
  }

  /** Takes the first `frames` frames and writes the levels after them, in dBFS. What is no finite number is silence. */
  process(audio: readonly Float32Array[], frames: number, peak: LevelsWriter, held: LevelsWriter, rms: LevelsWriter): void {
    if (frames !== this.blockFrames) this.setBlock(frames);
    const fall = this.decay[0]!;
    const fade = this.decay[1]!;
    for (let c = 0; c < this.peaks.length; c++) {
      const buffer = audio[c]!;
      let top = 0;
      let sum = 0;
      for (let i = 0; i < frames; i++) {
        const x = buffer[i]!;
        const amplitude = Math.abs(x);
        if (amplitude > top) top = amplitude;
        sum += x * x;
      }
      const sound = sum < Infinity;
      this.follow(c, sound ? top : 0, fall, frames);
      const power = fade * this.powers[c]! + (1 - fade) * (sound ? sum / frames : 0);
      this.powers[c] = power < SILENCE * SILENCE ? 0 : power;
      peak.set(c, gainToDb(this.peaks[c]!));
      held.set(c, gainToDb(this.held[c]!));
      rms.set(c, powerToDb(power));
    }
  }

  /** Forgets everything heard. */
  reset(): void {
    this.peaks.fill(0);
    this.held.fill(0);
    this.heldFrames.fill(0);
    this.powers.fill(0);
  }

  private setBlock(frames: number): void {
    const seconds = frames / this.sampleRate;
    this.blockFrames = frames;
    this.decay[0] = 10 ** ((-FALL_DB_PER_SECOND / 20) * seconds);
    this.decay[1] = Math.exp(-seconds / RMS_SECONDS);
  }

  private follow(channel: number, top: number, fall: number, frames: number): void {
    const falling = this.peaks[channel]! * fall;
    const peak = top > falling ? top : falling < SILENCE ? 0 : falling;
    this.peaks[channel] = peak;
    if (top >= this.held[channel]!) {
      this.held[channel] = top;
      this.heldFrames[channel] = 0;
      return;
    }
    this.heldFrames[channel] = this.heldFrames[channel]! + frames;
    if (this.heldFrames[channel] > HOLD_SECONDS * this.sampleRate) this.held[channel] = peak;
  }
}
