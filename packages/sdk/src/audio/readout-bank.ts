import type { Unit } from "../params/spec.js";
import { OBSERVED, readoutLayout, SEQUENCE, type ReadoutPlace } from "../readouts/layout.js";
import type { LevelsWriter, LevelWriter, ReadoutSpec, ReadoutSpecs, SeriesWriter, WritersOf } from "../readouts/spec.js";

class ValueWriter implements LevelWriter, LevelsWriter {
  readonly #header: Int32Array;
  readonly #memory: Float32Array;
  readonly #place: ReadoutPlace;

  constructor(header: Int32Array, memory: Float32Array, place: ReadoutPlace) {
    this.#header = header;
    this.#memory = memory;
    this.#place = place;
  }

  get observed(): boolean {
    return Atomics.load(this.#header, this.#place.word + OBSERVED) > 0;
  }

  set(indexOrValue: number, value?: number): void {
    const index = value === undefined ? 0 : indexOrValue;
    if (index >= 0 && index < this.#place.length) this.#memory[this.#place.value + index] = value ?? indexOrValue;
  }
}

class BlockWriter implements SeriesWriter {
  readonly data: Float32Array;
  readonly #header: Int32Array;
  readonly #target: Float32Array;
  readonly #word: number;

  constructor(header: Int32Array, memory: Float32Array, place: ReadoutPlace) {
    this.data = new Float32Array(place.length);
    this.#header = header;
    this.#word = place.word;
    this.#target = memory.subarray(place.value, place.value + place.length);
  }

  get observed(): boolean {
    return Atomics.load(this.#header, this.#word + OBSERVED) > 0;
  }

  publish(): void {
    Atomics.add(this.#header, this.#word + SEQUENCE, 1);
    this.#target.set(this.data);
    Atomics.add(this.#header, this.#word + SEQUENCE, 1);
  }
}

/**
 * The writers that `process` sees, over a memory region laid out by `readoutLayout`.
 * `@audioThread` after construction.
 */
export class ReadoutBank<Specs extends ReadoutSpecs = ReadoutSpecs> {
  readonly writers: WritersOf<Specs>;

  /** @param buffer - shared or plain memory. @param byteOffset - start of the region, a multiple of 4. */
  constructor(specs: Specs, buffer: ArrayBufferLike, byteOffset: number) {
    const layout = readoutLayout(specs);
    const header = new Int32Array(buffer, byteOffset, layout.bytes / 4);
    const memory = new Float32Array(buffer, byteOffset, layout.bytes / 4);
    // Memory starts at 0, and 0 dBFS is full scale: nothing was heard yet.
    for (const { id, value, length } of layout.places) memory.fill(silenceOf(specs[id]), value, value + length);
    // One writer for each statement: what the type says of the ids cannot be followed through entries.
    this.writers = Object.fromEntries(
      layout.places.map((place) => [
        place.id,
        specs[place.id]?.kind === "series" ? new BlockWriter(header, memory, place) : new ValueWriter(header, memory, place),
      ]),
    ) as unknown as WritersOf<Specs>;
  }
}

/** Units of levels, whose zero is loud. */
const LEVELS: ReadonlySet<Unit> = new Set<Unit>(["dBFS", "dBTP", "LUFS", "VU"]);

function silenceOf(spec: ReadoutSpec | undefined): number {
  return spec !== undefined && LEVELS.has(spec.unit) ? -Infinity : 0;
}
