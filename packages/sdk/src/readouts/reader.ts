import { OBSERVED, readoutLayout, SEQUENCE, type ReadoutPlace } from "./layout.js";
import type { ReadoutSpecs } from "./spec.js";

const TRIES = 4;

/** Reads a processor's readouts from the memory it writes them to. `@mainThread` */
export class ReadoutReader {
  readonly #header: Int32Array;
  readonly #memory: Float32Array;
  readonly #entries: ReadonlyMap<string, { readonly place: ReadoutPlace; readonly copy: Float32Array }>;

  constructor(specs: ReadoutSpecs, buffer: ArrayBufferLike, byteOffset: number) {
    const layout = readoutLayout(specs);
    this.#header = new Int32Array(buffer, byteOffset, layout.bytes / 4);
    this.#memory = new Float32Array(buffer, byteOffset, layout.bytes / 4);
    this.#entries = new Map(layout.places.map((place) => [place.id, { place, copy: new Float32Array(place.length) }]));
  }

  /** The numbers last published, in the same array at every call. Throws a RangeError for an unknown id. */
  read(id: string): Float32Array {
    const { place, copy } = this.#entry(id);
    for (let i = 0; i < TRIES; i++) {
      const before = Atomics.load(this.#header, place.word + SEQUENCE);
      for (let k = 0; k < place.length; k++) copy[k] = this.#memory[place.value + k] ?? 0;
      // A series that was being written meanwhile is read again; a torn one is shown after a few tries, not waited for.
      if ((before & 1) === 0 && Atomics.load(this.#header, place.word + SEQUENCE) === before) break;
    }
    return copy;
  }

  /** Tells the processor that somebody looks. @returns the undo. */
  observe(id: string): () => void {
    const word = this.#entry(id).place.word + OBSERVED;
    Atomics.add(this.#header, word, 1);
    let done = false;
    return () => {
      if (!done) Atomics.sub(this.#header, word, 1);
      done = true;
    };
  }

  #entry(id: string) {
    const entry = this.#entries.get(id);
    if (!entry) throw new RangeError(`There is no readout "${id}"; the plugin states ${[...this.#entries.keys()].join(", ") || "none"}.`);
    return entry;
  }
}
