import { QUANTUM } from "../shared/quantum.js";
import { DelayLine } from "./delay-line.js";
import type { QuantumRing } from "./quantum-ring.js";
import type { StripState } from "./strip-state.js";

/**
 * Takes a strip's sound as its inserts leave it, before its fader, to the sidechain of an insert of another strip,
 * delayed so that it lies beside that insert's input. `@audioThread`
 */
export class Sidechain {
  /** What the insert hears in this quantum, where it runs in this thread. */
  readonly heard = [new Float32Array(QUANTUM), new Float32Array(QUANTUM)] as const;
  readonly #source: StripState;
  readonly #line: DelayLine;
  /** To the insert's worker. */
  #ring: QuantumRing | undefined;

  /** @param runs - whether the source sounds already, so that its past is not known. */
  constructor(source: StripState, delayFrames: number, runs: boolean) {
    this.#source = source;
    this.#line = new DelayLine(delayFrames, runs ? "unknown" : undefined);
    this.#line.setDelay(delayFrames, false);
  }

  /** Takes over a plan's delay and way. Allocates: between quanta only. */
  adopt(delayFrames: number, ring: QuantumRing | undefined): void {
    this.#line.reserve(delayFrames);
    this.#line.setDelay(delayFrames, true);
    this.#ring = ring;
  }

  /** Between the source's inserts and its fader, and before the inserts that hear it. */
  run(quantum: number): void {
    const line = this.#line;
    line.write(this.#source.left, this.#source.right);
    const ring = this.#ring;
    if (ring === undefined) {
      line.read(this.heard[0], this.heard[1]);
      return;
    }
    const [left, right] = ring.view(quantum);
    if (!left || !right) return;
    ring.open(quantum);
    line.read(left, right);
    ring.publish(quantum);
  }
}
