/** A controller this near to the value has picked it up. Travel 0…1: two steps of seven bits. */
const NEAR = 2 / 127;

/**
 * Keeps a value from jumping to where a knob on the desk happens to stand: it moves from when the knob reaches or crosses it. A value that
 * something else moved must be picked up again.
 */
export class Pickup {
  #lastPosition: number | undefined;
  /** The travel that the controller left the value at; `undefined` until it has picked it up. */
  #held: number | undefined;

  /**
   * @param position - where the controller is now, 0…1.
   * @param travel - where the value is now, 0…1.
   * @returns whether the controller moves the value.
   */
  take(position: number, travel: number): boolean {
    const before = this.#lastPosition;
    this.#lastPosition = position;
    const isHeld = this.#held !== undefined && Math.abs(travel - this.#held) <= NEAR;
    const crosses = before !== undefined && (before - travel) * (position - travel) <= 0;
    const moves = isHeld || crosses || Math.abs(position - travel) <= NEAR;
    this.#held = moves ? position : undefined;
    return moves;
  }
}
