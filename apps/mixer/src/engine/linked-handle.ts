import { type NumberSpec, toNumber } from "@headroom/sdk";
import type { ParameterHandle } from "@headroom/sdk/view";

interface Follower {
  readonly handle: ParameterHandle<number>;
  /** Its number when the gesture began. */
  readonly from: number;
}

/**
 * A control that takes others along: each moves by as many units as it does, from where it was when the gesture began, so that
 * differences between faders in decibels stay and come back after an end of the travel. All of them are one undo step. `@mainThread`
 */
export class LinkedHandle implements ParameterHandle<number> {
  /** The control itself, which moves alone. */
  readonly own: ParameterHandle<number>;
  readonly #others: () => readonly ParameterHandle<number>[];
  /** While a gesture lasts. */
  #followers: readonly Follower[] | undefined;
  #from = 0;

  /** @param others - read when a gesture begins. */
  constructor(own: ParameterHandle<number>, others: () => readonly ParameterHandle<number>[]) {
    this.own = own;
    this.#others = others;
  }

  get id(): string {
    return this.own.id;
  }

  get spec(): ParameterHandle<number>["spec"] {
    return this.own.spec;
  }

  readonly get = (): number => this.own.get();
  readonly number = (): number => this.own.number();
  readonly subscribe = (listener: () => void): (() => void) => this.own.subscribe(listener);

  readonly begin = (): void => {
    if (this.#followers) return;
    this.#from = this.own.number();
    this.own.begin();
    this.#followers = this.#others().map((handle) => ({ handle, from: handle.number() }));
    for (const { handle } of this.#followers) handle.begin();
  };

  readonly set = (value: number): void => this.setNumber(toNumber(this.spec, value));

  readonly setNumber = (number: number): void => {
    const isAlone = this.#followers === undefined;
    if (isAlone) this.begin();
    this.own.setNumber(number);
    const moved = this.own.number() - this.#from;
    for (const { handle, from } of this.#followers ?? []) handle.setNumber(followed(handle.spec as NumberSpec, from, moved));
    if (isAlone) this.end();
  };

  readonly end = (): void => {
    const followers = this.#followers ?? [];
    this.#followers = undefined;
    this.own.end();
    for (const { handle } of followers) handle.end();
  };
}

/** A closed fader stays closed: nothing is added to −∞. */
function followed(spec: NumberSpec, from: number, moved: number): number {
  return spec.taper === "fader" && from <= spec.min ? from : from + moved;
}
