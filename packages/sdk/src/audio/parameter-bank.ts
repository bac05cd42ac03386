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
  readonly readers: ReadersOf<Specs>;
  readonly #specs: readonly ParameterSpec[];
  readonly #numbers: readonly (SmoothedNumber | undefined)[];
  readonly #switches: readonly (Switch | undefined)[];

  constructor(specs: Specs, sampleRate: number, maxFrames: number) {
    this.ids = Object.keys(specs);
    this.#specs = Object.values(specs);
    this.#numbers = this.#specs.map((spec) =>
      spec.kind === "choice" || spec.kind === "toggle" ? undefined : new SmoothedNumber(spec, sampleRate, maxFrames),
    );
    this.#switches = this.#specs.map((spec) =>
      spec.kind === "choice" || spec.kind === "toggle" ? new Switch(spec) : undefined,
    );
    // One reader for each statement, of the kind it asks for: what the type says of the ids cannot be followed through entries.
    this.readers = Object.fromEntries(
      this.ids.map((id, i) => [id, this.#numbers[i] ?? this.#switches[i]]),
    ) as unknown as ReadersOf<Specs>;
  }

  /** Takes a value at once, without smoothing. Unknown indices are ignored. */
  jump(index: number, number: number): void {
    const spec = this.#specs[index];
    if (spec === undefined) return;
    const valid = toNumber(spec, number);
    this.#numbers[index]?.jump(valid);
    this.#switches[index]?.set(valid);
  }

  /** Starts towards a value. @param frames - ramp length; below 0 for the parameter's own smoothing. */
  glide(index: number, number: number, frames: number): void {
    const spec = this.#specs[index];
    if (spec === undefined) return;
    const valid = toNumber(spec, number);
    // Between whole numbers there is nothing: they change at once, whatever ramp is asked for.
    this.#numbers[index]?.glide(valid, spec.kind === "integer" ? 0 : frames);
    this.#switches[index]?.set(valid);
  }

  /** Computes the next block's values. @param frames - 1…maxFrames */
  advance(frames: number): void {
    const numbers = this.#numbers;
    for (let i = 0; i < numbers.length; i++) numbers[i]?.advance(frames);
  }
}
