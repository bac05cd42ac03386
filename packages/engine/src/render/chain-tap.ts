import { QUANTUM } from "../shared/quantum.js";
import { isAudio } from "./is-audio.js";
import type { InlineStep } from "./insert-stage.js";
import type { Segment } from "./segment.js";

/** Frames over which one chain's sound goes over to another's. */
const FADE_FRAMES = 1024;
/** Quanta that it takes. */
export const HANDOVER_QUANTA = FADE_FRAMES / QUANTUM;

/**
 * A chain of inserts beside the one that is heard: one that is to take its place and hears the same meanwhile, or one
 * that gave its place away and fades out. `@audioThread` after construction.
 */
export class ChainTap {
  readonly runners: readonly InlineStep[];
  readonly segment: Segment | undefined;
  readonly #in = [new Float32Array(QUANTUM), new Float32Array(QUANTUM)] as const;
  readonly #out = [new Float32Array(QUANTUM), new Float32Array(QUANTUM)] as const;
  #faded = 0;

  constructor(runners: readonly InlineStep[], segment: Segment | undefined) {
    this.runners = runners;
    this.segment = segment;
  }

  /** Whether a plan's chain is this one. */
  is(runners: readonly InlineStep[], segment: Segment | undefined): boolean {
    return segment === this.segment && runners.length === this.runners.length && runners.every(({ runner }, i) => runner === this.runners[i]?.runner);
  }

  /** Gives it the input of a quantum. */
  feed(quantum: number, left: Float32Array, right: Float32Array): void {
    if (this.segment) {
      this.segment.send(quantum, left, right);
      return;
    }
    const [inLeft, inRight] = this.#in;
    const [outLeft, outRight] = this.#out;
    outLeft.set(left);
    outRight.set(right);
    for (let i = 0; i < this.runners.length; i++) {
      inLeft.set(outLeft);
      inRight.set(outRight);
      const step = this.runners[i];
      step?.runner.process(quantum, this.#in, this.#out, step.heard);
    }
  }

  /** Fades from this chain to what is in `left` and `right`; equal samples stay as they are. @returns whether more is to come. */
  fadeTo(quantum: number, left: Float32Array, right: Float32Array): boolean {
    const [outLeft, outRight] = this.#out;
    if (this.segment) {
      const wanted = quantum - this.segment.hopQuanta;
      if (!this.segment.has(wanted) || !this.segment.copy(wanted, outLeft, outRight) || !isAudio(outLeft) || !isAudio(outRight)) return false;
    }
    for (let i = 0; i < QUANTUM; i++) {
      const share = (this.#faded + i) / FADE_FRAMES;
      const fromLeft = outLeft[i]!;
      const fromRight = outRight[i]!;
      left[i] = fromLeft + (left[i]! - fromLeft) * share;
      right[i] = fromRight + (right[i]! - fromRight) * share;
    }
    this.#faded += QUANTUM;
    return this.#faded < FADE_FRAMES;
  }
}
