import { AnalogPrototype } from "@headroom/dsp";
import { curveFrequencies, type SeriesWriter } from "@headroom/sdk";
import { BandFilter } from "../design/band-filter.js";
import { eqReadouts } from "../params.js";
import type { BandReaders, EqReaders } from "./band-readers.js";
import { BandTarget } from "./band-target.js";

/** A host draws it small, once a frame of the screen. */
const MOST_A_SECOND = 30;

/**
 * Publishes the response of all bands that are on, dynamics included, when it changed and somebody looks: that of the
 * analog filters that all three qualities follow. `@audioThread` after construction.
 */
export class ResponseTap {
  private readonly squares: Float64Array;
  private readonly powers: Float64Array;
  private readonly filter = new BandFilter();
  private readonly prototype = new AnalogPrototype();
  private readonly target = new BandTarget();
  private readonly framesBetween: number;
  private framesLeft = 0;
  private stale = true;
  private running = false;

  constructor(sampleRate: number) {
    this.squares = curveFrequencies(eqReadouts.response).map((hz) => hz * hz);
    this.powers = new Float64Array(this.squares.length);
    this.framesBetween = Math.round(sampleRate / MOST_A_SECOND);
  }

  /**
   * To be called at the end of each block.
   * @param moves - whether anything moved in it.
   * @param dynamicsDb - what each band's dynamics add to its gain.
   */
  show(readout: SeriesWriter, frames: number, moves: boolean, params: EqReaders, bands: readonly BandReaders[], dynamicsDb: Float64Array): void {
    const { observed } = readout;
    if (moves || (observed && !this.running)) this.stale = true;
    this.running = observed;
    this.framesLeft = Math.max(0, this.framesLeft - frames);
    if (!observed || !this.stale || this.framesLeft > 0) return;
    this.stale = false;
    this.framesLeft = this.framesBetween;
    this.compute(frames - 1, params, bands, dynamicsDb);
    for (let i = 0; i < this.powers.length; i++) readout.data[i] = 10 * Math.log10(this.powers[i]! + 1e-20);
    readout.publish();
  }

  private compute(frame: number, params: EqReaders, bands: readonly BandReaders[], dynamicsDb: Float64Array): void {
    const { target, filter } = this;
    const scale = params.gainScale.value / 100;
    this.powers.fill(1);
    for (let b = 0; b < bands.length; b++) {
      target.take(bands[b]!, frame, scale, dynamicsDb[b]!);
      if (!target.on) continue;
      filter.set(target.type, target.slopeDb, target.hz, target.gainDb, target.q);
      filter.multiplyPowersAt(this.prototype, this.squares, this.powers);
    }
  }
}
