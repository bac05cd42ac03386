import { correctionOf, parameterName, toNumber, type ParameterSpecs } from "@headroom/sdk";

/** Where it is said that a parameter did not take a value as it was set. */
export interface CorrectionLog {
  /** Ids of the insert's parameters of which it was said already: it is said once, whatever restarts. */
  readonly told: Set<string>;
  readonly say: (sentence: string) => void;
}

/**
 * The values of an insert's parameters as last set, by whomever: session, gesture or automation. What is out of
 * range or no value is corrected as the SDK says, and told. `@mainThread`
 */
export class InsertParameters {
  readonly #specs: ParameterSpecs;
  readonly #ids: readonly string[];
  readonly #numbers: number[];
  readonly #title: () => string;
  readonly #log: CorrectionLog;

  /** @param title - of the insert, for people: "Parametric EQ on Bass". */
  constructor(specs: ParameterSpecs, values: Readonly<Record<string, unknown>>, title: () => string, log: CorrectionLog) {
    this.#specs = specs;
    this.#ids = Object.keys(specs);
    this.#title = title;
    this.#log = log;
    this.#numbers = Object.keys(specs).map((id) => this.#number(id, values[id]) ?? 0);
  }

  /** The number of each parameter, in the order of their statement: an event's target counts in this list. */
  get numbers(): readonly number[] {
    return this.#numbers;
  }

  /**
   * Takes a value; one that is left out is the default.
   * @returns the parameter's index, its number, and whether that differs from before; `undefined` for an unknown id.
   */
  set(id: string, value: unknown): { readonly index: number; readonly number: number; readonly differs: boolean } | undefined {
    const number = this.#number(id, value);
    if (number === undefined) return undefined;
    const index = this.#ids.indexOf(id);
    const differs = this.#numbers[index] !== number;
    this.#numbers[index] = number;
    return { index, number, differs };
  }

  /** Ids of the parameters whose values two sessions state differently. */
  changedIds(before: Readonly<Record<string, unknown>>, after: Readonly<Record<string, unknown>>): readonly string[] {
    return before === after ? [] : this.#ids.filter((id) => before[id] !== after[id]);
  }

  #number(id: string, value: unknown): number | undefined {
    const spec = Object.hasOwn(this.#specs, id) ? this.#specs[id] : undefined;
    if (!spec) return undefined;
    if (!this.#log.told.has(id)) {
      const sentence = correctionOf(spec, value, `${parameterName(id, spec)} of ${this.#title()}`);
      if (sentence !== undefined) {
        this.#log.told.add(id);
        this.#log.say(sentence);
      }
    }
    return toNumber(spec, value);
  }
}
