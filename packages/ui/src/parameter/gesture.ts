import { toNumber } from "@headroom/sdk";
import type { ParameterHandle } from "@headroom/sdk/view";

/**
 * One edit of a parameter by hand. It opens with the first value that is set, so that touching a control
 * without moving it leaves no step to undo. `@mainThread`
 */
export class Gesture {
  readonly #handle: ParameterHandle;
  #open = false;
  #before = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(handle: ParameterHandle) {
    this.#handle = handle;
  }

  /** Sets the parameter's number, opening the gesture where it is closed. */
  set(number: number): void {
    clearTimeout(this.#timer);
    if (!this.#open) {
      this.#open = true;
      this.#before = this.#handle.number();
      this.#handle.begin();
    }
    if (number !== this.#handle.number()) this.#handle.setNumber(number);
  }

  /** Closes the gesture: what was set since it opened is one undo step. */
  end(): void {
    clearTimeout(this.#timer);
    if (!this.#open) return;
    this.#open = false;
    this.#handle.end();
  }

  /** Closes the gesture after a pause, for input that has no end of its own such as a wheel. */
  endAfter(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.end(), milliseconds);
  }

  /** Puts the parameter to its default and closes the gesture. */
  reset(): void {
    this.set(toNumber(this.#handle.spec, this.#handle.spec.default));
    this.end();
  }

  /** Puts back the number from before the gesture and closes it. @returns whether one was open. */
  cancel(): boolean {
    if (!this.#open) return false;
    this.set(this.#before);
    this.end();
    return true;
  }
}
