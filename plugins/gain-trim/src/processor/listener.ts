import { GatedRmsMeter, gainToDb, LOUDNESS_WEIGHTS, LoudnessMeter, PeakMeter, powerToDb, TruePeakMeter } from "@headroom/dsp";
import type { WritersOf } from "@headroom/sdk";
import type { GainTrimReadouts } from "../params.js";

/**
 * Measures a signal for a trim while it is told to listen: RMS while it sounds, integrated loudness, sample peak and
 * true peak, all at once, so that the choice among them can come afterwards. What it says belongs to one setting of
 * what comes before it: it starts anew where that changes, and says so where it changed since. `@audioThread` after
 * construction.
 */
export class Listener {
  private readonly sampleRate: number;
  private readonly rms: GatedRmsMeter;
  private readonly loudness: LoudnessMeter;
  private readonly peaks: readonly PeakMeter[];
  private readonly truePeaks: readonly TruePeakMeter[];
  /** Switches, width and balance that what was heard belongs to. */
  private readonly settings = new Float64Array(3);
  private heardFrames = 0;
  private listening = false;
  private waiting = false;
  private outdated = false;
  private shown = false;

  /** @param sampleRate - Hz. */
  constructor(sampleRate: number, channels: number) {
    this.sampleRate = sampleRate;
    this.rms = new GatedRmsMeter(sampleRate, channels);
    this.loudness = new LoudnessMeter({ sampleRate, weights: channels > 1 ? LOUDNESS_WEIGHTS.stereo : LOUDNESS_WEIGHTS.mono });
    this.peaks = Array.from({ length: channels }, () => new PeakMeter({ sampleRate }));
    // A true peak that does not fall leaves out all that stays below the highest.
    this.truePeaks = Array.from({ length: channels }, () => new TruePeakMeter({ sampleRate, fallDbPerSecond: 0 }));
  }

  /**
   * Says what the next block is.
   * @param listen - turned on, it forgets what was heard before.
   * @param moving - whether a setting is on its way: nothing is heard until it arrived.
   */
  follow(listen: boolean, moving: boolean, switches: number, width: number, pan: number): void {
    const { settings } = this;
    const differs = moving || settings[0] !== switches || settings[1] !== width || settings[2] !== pan;
    if (listen && !this.listening) this.forget();
    if (listen && differs) {
      if (this.heardFrames > 0) this.forget();
      settings[0] = switches;
      settings[1] = width;
      settings[2] = pan;
    }
    this.listening = listen;
    this.waiting = moving;
    this.outdated = !listen && differs && this.heardFrames > 0;
  }

  /** Takes the first `frames` frames, if it listens. */
  process(audio: readonly Float32Array[], frames: number): void {
    if (!this.listening || this.waiting) return;
    this.rms.process(audio, 0, frames);
    this.loudness.process(audio, 0, frames);
    for (let c = 0; c < this.peaks.length; c++) {
      this.peaks[c]!.process(audio[c]!, 0, frames);
      this.truePeaks[c]!.process(audio[c]!, 0, frames);
    }
    this.heardFrames += frames;
    this.shown = false;
  }

  /** Writes what was heard. `@audioThread` */
  show(readouts: WritersOf<GainTrimReadouts>): void {
    readouts.outdated.set(this.outdated ? 1 : 0);
    if (this.shown) return;
    this.shown = true;
    let peak = 0;
    let truePeak = 0;
    for (let c = 0; c < this.peaks.length; c++) {
      peak = Math.max(peak, this.peaks[c]!.most);
      truePeak = Math.max(truePeak, this.truePeaks[c]!.most);
    }
    readouts.heardRms.set(powerToDb(this.rms.power));
    readouts.heardLoudness.set(this.loudness.integratedLufs);
    readouts.heardPeak.set(gainToDb(peak));
    readouts.heardTruePeak.set(gainToDb(truePeak));
    readouts.heardSeconds.set(this.heardFrames / this.sampleRate);
    readouts.soundSeconds.set(this.rms.soundSeconds);
  }

  /** Forgets what was heard, and starts anew where it listens. */
  reset(): void {
    this.forget();
    this.outdated = false;
  }

  private forget(): void {
    this.rms.reset();
    this.loudness.reset();
    for (let c = 0; c < this.peaks.length; c++) {
      this.peaks[c]!.reset();
      this.truePeaks[c]!.resetInside();
    }
    this.heardFrames = 0;
    this.shown = false;
  }
}
