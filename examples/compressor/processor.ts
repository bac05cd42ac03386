import type { PrepareContext, ProcessContext, Processor } from "@headroom/sdk";
import type { CompressorParams, CompressorReadouts } from "./params.js";
import { reductionDb } from "./static-curve.js";

const LN_PER_DB = Math.LN10 / 20;
const FLOOR_DB = -200;
/** In which bypass goes over. */
const BYPASS_SECONDS = 0.02;

/** Places in the processor's memory: fractions in fields would be boxed anew at every block. */
const REDUCTION = 0;
const ENGAGED = 1;

/** Feed-forward: the key's level through the static curve, then smoothed in decibels by attack and release. */
export class CompressorProcessor implements Processor<CompressorParams, CompressorReadouts> {
  readonly tail = 0;
  readonly #sampleRate: number;
  readonly #memory = new Float64Array(2);

  constructor({ sampleRate, params }: PrepareContext<CompressorParams>) {
    this.#sampleRate = sampleRate;
    this.#memory[ENGAGED] = params.off.value ? 0 : 1;
  }

  reset(): void {
    this.#memory[REDUCTION] = 0;
  }

  process({ input, output, sidechain, params, readouts, frames }: ProcessContext<CompressorParams, CompressorReadouts>): void {
    const memory = this.#memory;
    const key = params.key.value === "sidechain" ? sidechain : input;
    const { threshold, ratio, knee, makeup } = params;
    const { values: attacks, moving: attackMoves } = params.attack;
    const { values: releases, moving: releaseMoves } = params.release;
    let attack = this.#share(attacks[0]!);
    let release = this.#share(releases[0]!);
    const fade = (params.off.value ? -1 : 1) / (BYPASS_SECONDS * this.#sampleRate);
    let reduction = memory[REDUCTION]!;
    let engaged = memory[ENGAGED]!;
    let highest = 0;
    for (let i = 0; i < frames; i++) {
      if (attackMoves) attack = this.#share(attacks[i]!);
      if (releaseMoves) release = this.#share(releases[i]!);
      let heard = 0;
      for (let c = 0; c < key.length; c++) heard = Math.max(heard, Math.abs(key[c]![i]!));
      highest = Math.max(highest, heard);
      const levelDb = heard > 0 ? Math.max(FLOOR_DB, Math.log(heard) / LN_PER_DB) : FLOOR_DB;
      const wanted = reductionDb(levelDb, threshold.values[i]!, ratio.values[i]!, knee.values[i]!);
      reduction += (wanted < reduction ? attack : release) * (wanted - reduction);
      engaged = Math.min(1, Math.max(0, engaged + fade));
      const gain = Math.exp(engaged * (reduction + makeup.values[i]!) * LN_PER_DB);
      for (let c = 0; c < output.length; c++) output[c]![i] = input[c]![i]! * gain;
    }
    memory[REDUCTION] = reduction;
    memory[ENGAGED] = engaged;
    readouts.reduction.set(engaged * reduction);
    readouts.key.set(highest > 0 ? Math.log(highest) / LN_PER_DB : -Infinity);
  }

  /** Share of the way that a frame goes, for 63 % of it in a time. `@audioThread` */
  #share(ms: number): number {
    return 1 - Math.exp(-1000 / (ms * this.#sampleRate));
  }
}
