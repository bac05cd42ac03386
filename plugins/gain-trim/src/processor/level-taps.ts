import { gainToDb, PeakMeter, powerToDb, RmsMeter } from "@headroom/dsp";
import type { LevelsWriter } from "@headroom/sdk";

const RMS_MS = 300;

/** Levels of all channels at one point: falling peak, peak of the last 2 s, RMS. `@audioThread` after construction. */
export class LevelTaps {
  private readonly peaks: readonly PeakMeter[];
  private readonly means: readonly RmsMeter[];

  /** @param sampleRate - Hz. */
  constructor(sampleRate: number, channels: number) {
    this.peaks = Array.from({ length: channels }, () => new PeakMeter({ sampleRate }));
    this.means = Array.from({ length: channels }, () => new RmsMeter(sampleRate, RMS_MS));
  }

  /** Takes the first `frames` frames and writes the levels after them, in dBFS. */
  process(audio: readonly Float32Array[], frames: number, peak: LevelsWriter, held: LevelsWriter, rms: LevelsWriter): void {
    for (let c = 0; c < this.peaks.length; c++) {
      const peaks = this.peaks[c]!;
      const mean = this.means[c]!;
      peaks.process(audio[c]!, 0, frames);
      mean.process(audio[c]!, 0, frames);
      peak.set(c, gainToDb(peaks.peak));
      held.set(c, gainToDb(peaks.held));
      rms.set(c, powerToDb(mean.power));
    }
  }

  reset(): void {
    for (let c = 0; c < this.peaks.length; c++) {
      this.peaks[c]!.reset();
      this.means[c]!.reset();
    }
  }
}
