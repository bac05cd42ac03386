import { readState, writeState, type ParameterSpecs, type Processor, type ReadoutSpecs, type SavedState, type StateSpec } from "@headroom/sdk";

/** What a processor saved. */
export interface SavedInsertState extends SavedState {
  /** Whether it is what the processor began with. */
  readonly isInitial: boolean;
}

/**
 * Saves a processor's own data as text and gives them back, older ones by way of the plugin's migrations. On the
 * processor's thread, never while it processes.
 */
export class ProcessorState {
  readonly #processor: Processor<ParameterSpecs, ReadoutSpecs>;
  readonly #spec: StateSpec | undefined;
  /** What it began with; `undefined` where it saves nothing, or failed to. */
  readonly #initial: SavedState | undefined;

  constructor(processor: Processor<ParameterSpecs, ReadoutSpecs>, spec: StateSpec | undefined) {
    this.#processor = processor;
    this.#spec = spec;
    try {
      this.#initial = this.#write();
    } catch {
      // It will be told when it is to be saved; to play, nothing is missing.
      this.#initial = undefined;
    }
  }

  /** @returns `undefined` where the processor has none. Throws what the processor throws, and why its data are none. */
  save(): SavedInsertState | undefined {
    const saved = this.#write();
    return saved && { ...saved, isInitial: saved.data === this.#initial?.data };
  }

  /** @param saved - `undefined`: what the processor began with, which it also gets where it refuses. @returns why it refused. */
  restore(saved: SavedState | undefined): string | undefined {
    if (this.#processor.restore === undefined) return saved && "it has no restore()";
    try {
      this.#give(saved ?? this.#initial);
      return undefined;
    } catch (error) {
      try {
        if (saved) this.#give(this.#initial);
      } catch {
        // What it refuses of its own is told by what it refused first.
      }
      return reasonOf(error);
    }
  }

  #write(): SavedState | undefined {
    return this.#processor.save && writeState(this.#processor.save(), this.#spec);
  }

  #give(saved: SavedState | undefined): void {
    if (saved) this.#processor.restore?.(readState(saved, this.#spec));
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof RangeError) return error.message;
  return error instanceof Error ? `it threw “${error.message.slice(0, 300)}”` : "it threw something that is no error";
}
