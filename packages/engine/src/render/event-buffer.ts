import type { EventQueue } from "../shared/event-queue.js";

const CAPACITY = 1024;

/**
 * Events taken from a queue and kept in order of their frame until they are due; of equal frames the earlier
 * comes first. When it is full, the latest event gives way. `@audioThread`
 */
export class EventBuffer {
  readonly #frames = new Float64Array(CAPACITY);
  readonly #targets = new Float64Array(CAPACITY);
  readonly #values = new Float64Array(CAPACITY);
  readonly #ramps = new Float64Array(CAPACITY);
  #first = 0;
  #count = 0;

  /** Takes over all that the queue holds. */
  fill(queue: EventQueue): void {
    while (queue.take()) this.#insert(wholeFrame(queue.frame), queue.target, queue.value, queue.ramp);
  }

  /** Frame of the next event; Infinity without one. */
  get nextFrame(): number {
    return this.#count > 0 ? (this.#frames[this.#first] ?? Infinity) : Infinity;
  }

  get target(): number {
    return this.#targets[this.#first] ?? 0;
  }

  get value(): number {
    return this.#values[this.#first] ?? 0;
  }

  get ramp(): number {
    return this.#ramps[this.#first] ?? 0;
  }

  /** Drops the next event. */
  shift(): void {
    if (this.#count === 0) return;
    this.#first = (this.#first + 1) & (CAPACITY - 1);
    this.#count -= 1;
  }

  #insert(frame: number, target: number, value: number, ramp: number): void {
    if (this.#count === CAPACITY) {
      const last = (this.#first + CAPACITY - 1) & (CAPACITY - 1);
      if ((this.#frames[last] ?? 0) <= frame) return;
      this.#count -= 1;
    }
    let at = (this.#first + this.#count) & (CAPACITY - 1);
    for (let moved = 0; moved < this.#count; moved++) {
      const before = (at - 1) & (CAPACITY - 1);
      if ((this.#frames[before] ?? 0) <= frame) break;
      this.#frames[at] = this.#frames[before] ?? 0;
      this.#targets[at] = this.#targets[before] ?? 0;
      this.#values[at] = this.#values[before] ?? 0;
      this.#ramps[at] = this.#ramps[before] ?? 0;
      at = before;
    }
    this.#frames[at] = frame;
    this.#targets[at] = target;
    this.#values[at] = value;
    this.#ramps[at] = ramp;
    this.#count += 1;
  }
}

/** A block cannot end between two frames; what is no number is due at once. */
function wholeFrame(frame: number): number {
  return Number.isNaN(frame) ? 0 : Math.ceil(frame);
}
