import { QUANTUM } from "../shared/quantum.js";
import { DelayLine } from "./delay-line.js";
import type { QuantumRing } from "./quantum-ring.js";
import type { StripState } from "./strip-state.js";

/**
 * Takes a strip's sound as its inserts leave it, before its fader, to the sidechain of an insert of another strip,
 * delayed so that it lies beside that insert's input. `@audioThread`
 */
export class Sidechain {
  /** What the insert hears in this quantum. */
  readonly heard = [new Float32Array(QUANTUM), new Float32Array(QUANTUM)] as const;
  readonly #source: StripState;
  readonly #line: DelayLine;
  /** To the insert's worker; two while another takes its place. */
  #rings: readonly QuantumRing[] = [];

  /** @param runs - whether the source sounds already, so that its past is not known. */
  constructor(source: StripState, delayFrames: number, runs: boolean) {
    this.#source = source;
    this.#line = new DelayLine(delayFrames, runs ? "unknown" : undefined);
    this.#line.setDelay(delayFrames, false);
  }

  /** Takes over a plan's delay and way. Allocates: between quanta only. */
  adopt(delayFrames: number, rings: readonly QuantumRing[]): void {
    this.#line.reserve(delayFrames);
    this.#line.setDelay(delayFrames, true);
    this.#rings = rings;
  }

  /** Between the source's inserts and its fader, and before the inserts that hear it. */
  run(quantum: number): void {
    const [heardLeft, heardRight] = this.heard;
    this.#line.write(this.#source.left, this.#source.right);
    this.#line.read(heardLeft, heardRight);
    for (let i = 0; i < this.#rings.length; i++) {
      const ring = this.#rings[i];
      if (!ring) continue;
      const [left, right] = ring.view(quantum);
      if (!left || !right) continue;
      ring.open(quantum);
      left.set(heardLeft);
      right.set(heardRight);
      ring.publish(quantum);
    }
  }
}
