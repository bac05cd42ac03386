import type { Unit } from "../params/spec.js";
import { OBSERVED, readoutLayout, SEQUENCE, type ReadoutPlace } from "../readouts/layout.js";
import type { LevelsWriter, LevelWriter, ReadoutSpec, ReadoutSpecs, SeriesWriter, WritersOf } from "../readouts/spec.js";

/** Whether somebody looks at a readout. */
abstract class Observed {
  readonly #header: Int32Array;
  readonly #word: number;

  constructor(header: Int32Array, { word }: ReadoutPlace) {
    this.#header = header;
    this.#word = word + OBSERVED;
  }

  get observed(): boolean {
    return Atomics.load(this.#header, this.#word) > 0;
  }
}

class ValueWriter extends Observed implements LevelWriter {
  readonly #memory: Float32Array;
  readonly #at: number;

  constructor(header: Int32Array, memory: Float32Array, place: ReadoutPlace) {
    super(header, place);
    this.#memory = memory;
    this.#at = place.value;
  }

  set(value: number): void {
    this.#memory[this.#at] = value;
  }
}

class ValuesWriter extends Observed implements LevelsWriter {
  readonly #memory: Float32Array;
  readonly #at: number;
  readonly #count: number;

  constructor(header: Int32Array, memory: Float32Array, place: ReadoutPlace) {
    super(header, place);
    this.#memory = memory;
    this.#at = place.value;
    this.#count = place.length;
  }

  set(index: number, value: number): void {
    if (index >= 0 && index < this.#count) this.#memory[this.#at + index] = value;
  }
}

class BlockWriter extends Observed implements SeriesWriter {
  readonly data: Float32Array;
  readonly #header: Int32Array;
  readonly #target: Float32Array;
  readonly #sequence: number;

  constructor(header: Int32Array, memory: Float32Array, place: ReadoutPlace) {
    super(header, place);
    this.data = new Float32Array(place.length);
    this.#header = header;
    this.#sequence = place.word + SEQUENCE;
    this.#target = memory.subarray(place.value, place.value + place.length);
  }

  publish(): void {
    Atomics.add(this.#header, this.#sequence, 1);
    this.#target.set(this.data);
    Atomics.add(this.#header, this.#sequence, 1);
  }
}

/**
 * The writers that `process` sees, over a memory region laid out by `readoutLayout`.
 * `@audioThread` after construction.
 */
export class ReadoutBank<Specs extends ReadoutSpecs = ReadoutSpecs> {
  /** What `process` sees, by id. */
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
      layout.places.map((place) => [place.id, new WRITERS[specs[place.id]?.kind ?? "level"](header, memory, place)]),
    ) as unknown as WritersOf<Specs>;
  }
}

const WRITERS = { level: ValueWriter, levels: ValuesWriter, gainReduction: ValueWriter, series: BlockWriter, responseCurve: BlockWriter } as const;

/** Units of levels, whose zero is loud. */
const LEVELS: ReadonlySet<Unit> = new Set<Unit>(["dBFS", "dBTP", "LUFS", "VU"]);

function silenceOf(spec: ReadoutSpec | undefined): number {
  return spec !== undefined && LEVELS.has(spec.unit) ? -Infinity : 0;
}
