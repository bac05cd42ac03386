import { QUANTUM } from "../shared/quantum.js";
import { DelayLine } from "./delay-line.js";
import { Ramp, RAMP_FRAMES } from "./ramp.js";
import type { StripState } from "./strip-state.js";

/** Adds one strip to another, delayed; fades in when it is made while sound runs, and out when retired. `@audioThread` */
export class Route {
  readonly from: string;
  readonly to: string;
  readonly #source: StripState;
  readonly #target: StripState;
  readonly #line: DelayLine;
  readonly #gain: Ramp;
  readonly #left = new Float32Array(QUANTUM);
  readonly #right = new Float32Array(QUANTUM);

  /** @param sibling - route from the same strip, whose history makes this one heard at once. */
  constructor(from: string, to: string, source: StripState, target: StripState, delayFrames: number, fadeIn: boolean, sibling?: Route) {
    this.from = from;
    this.to = to;
    this.#source = source;
    this.#target = target;
    this.#line = new DelayLine(delayFrames, sibling ? sibling.#line : fadeIn ? "unknown" : undefined);
    this.#line.setDelay(delayFrames, sibling !== undefined);
    this.#gain = new Ramp(fadeIn ? 0 : 1);
    this.#gain.aim(1, RAMP_FRAMES);
  }

  /** Goes over to a delay. Allocates when it is the longest so far: between quanta only. */
  setDelay(frames: number, crossfade: boolean): void {
    this.#line.reserve(frames);
    this.#line.setDelay(frames, crossfade);
  }

  /** Fades out; once {@link silent} the route may be dropped. */
  retire(): void {
    this.#gain.aim(0, RAMP_FRAMES);
  }

  /** Undoes {@link retire}. */
  revive(): void {
    this.#gain.aim(1, RAMP_FRAMES);
  }

  get silent(): boolean {
    return this.#gain.left === 0 && this.#gain.value === 0;
  }

  run(): void {
    const line = this.#line;
    const left = this.#left;
    const right = this.#right;
    line.write(this.#source.left, this.#source.right);
    // Faded in before there is something to hear, it would begin with a step.
    if (!line.filled) return;
    line.read(left, right);
    const { left: toLeft, right: toRight } = this.#target;
    const gain = this.#gain;
    if (gain.left === 0) {
      if (gain.value === 0) return;
      for (let i = 0; i < QUANTUM; i++) {
        toLeft[i] = (toLeft[i] ?? 0) + (left[i] ?? 0);
        toRight[i] = (toRight[i] ?? 0) + (right[i] ?? 0);
      }
      return;
    }
    for (let i = 0; i < QUANTUM; i++) {
      const g = gain.next();
      toLeft[i] = (toLeft[i] ?? 0) + (left[i] ?? 0) * g;
      toRight[i] = (toRight[i] ?? 0) + (right[i] ?? 0) * g;
    }
  }
}
