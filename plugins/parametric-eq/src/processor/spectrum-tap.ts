import { SpectrumAnalyzer } from "@headroom/dsp";
import type { SeriesWriter } from "@headroom/sdk";
import { SPECTRUM_FREQUENCIES } from "../spectrum.js";

/** Publishes the spectrum of one point of the signal path while somebody looks. `@audioThread` after construction. */
export class SpectrumTap {
  private readonly analyzer: SpectrumAnalyzer;
  private running = false;

  constructor(channels: number, sampleRate: number) {
    this.analyzer = new SpectrumAnalyzer(channels, { sampleRate, frequencies: SPECTRUM_FREQUENCIES });
  }

  write(buffers: readonly Float32Array[], frames: number, readout: SeriesWriter): void {
    const { observed } = readout;
    // What was heard before the pause is no longer part of the signal.
    if (observed && !this.running) this.analyzer.reset();
    this.running = observed;
    if (!observed || !this.analyzer.write(buffers, frames)) return;
    readout.data.set(this.analyzer.levels);
    readout.publish();
  }

  reset(): void {
    this.analyzer.reset();
  }
}
