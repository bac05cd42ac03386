import type { ReadersOf } from "../plugin/processor.js";
import { fromNumber, toNumber } from "../params/number.js";
import type { ParameterSpec, ParameterSpecs } from "../params/spec.js";
import { SmoothedNumber } from "./smoothed-number.js";

/** A choice or toggle: it holds one value for a whole block. */
class Switch {
  value: string | boolean;
  index: number;
  readonly #spec: ParameterSpec;

  constructor(spec: ParameterSpec) {
    this.#spec = spec;
    this.index = toNumber(spec, spec.default);
    this.value = spec.default as string | boolean;
  }

  set(number: number): void {
    const valid = fromNumber(this.#spec, number);
    this.value = valid as string | boolean;
    this.index = this.#spec.kind === "choice" ? this.#spec.options.indexOf(valid as string) : valid ? 1 : 0;
  }
}

/**
 * All parameters of one processor instance: takes targets by index, gives the readers that `process` sees.
 * Numbers are clamped to their range. `@audioThread` after construction.
 */
export class ParameterBank<Specs extends ParameterSpecs = ParameterSpecs> {
  /** Parameter ids in the order of their statement: an event's parameter index counts in this list. */
  readonly ids: readonly string[];
  /** What `process` sees, by id. */
  readonly readers: ReadersOf<Specs>;
  readonly #specs: readonly ParameterSpec[];
  readonly #numbers: readonly (SmoothedNumber | undefined)[];
  readonly #switches: readonly (Switch | undefined)[];
  /** Indices of the numbers on their way; the first `#restlessCount` count. */
  readonly #restless: Int32Array;
  readonly #isRestless: Uint8Array;
  #restlessCount = 0;
  #touched = true;
  #changed = true;

  constructor(specs: Specs, sampleRate: number, maxFrames: number) {
    this.ids = Object.keys(specs);
    this.#specs = Object.values(specs);
    this.#numbers = this.#specs.map((spec) =>
      spec.kind === "choice" || spec.kind === "toggle" ? undefined : new SmoothedNumber(spec, sampleRate, maxFrames),
    );
    this.#switches = this.#specs.map((spec) =>
      spec.kind === "choice" || spec.kind === "toggle" ? new Switch(spec) : undefined,
    );
    this.#restless = new Int32Array(this.ids.length);
    this.#isRestless = new Uint8Array(this.ids.length);
    // One reader for each statement, of the kind it asks for: what the type says of the ids cannot be followed through entries.
    this.readers = Object.fromEntries(
      this.ids.map((id, i) => [id, this.#numbers[i] ?? this.#switches[i]]),
    ) as unknown as ReadersOf<Specs>;
  }

  /** See `ProcessContext.changed`, for the block that {@link advance} computed last. */
  get changed(): boolean {
    return this.#changed;
  }

  /** Whether the next block would have all parameters where they are, and `changed` false. */
  get resting(): boolean {
    return !this.#touched && this.#restlessCount === 0;
  }

  /** Takes a value at once, without smoothing. Unknown indices are ignored. */
  jump(index: number, number: number): void {
    const spec = this.#specs[index];
    if (spec === undefined) return;
    const valid = toNumber(spec, number);
    this.#touched = true;
    this.#numbers[index]?.jump(valid);
    this.#switches[index]?.set(valid);
  }

  /** Starts towards a value. @param frames - ramp length; below 0 for the parameter's own smoothing. */
  glide(index: number, number: number, frames: number): void {
    const spec = this.#specs[index];
    if (spec === undefined) return;
    const valid = toNumber(spec, number);
    this.#touched = true;
    this.#switches[index]?.set(valid);
    const reader = this.#numbers[index];
    if (reader === undefined) return;
    // Between whole numbers there is nothing: they change at once, whatever ramp is asked for.
    reader.glide(valid, spec.kind === "integer" ? 0 : frames);
    if (this.#isRestless[index] === 1) return;
    this.#isRestless[index] = 1;
    this.#restless[this.#restlessCount++] = index;
  }

  /** Computes the next block's values. @param frames - 1…maxFrames */
  advance(frames: number): void {
    const restless = this.#restless;
    this.#changed = this.#touched || this.#restlessCount > 0;
    this.#touched = false;
    for (let i = this.#restlessCount - 1; i >= 0; i--) {
      const index = restless[i] ?? 0;
      const reader = this.#numbers[index];
      reader?.advance(frames);
      if (reader?.moving === true) continue;
      this.#isRestless[index] = 0;
      restless[i] = restless[--this.#restlessCount] ?? 0;
    }
  }
}
