import { allocate } from "./quantum.js";

/**
 * Where the song is over time, for one insert: a record for each change, from the audio thread to the insert's.
 *
 *     Int32 [WRITTEN, 0], then CAPACITY records of Float64 (engine frame, song frame, playing, quarter notes a minute)
 */
const HEADER_BYTES = 8;
const WRITTEN = 0;
const RECORD = 4;
const CAPACITY = 1024;
/** Records that the writer may be overwriting are not read. */
const MOST_READ = CAPACITY - 16;

/** Bytes of a timeline's memory, which holds nothing when it is full of zeros. */
export const TIMELINE_BYTES = HEADER_BYTES + CAPACITY * RECORD * 8;

export function allocateTimeline(shared: boolean): ArrayBufferLike {
  return allocate(TIMELINE_BYTES, shared);
}

/** The audio thread's end. `@audioThread` */
export class TimelineWriter {
  readonly memory: ArrayBufferLike;
  readonly #header: Int32Array;
  readonly #records: Float64Array;

  constructor(memory: ArrayBufferLike) {
    this.memory = memory;
    this.#header = new Int32Array(memory, 0, 2);
    this.#records = new Float64Array(memory, HEADER_BYTES, CAPACITY * RECORD);
  }

  /** From this engine frame on the song is at `song`, moving or not. Frames never fall. */
  add(frame: number, song: number, playing: boolean, bpm: number): void {
    const written = Atomics.load(this.#header, WRITTEN);
    const at = (written & (CAPACITY - 1)) * RECORD;
    this.#records[at] = frame;
    this.#records[at + 1] = song;
    this.#records[at + 2] = playing ? 1 : 0;
    this.#records[at + 3] = bpm;
    Atomics.store(this.#header, WRITTEN, (written + 1) | 0);
  }
}

/** Places of {@link TimelineReader.values}. `next` is the engine frame of the record after it, Infinity without one. */
export const Found = { frame: 0, song: 1, playing: 2, bpm: 3, next: 4 } as const;

/** The insert's end. `@audioThread` */
export class TimelineReader {
  /** What {@link find} found, by {@link Found}. */
  readonly values = new Float64Array([0, 0, 0, 120, Infinity]);
  readonly #header: Int32Array;
  readonly #records: Float64Array;
  #at = 0;

  constructor(memory: ArrayBufferLike) {
    this.#header = new Int32Array(memory, 0, 2);
    this.#records = new Float64Array(memory, HEADER_BYTES, CAPACITY * RECORD);
  }

  /** Looks up an engine frame: the last record at or before it, else the oldest. */
  find(frame: number): void {
    const { values } = this;
    const written = Atomics.load(this.#header, WRITTEN);
    if (written === 0) return;
    const oldest = Math.max(0, written - MOST_READ);
    let at = Math.min(written - 1, Math.max(oldest, this.#at));
    while (at > oldest && this.#frame(at) > frame) at -= 1;
    while (at + 1 < written && this.#frame(at + 1) <= frame) at += 1;
    this.#at = at;
    const from = (at & (CAPACITY - 1)) * RECORD;
    for (let i = 0; i < RECORD; i++) values[i] = this.#records[from + i] ?? 0;
    values[Found.next] = at + 1 < written ? this.#frame(at + 1) : Infinity;
  }

  #frame(at: number): number {
    return this.#records[(at & (CAPACITY - 1)) * RECORD] ?? 0;
  }
}
