/** Frames in which a strip control reaches a new value: 10.7 ms at 48 kHz. */
export const RAMP_FRAMES = 512;

/** A value that moves to its target on a straight line and meets it exactly. `@audioThread` */
export class Ramp {
  value: number;
  /** Frames until the target is met; 0 when settled. */
  left = 0;
  step = 0;
  #target: number;

  constructor(value: number) {
    this.value = value;
    this.#target = value;
  }

  get target(): number {
    return this.#target;
  }

  /** Starts towards a target; nothing happens when it is the target already. */
  aim(target: number, frames: number): void {
    if (target === this.#target) return;
    this.#target = target;
    this.left = frames;
    this.step = (target - this.value) / frames;
  }

  /** Takes a value at once. */
  jump(value: number): void {
    this.value = value;
    this.#target = value;
    this.left = 0;
  }

  /** The value one frame on. */
  next(): number {
    if (this.left > 0) {
      this.left -= 1;
      this.value = this.left === 0 ? this.#target : this.value + this.step;
    }
    return this.value;
  }
}
