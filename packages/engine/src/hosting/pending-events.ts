import type { EventQueue } from "../shared/event-queue.js";

/**
 * Events on their way into a queue that may be full or not there yet. Of immediate events for one target only
 * the last is kept; those for a certain frame are all kept. `@mainThread`
 */
export class PendingEvents {
  #queue: EventQueue | undefined;
  readonly #immediate = new Map<number, { value: number; ramp: number }>();
  #timed: { frame: number; target: number; value: number; ramp: number }[] = [];

  /** Sends to a queue from now on; without one nothing is kept: a new incarnation starts from the values. */
  attach(queue: EventQueue | undefined): void {
    this.#queue = queue;
    this.#immediate.clear();
    this.#timed = [];
  }

  /** @param frame - engine frame, or 0 for as soon as possible. */
  push(frame: number, target: number, value: number, ramp: number): void {
    if (!this.#queue) return;
    if (frame <= 0) this.#immediate.set(target, { value, ramp });
    else this.#timed.push({ frame, target, value, ramp });
    this.flush();
  }

  /** Sends what the queue takes. */
  flush(): void {
    const queue = this.#queue;
    if (!queue) return;
    for (const [target, { value, ramp }] of this.#immediate) {
      if (!queue.push(0, target, value, ramp)) return;
      this.#immediate.delete(target);
    }
    while (this.#timed.length > 0) {
      const [event] = this.#timed;
      if (!event || !queue.push(event.frame, event.target, event.value, event.ramp)) return;
      this.#timed.shift();
    }
  }
}
