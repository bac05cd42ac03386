import { gainToDb, MatchedDesigner, PeakMeter } from "@headroom/dsp";
import type { PrepareContext, ProcessContext, Processor } from "@headroom/sdk";
import { EQ_BANDS, type EqParams, type EqReadouts } from "../params.js";
import { EqBand, GRID, type EqReaders } from "./eq-band.js";
import { SpectrumTap } from "./spectrum-tap.js";

/** Length of the crossfade when a band is switched or changes its type or slope. */
const FADE_SECONDS = 0.01;
/** Frames from one look for died-away filter state to the next, a multiple of the grid. */
const SETTLE_FRAMES = 1024;

/**
 * Eight bands in series in float64, then the output gain. The grid that coefficients follow is counted in stream
 * frames, so the samples do not depend on how the stream is cut into blocks.
 */
export class EqProcessor implements Processor<EqParams, EqReadouts> {
  readonly latency = 0;
  /** Seconds for a moderately narrow band at the bottom of the range to fall by 60 dB. */
  readonly tail = 1;
  private readonly bands: readonly EqBand[];
  private readonly buffers: readonly Float64Array[];
  private readonly meters: readonly PeakMeter[];
  private readonly tapIn: SpectrumTap;
  private readonly tapOut: SpectrumTap;
  private bound = false;

  constructor({ sampleRate, channels, maxFrames }: PrepareContext) {
    const perChannel = () => Array.from({ length: channels }, () => new Float64Array(maxFrames));
    const shared = {
      sampleRate,
      channels,
      designer: new MatchedDesigner(),
      scratch: perChannel(),
      fadeFrames: Math.max(1, Math.round(FADE_SECONDS * sampleRate)),
    };
    this.bands = EQ_BANDS.map(() => new EqBand(shared));
    this.buffers = perChannel();
    this.meters = Array.from({ length: channels }, () => new PeakMeter({ sampleRate }));
    this.tapIn = new SpectrumTap(channels, sampleRate);
    this.tapOut = new SpectrumTap(channels, sampleRate);
  }

  reset(): void {
    for (let b = 0; b < this.bands.length; b++) this.bands[b]!.reset();
    for (let c = 0; c < this.meters.length; c++) this.meters[c]!.reset();
    this.tapIn.reset();
    this.tapOut.reset();
  }

  process(context: ProcessContext<EqParams, EqReadouts>): void {
    const { input, output, params, readouts, frames, position } = context;
    if (!this.bound) this.bind(params);
    const { buffers, meters } = this;
    for (let c = 0; c < buffers.length; c++) {
      const from = input[c]!;
      const to = buffers[c]!;
      for (let i = 0; i < frames; i++) to[i] = from[i]!;
    }
    this.filter(frames, position);
    const gains = params.output.gains;
    for (let c = 0; c < buffers.length; c++) {
      const from = buffers[c]!;
      const to = output[c]!;
      for (let i = 0; i < frames; i++) to[i] = from[i]! * gains[i]!;
      const meter = meters[c]!;
      meter.process(to, 0, frames);
      readouts.output.set(c, gainToDb(meter.peak));
    }
    this.tapIn.write(input, frames, readouts.spectrumIn);
    this.tapOut.write(output, frames, readouts.spectrumOut);
  }

  private bind(params: EqReaders): void {
    for (let b = 0; b < this.bands.length; b++) this.bands[b]!.bind(EQ_BANDS[b]!, params);
    this.bound = true;
  }

  private filter(frames: number, position: number): void {
    const { bands, buffers } = this;
    let start = 0;
    while (start < frames) {
      const at = position + start;
      let steady = true;
      for (let b = 0; b < bands.length; b++) if (!bands[b]!.steady) steady = false;
      if (!steady && (at % GRID === 0 || bands[0]!.unheard)) for (let b = 0; b < bands.length; b++) bands[b]!.update(start);
      if (at % SETTLE_FRAMES === 0) for (let b = 0; b < bands.length; b++) bands[b]!.settle();
      const stride = steady ? SETTLE_FRAMES : GRID;
      const end = Math.min(frames, start + stride - (at % stride));
      for (let b = 0; b < bands.length; b++) bands[b]!.process(buffers, start, end);
      start = end;
    }
  }
}
