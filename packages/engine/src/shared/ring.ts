import { allocate, CHANNELS, QUANTUM } from "./quantum.js";

/**
 * A stream of quanta, or offline of longer blocks, from one thread to another in shared memory. Each slot carries the
 * number of the quantum in it (its stamp), so that the reader knows what it reads whatever was skipped, restarted or
 * scribbled over.
 *
 *     Int32  [WAKE, WRITTEN, WAITING, 0…]      one cache line
 *     Int32  stamp of each slot
 *     Float32 slot 0 left (128), slot 0 right (128), slot 1 left, …
 */
export interface RingMemory {
  readonly buffer: ArrayBufferLike;
  /** Slots: a power of two, at least four hops. */
  readonly capacity: number;
  /** Frames of a slot: whole quanta. Left out: one. What is said of quanta here then holds for blocks of so many. */
  readonly slotFrames?: number;
  /** Two words on which a thread sleeps that reads several rings, in place of the ring's own WAKE and WAITING. */
  readonly bell?: ArrayBufferLike;
}

const HEADER_WORDS = 16;
/** Futex on which the reader sleeps: raised by the writer and by whoever has a message for the reader. */
const WAKE = 0;
/** Number of the quantum after the last one written. */
const WRITTEN = 1;
/** 1 while the reader sleeps, so that the writer spares the system call. */
const WAITING = 2;
/** Bytes of a bell: as many words as lie before the last of a ring's own. */
export const BELL_BYTES = 4 * (WAITING + 1);
const NOTHING = -1;

/** Bytes of a ring's memory. */
export function ringBytes(capacity: number, slotFrames = QUANTUM): number {
  return 4 * (HEADER_WORDS + capacity + capacity * CHANNELS * slotFrames);
}

/** @param buffer - full of zeros, as many bytes as {@link ringBytes} says. */
export function ringIn(buffer: ArrayBufferLike, capacity: number, slotFrames = QUANTUM): RingMemory {
  new Int32Array(buffer, 4 * HEADER_WORDS, capacity).fill(NOTHING);
  return { buffer, capacity, slotFrames };
}

export function allocateRing(capacity: number, shared: boolean, slotFrames = QUANTUM): RingMemory {
  return ringIn(allocate(ringBytes(capacity, slotFrames), shared), capacity, slotFrames);
}

/** A ring as the host of its reader sees it: it wakes the reader and asks how much there is. Makes no views of slots. */
export class RingHeader {
  protected readonly header: Int32Array;
  protected readonly bell: Int32Array;

  constructor(memory: RingMemory) {
    this.header = new Int32Array(memory.buffer, 0, HEADER_WORDS);
    this.bell = memory.bell ? new Int32Array(memory.bell) : this.header;
  }

  /** Number of the quantum after the last one written. Untrusted: a hint, stamps decide. */
  written(): number {
    return Atomics.load(this.header, WRITTEN);
  }

  /** Wakes the reader if it sleeps. */
  wake(): void {
    Atomics.add(this.bell, WAKE, 1);
    if (Atomics.load(this.bell, WAITING) !== 0) Atomics.notify(this.bell, WAKE);
  }
}

/**
 * One thread's view of a ring. All slot views are made here, so that reading and writing allocate nothing.
 * Quantum numbers are Int32 and may wrap. `@audioThread`
 */
export class Ring extends RingHeader {
  readonly capacity: number;
  readonly slotFrames: number;
  readonly #mask: number;
  readonly #stamps: Int32Array;
  readonly #slots: readonly (readonly Float32Array[])[];

  constructor(memory: RingMemory) {
    super(memory);
    this.capacity = memory.capacity;
    this.slotFrames = memory.slotFrames ?? QUANTUM;
    this.#mask = memory.capacity - 1;
    this.#stamps = new Int32Array(memory.buffer, 4 * HEADER_WORDS, memory.capacity);
    const base = 4 * (HEADER_WORDS + memory.capacity);
    this.#slots = Array.from({ length: memory.capacity }, (_, slot) =>
      Array.from(
        { length: CHANNELS },
        (_, channel) => new Float32Array(memory.buffer, base + 4 * this.slotFrames * (slot * CHANNELS + channel), this.slotFrames),
      ),
    );
  }

  /** The channels of the slot that a quantum uses. The same arrays at every call. */
  slot(quantum: number): readonly Float32Array[] {
    return this.#slots[quantum & this.#mask] as readonly Float32Array[];
  }

  /** Whether the ring holds this quantum. */
  has(quantum: number): boolean {
    return Atomics.load(this.#stamps, quantum & this.#mask) === (quantum | 0);
  }

  /** Marks a slot as being rewritten, so that nobody takes a half-written one for its old quantum. */
  open(quantum: number): void {
    Atomics.store(this.#stamps, quantum & this.#mask, NOTHING);
  }

  /** Makes a filled slot visible to the reader. Does not wake it. */
  publish(quantum: number): void {
    Atomics.store(this.#stamps, quantum & this.#mask, quantum | 0);
    Atomics.store(this.header, WRITTEN, (quantum + 1) | 0);
  }

  /** What to give {@link sleep}: take it before looking for work, so that no waking is missed. */
  ticket(): number {
    return Atomics.load(this.bell, WAKE);
  }

  /** Sleeps until woken after `ticket` was taken, or for `timeoutMs`. Not on the audio thread: it may not block. */
  sleep(ticket: number, timeoutMs: number): void {
    Atomics.store(this.bell, WAITING, 1);
    Atomics.wait(this.bell, WAKE, ticket, timeoutMs);
    Atomics.store(this.bell, WAITING, 0);
  }
}

/** What a thread that reads several rings sleeps on: all of them ring it. See `RingMemory.bell`. */
export class Bell {
  readonly #words: Int32Array;

  constructor(memory: ArrayBufferLike) {
    this.#words = new Int32Array(memory);
  }

  /** Wakes whoever sleeps on it. */
  ring(): void {
    Atomics.add(this.#words, WAKE, 1);
    Atomics.notify(this.#words, WAKE);
  }

  /** What to give {@link sleep}: take it before looking for work. */
  ticket(): number {
    return Atomics.load(this.#words, WAKE);
  }

  sleep(ticket: number, timeoutMs: number): void {
    Atomics.store(this.#words, WAITING, 1);
    Atomics.wait(this.#words, WAKE, ticket, timeoutMs);
    Atomics.store(this.#words, WAITING, 0);
  }
}
