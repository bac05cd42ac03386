import { QUANTUM } from "../shared/quantum.js";
import { balanceLeft, balanceRight, faderGain } from "./gain-law.js";
import { Ramp, RAMP_FRAMES } from "./ramp.js";
import { controlIndex, type StripState } from "./strip-state.js";

const FADER = controlIndex("faderDb");
const PAN = controlIndex("pan");
const WIDTH = controlIndex("width");
const AUDIBLE = controlIndex("audible");

/** Fader, balance, width and mute of a strip, all ramped. `@audioThread` */
export class FaderStage {
  readonly #strip: StripState;
  readonly #left = new Ramp(1);
  readonly #right = new Ramp(1);
  readonly #width = new Ramp(1);
  #faderDb = Number.NaN;
  #fader = 1;
  #pan = Number.NaN;
  #balanceLeft = 1;
  #balanceRight = 1;
  #fresh = true;

  constructor(strip: StripState) {
    this.#strip = strip;
  }

  run(): void {
    this.#aim();
    const { left, right } = this.#strip;
    const gainLeft = this.#left;
    const gainRight = this.#right;
    const width = this.#width;
    if (width.left > 0 || width.value !== 1) {
      for (let i = 0; i < QUANTUM; i++) {
        const l = left[i] ?? 0;
        const r = right[i] ?? 0;
        const middle = (l + r) * 0.5;
        const side = (l - r) * 0.5 * width.next();
        left[i] = middle + side;
        right[i] = middle - side;
      }
    }
    if (gainLeft.left > 0 || gainRight.left > 0) {
      for (let i = 0; i < QUANTUM; i++) {
        left[i] = (left[i] ?? 0) * gainLeft.next();
        right[i] = (right[i] ?? 0) * gainRight.next();
      }
    } else {
      const l = gainLeft.value;
      const r = gainRight.value;
      if (l === 1 && r === 1) return;
      for (let i = 0; i < QUANTUM; i++) {
        left[i] = (left[i] ?? 0) * l;
        right[i] = (right[i] ?? 0) * r;
      }
    }
  }

  #aim(): void {
    // Read here, not through a function: a number that a function returns may be put in a box.
    const { controls } = this.#strip;
    const faderDb = controls[FADER] || 0;
    if (faderDb !== this.#faderDb) {
      this.#faderDb = faderDb;
      this.#fader = faderGain(faderDb);
    }
    const pan = controls[PAN] || 0;
    if (pan !== this.#pan) {
      this.#pan = pan;
      this.#balanceLeft = balanceLeft(pan);
      this.#balanceRight = balanceRight(pan);
    }
    const gain = (controls[AUDIBLE] || 0) >= 0.5 ? this.#fader : 0;
    const width = controls[WIDTH] || 0;
    if (this.#fresh) {
      this.#left.jump(gain * this.#balanceLeft);
      this.#right.jump(gain * this.#balanceRight);
      this.#width.jump(width);
      this.#fresh = false;
    } else {
      this.#left.aim(gain * this.#balanceLeft, RAMP_FRAMES);
      this.#right.aim(gain * this.#balanceRight, RAMP_FRAMES);
      this.#width.aim(width, RAMP_FRAMES);
    }
  }
}
