import { allocate } from "./quantum.js";

/**
 * Timed events from one thread to another: each (frame, target, value, ramp) as four Float64.
 *
 *     Int32 [WRITTEN, READ, 0, 0], then CAPACITY records
 */
const HEADER_BYTES = 16;
const WRITTEN = 0;
const READ = 1;
const RECORD = 4;
const CAPACITY = 512;

/** Bytes of a queue's memory region. */
export const EVENT_QUEUE_BYTES = HEADER_BYTES + CAPACITY * RECORD * 8;

export function allocateEventQueue(shared: boolean): ArrayBufferLike {
  return allocate(EVENT_QUEUE_BYTES, shared);
}

/** One thread's end of a queue. Single producer, single consumer; neither end waits. `@audioThread` */
export class EventQueue {
  /** The event that {@link take} took. */
  frame = 0;
  target = 0;
  value = 0;
  ramp = 0;
  readonly #header: Int32Array;
  readonly #records: Float64Array;

  /** @param byteOffset - start of the region, a multiple of 8. */
  constructor(buffer: ArrayBufferLike, byteOffset = 0) {
    this.#header = new Int32Array(buffer, byteOffset, HEADER_BYTES / 4);
    this.#records = new Float64Array(buffer, byteOffset + HEADER_BYTES, CAPACITY * RECORD);
  }

  /** Adds an event. @returns `false` when the queue is full: try again when the consumer has run. */
  push(frame: number, target: number, value: number, ramp: number): boolean {
    const written = Atomics.load(this.#header, WRITTEN);
    if (((written - Atomics.load(this.#header, READ)) >>> 0) >= CAPACITY) return false;
    const at = (written & (CAPACITY - 1)) * RECORD;
    const records = this.#records;
    records[at] = frame;
    records[at + 1] = target;
    records[at + 2] = value;
    records[at + 3] = ramp;
    Atomics.store(this.#header, WRITTEN, (written + 1) | 0);
    return true;
  }

  /** Takes the oldest event into this object's fields. @returns `false` when there is none. */
  take(): boolean {
    const read = Atomics.load(this.#header, READ);
    if (read === Atomics.load(this.#header, WRITTEN)) return false;
    const at = (read & (CAPACITY - 1)) * RECORD;
    const records = this.#records;
    this.frame = records[at] ?? 0;
    this.target = records[at + 1] ?? 0;
    this.value = records[at + 2] ?? 0;
    this.ramp = records[at + 3] ?? 0;
    Atomics.store(this.#header, READ, (read + 1) | 0);
    return true;
  }
}
