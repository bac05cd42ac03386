/** Frames in which a strip control reaches a new value: 10.7 ms at 48 kHz. */
export const RAMP_FRAMES = 512;

/**
 * A value that moves to its target on a straight line and meets it exactly. Each value comes from the line's start and
 * the frames since, not from the value before, so that it is the same wherever the line was joined. `@audioThread`
 */
export class Ramp {
  /** Value, step, target, start, frames since. In an array, because a number in a field is made anew when it changes. */
  readonly #numbers: Float64Array;
  /** Frames until the target is met; 0 when settled. */
  left = 0;

  constructor(value: number) {
    this.#numbers = Float64Array.of(value, 0, value, value, 0);
  }

  get value(): number {
    return this.#numbers[0] ?? 0;
  }

  get target(): number {
    return this.#numbers[2] ?? 0;
  }

  /** Starts towards a target; nothing happens when it is the target already. */
  aim(target: number, frames: number): void {
    const numbers = this.#numbers;
    if (target === numbers[2]) return;
    numbers[2] = target;
    numbers[3] = numbers[0] ?? 0;
    numbers[1] = (target - (numbers[0] ?? 0)) / frames;
    numbers[4] = 0;
    this.left = frames;
  }

  /** Takes a value at once. */
  jump(value: number): void {
    this.#numbers[0] = value;
    this.#numbers[2] = value;
    this.left = 0;
  }

  /** Joins a line of so many frames at one of them: the next value is the one there, `from` at 0. */
  join(from: number, to: number, index: number, frames: number): void {
    const numbers = this.#numbers;
    numbers[2] = to;
    numbers[3] = from;
    numbers[1] = (to - from) / frames;
    numbers[4] = index - 1;
    numbers[0] = from + numbers[1] * numbers[4];
    this.left = frames - index + 1;
  }

  /** The value one frame on. */
  next(): number {
    const numbers = this.#numbers;
    if (this.left > 0) {
      this.left -= 1;
      const since = (numbers[4] ?? 0) + 1;
      numbers[4] = since;
      numbers[0] = this.left === 0 ? (numbers[2] ?? 0) : (numbers[3] ?? 0) + (numbers[1] ?? 0) * since;
    }
    return numbers[0] ?? 0;
  }
}
