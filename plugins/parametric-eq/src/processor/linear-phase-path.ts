import { Convolver } from "@headroom/dsp";
import { BandFilter } from "../design/band-filter.js";
import { LinearPhaseFilter } from "../design/linear-phase.js";
import { BAND_COUNT } from "../params.js";
import { linearPhaseBlock } from "../design/quality.js";
import type { BandReaders, EqReaders } from "./band-readers.js";
import { BandTarget, isDynamic } from "./band-target.js";
import type { EqPath } from "./eq-path.js";
import { FilterBank } from "./filter-bank.js";

/** Numbers by which a band's part in the impulse response is told: form, frequency, gain, Q. */
const TRACES = 4;

/**
 * The quality `linear-phase`: static bands by convolution with a symmetric impulse response, dynamic ones before it by
 * biquads, since a filter that follows the signal cannot be symmetric. A change of parameters is a new response, made
 * at most once a block and crossfaded over one.
 */
export class LinearPhasePath implements EqPath {
  readonly latency: number;
  private readonly bank: FilterBank;
  private readonly filter: LinearPhaseFilter;
  private readonly convolver: Convolver;
  private readonly channels: number;
  private readonly target = new BandTarget();
  private readonly band = new BandFilter();
  private readonly designed = new Float64Array(BAND_COUNT * TRACES).fill(NaN);
  private readonly response: Float64Array;
  private fresh = true;

  constructor(settings: { readonly sampleRate: number; readonly channels: number; readonly maxFrames: number }) {
    this.channels = settings.channels;
    this.bank = new FilterBank({ ...settings, factor: 1, dynamicOnly: true });
    this.filter = new LinearPhaseFilter(settings.sampleRate);
    const { taps, latency } = this.filter.designer;
    this.convolver = new Convolver({ channels: settings.channels, taps, blockFrames: linearPhaseBlock(taps) });
    this.response = new Float64Array(taps);
    this.latency = latency + this.convolver.latency;
  }

  update(frame: number, params: EqReaders, bands: readonly BandReaders[], dynamicsDb: Float64Array): boolean {
    const still = this.bank.update(frame, params, bands, dynamicsDb);
    if (this.convolver.exchanging) return false;
    if (!this.differs(frame, params, bands)) return still;
    this.design(frame, params, bands);
    this.convolver.exchange();
    if (!this.fresh) return false;
    // Nothing was heard yet.
    this.convolver.reset();
    this.fresh = false;
    return still;
  }

  process(buffers: readonly Float64Array[], start: number, end: number): void {
    this.bank.process(buffers, start, end);
    this.convolver.process(buffers, start, end);
  }

  settle(): void {
    this.bank.settle();
  }

  reset(): void {
    this.bank.reset();
    this.convolver.reset();
    this.designed.fill(NaN);
    this.fresh = true;
  }

  private differs(frame: number, params: EqReaders, bands: readonly BandReaders[]): boolean {
    const { target, designed } = this;
    let differs = false;
    for (let b = 0; b < bands.length; b++) {
      this.take(bands[b]!, frame, params);
      const form = target.form();
      const at = b * TRACES;
      // A band that is off has no part, whatever it is set to.
      const same = form === designed[at] && (!target.on || (target.hz === designed[at + 1] && target.gainDb === designed[at + 2] && target.q === designed[at + 3]));
      if (same) continue;
      designed[at] = form;
      designed[at + 1] = target.hz;
      designed[at + 2] = target.gainDb;
      designed[at + 3] = target.q;
      differs = true;
    }
    return differs;
  }

  private design(frame: number, params: EqReaders, bands: readonly BandReaders[]): void {
    const { filter, target, convolver, channels, response } = this;
    filter.clear();
    for (let b = 0; b < bands.length; b++) {
      this.take(bands[b]!, frame, params);
      if (!target.on) continue;
      this.band.set(target.type, target.slopeDb, target.hz, target.gainDb, target.q);
      filter.add(target.channel, this.band);
    }
    for (let from = 0; from < channels; from++) {
      for (let to = 0; to < channels; to++) {
        if (from !== to && !filter.crosses) continue;
        filter.designWay(from, to, channels, response);
        convolver.state(from, to, response);
      }
    }
  }

  private take(band: BandReaders, frame: number, params: EqReaders): void {
    this.target.take(band, frame, params.gainScale.values[frame]! / 100, 0);
    if (params.listen.value > 0 || isDynamic(band)) this.target.on = false;
  }
}
