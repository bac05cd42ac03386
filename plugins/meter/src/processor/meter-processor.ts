import { ClipCounter, gainToDb, PeakMeter, powerToDb, RmsMeter } from "@headroom/dsp";
import type { PrepareContext, ProcessContext, Processor } from "@headroom/sdk";
import type { MeterParams, MeterReadouts } from "../params.js";

/** Copies its input bit for bit and measures each channel. */
export class MeterProcessor implements Processor<MeterParams, MeterReadouts> {
  readonly latency = 0;
  readonly tail = 0;
  private readonly peaks: readonly PeakMeter[];
  private readonly means: readonly RmsMeter[];
  private readonly clips: readonly ClipCounter[];
  private triggered = false;

  constructor({ sampleRate, channels }: PrepareContext) {
    this.peaks = Array.from({ length: channels }, () => new PeakMeter({ sampleRate }));
    this.means = Array.from({ length: channels }, () => new RmsMeter(sampleRate, 300));
    this.clips = Array.from({ length: channels }, () => new ClipCounter());
  }

  reset(): void {
    for (let c = 0; c < this.peaks.length; c++) {
      this.peaks[c]!.reset();
      this.means[c]!.reset();
      this.clips[c]!.reset();
    }
  }

  process({ input, output, params, readouts, frames }: ProcessContext<MeterParams, MeterReadouts>): void {
    const trigger = params.reset.value && !this.triggered;
    this.triggered = params.reset.value;
    for (let c = 0; c < input.length; c++) {
      const from = input[c]!;
      const to = output[c]!;
      for (let i = 0; i < frames; i++) to[i] = from[i]!;

      const peak = this.peaks[c]!;
      const mean = this.means[c]!;
      const clips = this.clips[c]!;
      if (trigger) {
        peak.reset();
        clips.reset();
      }
      peak.setHold(params.holdSeconds.value);
      mean.setTimeConstant(params.integrationMs.value);
      peak.process(from, 0, frames);
      mean.process(from, 0, frames);
      clips.process(from, 0, frames);
      readouts.peak.set(c, gainToDb(peak.peak));
      readouts.rms.set(c, powerToDb(mean.power));
      readouts.hold.set(c, gainToDb(peak.held));
      readouts.max.set(c, gainToDb(peak.most));
      readouts.clips.set(c, clips.count);
    }
  }
}
