let grips = 0;

/** Handles that were taken in one go. */
export class Grip {
  readonly #key = `grip ${++grips}`;
  #handles = 0;

  add(): void {
    this.#handles += 1;
  }

  /** A name for all of them, where they are several. */
  get together(): string | undefined {
    return this.#handles > 1 ? this.#key : undefined;
  }
}

/**
 * Tells which gestures are one movement: those that begin in the same turn of the event loop, as a drag in two directions
 * or of several selected controls does. One that is held for longer, beside others, stays its own. `@mainThread`
 */
export class Hand {
  #grip: Grip | undefined;

  /** A gesture begins. */
  take(): Grip {
    if (!this.#grip) {
      this.#grip = new Grip();
      setTimeout(() => {
        this.#grip = undefined;
      });
    }
    this.#grip.add();
    return this.#grip;
  }
}
