import { QUANTUM } from "../shared/quantum.js";
import { faderGain } from "./gain-law.js";
import { Ramp, RAMP_FRAMES } from "./ramp.js";
import { controlIndex, type StripState } from "./strip-state.js";

const TRIM = controlIndex("trimDb");
const INVERT_LEFT = controlIndex("invertLeft");
const INVERT_RIGHT = controlIndex("invertRight");
const SWAP = controlIndex("swap");

/** Trim, polarity and swap of a strip, as a gain a side and an exchange, all ramped. `@audioThread` */
export class InputStage {
  readonly #strip: StripState;
  readonly #left = new Ramp(1);
  readonly #right = new Ramp(1);
  readonly #swap = new Ramp(0);
  #trimDb = Number.NaN;
  #trim = 1;
  #fresh = true;

  constructor(strip: StripState) {
    this.#strip = strip;
  }

  run(): void {
    this.#aim();
    const { left, right } = this.#strip;
    const gainLeft = this.#left;
    const gainRight = this.#right;
    const swap = this.#swap;
    if (gainLeft.left === 0 && gainRight.left === 0 && swap.left === 0 && swap.value === 0) {
      const l = gainLeft.value;
      const r = gainRight.value;
      if (l === 1 && r === 1) return;
      for (let i = 0; i < QUANTUM; i++) {
        left[i] = (left[i] ?? 0) * l;
        right[i] = (right[i] ?? 0) * r;
      }
      return;
    }
    for (let i = 0; i < QUANTUM; i++) {
      const l = (left[i] ?? 0) * gainLeft.next();
      const r = (right[i] ?? 0) * gainRight.next();
      const s = swap.next();
      left[i] = l * (1 - s) + r * s;
      right[i] = r * (1 - s) + l * s;
    }
  }

  #aim(): void {
    const { controls } = this.#strip;
    const trimDb = controls[TRIM] || 0;
    if (trimDb !== this.#trimDb) {
      this.#trimDb = trimDb;
      this.#trim = faderGain(trimDb);
    }
    const left = (controls[INVERT_LEFT] || 0) >= 0.5 ? -this.#trim : this.#trim;
    const right = (controls[INVERT_RIGHT] || 0) >= 0.5 ? -this.#trim : this.#trim;
    const swap = (controls[SWAP] || 0) >= 0.5 ? 1 : 0;
    if (this.#fresh) {
      this.#left.jump(left);
      this.#right.jump(right);
      this.#swap.jump(swap);
      this.#fresh = false;
    } else {
      this.#left.aim(left, RAMP_FRAMES);
      this.#right.aim(right, RAMP_FRAMES);
      this.#swap.aim(swap, RAMP_FRAMES);
    }
  }
}
