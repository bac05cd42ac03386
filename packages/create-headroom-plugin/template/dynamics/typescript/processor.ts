import type { PrepareContext, ProcessContext, Processor } from "@headroom/sdk";
import type { Params, Readouts } from "./params.js";
import { reductionDb } from "./static-curve.js";

/** Levels below count as silence. */
const FLOOR = 1e-6;
/** Reductions below are none. */
const REST_DB = 1e-6;

/** A feed-forward compressor. `process` must not allocate: all memory is made here, in the constructor. */
export class Compressor implements Processor<Params, Readouts> {
  readonly tail = 0;
  private readonly sampleRate: number;
  /** One number: the reduction in decibels that is reached. In an array, as a field would be boxed anew at every change. */
  private readonly state = new Float64Array(1);

  constructor({ sampleRate }: PrepareContext<Params>) {
    this.sampleRate = sampleRate;
  }

  reset(): void {
    this.state.fill(0);
  }

  process({ input, output, sidechain, params, readouts, frames }: ProcessContext<Params, Readouts>): void {
    const { threshold, ratio, attack, release, makeup } = params;
    const detector = params.external.value ? sidechain : input;
    const isMoving = attack.moving || release.moving;
    let attackShare = 0;
    let releaseShare = 0;
    let reached = this.state[0];
    for (let i = 0; i < frames; i++) {
      if (i === 0 || isMoving) {
        attackShare = Math.exp(-1000 / (attack.values[i] * this.sampleRate));
        releaseShare = Math.exp(-1000 / (release.values[i] * this.sampleRate));
      }
      let level = FLOOR;
      for (let c = 0; c < detector.length; c++) level = Math.max(level, Math.abs(detector[c][i]));
      const target = reductionDb(20 * Math.log10(level), threshold.values[i], ratio.values[i]);
      reached = target + (target < reached ? attackShare : releaseShare) * (reached - target);
      if (reached > -REST_DB) reached = 0;
      const gain = 10 ** (reached / 20) * makeup.gains[i];
      for (let c = 0; c < output.length; c++) output[c][i] = input[c][i] * gain;
    }
    this.state[0] = reached;
    readouts.reduction.set(reached);
  }
}
