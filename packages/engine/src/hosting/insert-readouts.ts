import { readoutLayout, ReadoutReader, type ReadoutSpecs } from "@headroom/sdk";
import { ReadoutBank } from "@headroom/sdk/audio";
import type { ReadoutSource } from "../api.js";

/**
 * An insert's readouts over all its incarnations: who looks at a series goes on looking when the processor is
 * started anew, and reads silence while there is none. `@mainThread`
 */
export class InsertReadouts implements ReadoutSource {
  readonly #silence: ReadoutReader;
  /** How many look at each series. */
  readonly #observed = new Map<string, number>();
  readonly #undoObserve = new Map<string, () => void>();
  #reader: ReadoutReader | undefined;

  constructor(readouts: ReadoutSpecs) {
    const memory = new ArrayBuffer(readoutLayout(readouts).bytes);
    new ReadoutBank(readouts, memory, 0);
    this.#silence = new ReadoutReader(readouts, memory, 0);
  }

  /** Reads from this incarnation's memory from now on, or from none. */
  attach(reader: ReadoutReader | undefined): void {
    this.#reader = reader;
    this.#undoObserve.clear();
    if (reader) for (const id of this.#observed.keys()) this.#undoObserve.set(id, reader.observe(id));
  }

  readonly read = (id: string): Float32Array => (this.#reader ?? this.#silence).read(id);

  readonly observe = (id: string): (() => void) => {
    const count = this.#observed.get(id) ?? 0;
    this.#observed.set(id, count + 1);
    if (count === 0 && this.#reader) this.#undoObserve.set(id, this.#reader.observe(id));
    let done = false;
    return () => {
      if (done) return;
      done = true;
      const left = (this.#observed.get(id) ?? 1) - 1;
      if (left > 0) {
        this.#observed.set(id, left);
        return;
      }
      this.#observed.delete(id);
      this.#undoObserve.get(id)?.();
      this.#undoObserve.delete(id);
    };
  };
}
