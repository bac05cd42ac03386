import { QUANTUM } from "../shared/quantum.js";
import { RAMP_FRAMES } from "./ramp.js";

/** Places of the four gains: from left to left, from right to left, from left to right, from right to right. */
export const Gain = { leftLeft: 0, rightLeft: 1, leftRight: 2, rightRight: 3 } as const;
const GAINS = 4;

/** What a matrix does while nothing moves, from the cheapest on. */
export const Shape = { unity: 0, gains: 1, full: 2 } as const;

/** Two sides in, two out, by four gains that move on straight lines and meet their targets exactly. `@audioThread` */
export class GainMatrix {
  /** The gains that are wanted; taken over by {@link aim}. */
  readonly wanted = Float64Array.of(1, 0, 0, 1);
  /** The gains now. In arrays, because a number in a field is made anew when it changes. */
  readonly gains = Float64Array.of(1, 0, 0, 1);
  /** Of {@link Shape}, of the gains that are wanted. */
  shape: number = Shape.unity;
  readonly #targets = Float64Array.of(1, 0, 0, 1);
  readonly #steps = new Float64Array(GAINS);
  /** Frames until the targets are met. */
  #left = 0;
  /** Whether it has no gains yet that it would have to come from. */
  fresh = true;

  /** Whether the last quantum went through the gains as they are now, unmoved. */
  settled = true;

  /** Starts towards what is wanted: at once the first time. Nothing happens when it is the target already. */
  aim(): void {
    const { wanted, gains } = this;
    const targets = this.#targets;
    let same = true;
    for (let i = 0; i < GAINS; i++) same &&= wanted[i] === targets[i];
    if (same && !this.fresh) return;
    for (let i = 0; i < GAINS; i++) {
      const target = wanted[i] ?? 0;
      targets[i] = target;
      if (this.fresh) gains[i] = target;
      this.#steps[i] = (target - (gains[i] ?? 0)) / RAMP_FRAMES;
    }
    this.#left = this.fresh ? 0 : RAMP_FRAMES;
    this.fresh = false;
    const crosses = targets[Gain.rightLeft] !== 0 || targets[Gain.leftRight] !== 0;
    const passes = targets[Gain.leftLeft] === 1 && targets[Gain.rightRight] === 1;
    this.shape = crosses ? Shape.full : passes ? Shape.unity : Shape.gains;
  }

  /** Whether the gains stand still and no side reaches the other. */
  get simple(): boolean {
    return this.#left === 0 && this.shape !== Shape.full;
  }

  /** Lets others move {@link gains}: what is wanted next is reached from where they are then. */
  release(): void {
    this.#targets.fill(Number.NaN);
    this.#left = 0;
    this.settled = false;
    this.fresh = false;
  }

  /** Puts a quantum through, in place. */
  run(left: Float32Array, right: Float32Array): void {
    this.settled = this.#left === 0;
    if (!this.settled) {
      this.#move(left, right);
      return;
    }
    const { gains } = this;
    const a = gains[Gain.leftLeft] ?? 0;
    const d = gains[Gain.rightRight] ?? 0;
    if (this.shape === Shape.unity) return;
    if (this.shape === Shape.gains) {
      for (let i = 0; i < QUANTUM; i++) {
        left[i] = (left[i] ?? 0) * a;
        right[i] = (right[i] ?? 0) * d;
      }
      return;
    }
    const b = gains[Gain.rightLeft] ?? 0;
    const c = gains[Gain.leftRight] ?? 0;
    for (let i = 0; i < QUANTUM; i++) {
      const l = left[i] ?? 0;
      const r = right[i] ?? 0;
      left[i] = l * a + r * b;
      right[i] = l * c + r * d;
    }
  }

  #move(left: Float32Array, right: Float32Array): void {
    const { gains } = this;
    const steps = this.#steps;
    let a = gains[Gain.leftLeft] ?? 0;
    let b = gains[Gain.rightLeft] ?? 0;
    let c = gains[Gain.leftRight] ?? 0;
    let d = gains[Gain.rightRight] ?? 0;
    const stepA = steps[Gain.leftLeft] ?? 0;
    const stepB = steps[Gain.rightLeft] ?? 0;
    const stepC = steps[Gain.leftRight] ?? 0;
    const stepD = steps[Gain.rightRight] ?? 0;
    // A ramp takes whole quanta.
    for (let i = 0; i < QUANTUM; i++) {
      a += stepA;
      b += stepB;
      c += stepC;
      d += stepD;
      const l = left[i] ?? 0;
      const r = right[i] ?? 0;
      left[i] = l * a + r * b;
      right[i] = l * c + r * d;
    }
    this.#left -= QUANTUM;
    if (this.#left <= 0) {
      gains.set(this.#targets);
      return;
    }
    gains[Gain.leftLeft] = a;
    gains[Gain.rightLeft] = b;
    gains[Gain.leftRight] = c;
    gains[Gain.rightRight] = d;
  }
}
