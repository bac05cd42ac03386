import { Oversampler } from "@headroom/dsp";
import { HQ_TOP_HZ, hqFactor } from "../design/quality.js";
import type { BandReaders, EqReaders } from "./band-readers.js";
import type { EqPath } from "./eq-path.js";
import { FilterBank } from "./filter-bank.js";

/** The qualities `standard` and `hq`: biquads, in `hq` at a higher rate where the rate is low. */
export class MinimumPhasePath implements EqPath {
  readonly latency: number;
  private readonly bank: FilterBank;
  private readonly oversamplers: readonly Oversampler[];
  private readonly oversampled: readonly Float64Array[];

  constructor(settings: { readonly sampleRate: number; readonly channels: number; readonly maxFrames: number; readonly hq: boolean }) {
    const { sampleRate, channels, maxFrames, hq } = settings;
    const factor = hq ? hqFactor(sampleRate) : 1;
    this.bank = new FilterBank({ sampleRate, channels, maxFrames, factor, topHz: hq ? HQ_TOP_HZ : Infinity });
    this.oversamplers = factor === 1 ? [] : Array.from({ length: channels }, () => new Oversampler(factor, maxFrames));
    this.oversampled = this.oversamplers.map(({ buffer }) => buffer);
    this.latency = this.oversamplers[0]?.latency ?? 0;
  }

  update(frame: number, params: EqReaders, bands: readonly BandReaders[], dynamicsDb: Float64Array): boolean {
    return this.bank.update(frame, params, bands, dynamicsDb);
  }

  process(buffers: readonly Float64Array[], start: number, end: number): void {
    const { oversamplers } = this;
    const over = oversamplers[0];
    if (over === undefined) {
      this.bank.process(buffers, start, end);
      return;
    }
    for (let c = 0; c < oversamplers.length; c++) oversamplers[c]!.up(buffers[c]!, start, end);
    this.bank.process(this.oversampled, 0, over.factor * (end - start));
    for (let c = 0; c < oversamplers.length; c++) oversamplers[c]!.down(buffers[c]!, start, end);
  }

  settle(): void {
    this.bank.settle();
  }

  reset(): void {
    this.bank.reset();
    for (let c = 0; c < this.oversamplers.length; c++) this.oversamplers[c]!.reset();
  }
}
