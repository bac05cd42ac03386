import { fromNumber, toNumber, type ParameterSpec, type ValueOf } from "@headroom/sdk";
import type { ParameterHandle } from "@headroom/sdk/view";
import { Hand, type Grip } from "./hand.js";

/** A value in a hand, which may be recorded. */
export interface Taken {
  readonly move: (number: number) => void;
  /** @returns whether it is recorded, so that the document keeps the value that it has. */
  readonly release: () => boolean;
}

/** Where a value under a hand comes from and goes to. Numbers as in {@link toNumber}. */
export interface LiveTarget {
  /** The document's number. */
  readonly stored: () => number;
  /** Makes the number heard; called for each step of a gesture. */
  readonly hear: (number: number) => void;
  /**
   * Writes the number into the document; called once a gesture.
   * @param together - of the handles that one hand moves at once: what they store is one undo step.
   */
  readonly store: (number: number, together: string | undefined) => void;
  /** Where a lane has the number now; `undefined` where none moves it. */
  readonly moved?: () => number | undefined;
  /** A hand takes the value. */
  readonly take?: () => Taken;
  /** Calls back after every change of the document. @returns the undo. */
  readonly subscribe: (listener: () => void) => () => void;
}

/**
 * A value of the document as a control holds it: while a gesture lasts every step is heard at once and the
 * document waits; its end is one edit. `@mainThread`
 */
export class LiveHandle<Spec extends ParameterSpec> implements ParameterHandle<ValueOf<Spec>> {
  readonly #target: LiveTarget;
  readonly #listeners = new Set<() => void>();
  readonly #hand: Hand;
  #inGesture = false;
  #grip: Grip | undefined;
  #live: number | undefined;
  #taken: Taken | undefined;
  #shown: number;
  #unsubscribe: (() => void) | undefined;

  constructor(readonly id: string, readonly spec: Spec, target: LiveTarget, hand = new Hand()) {
    this.#target = target;
    this.#hand = hand;
    this.#shown = target.stored();
  }

  readonly number = (): number => this.#live ?? this.#target.moved?.() ?? this.#target.stored();

  readonly get = (): ValueOf<Spec> => fromNumber(this.spec, this.number()) as ValueOf<Spec>;

  readonly begin = (): void => {
    if (!this.#inGesture) this.#grip = this.#hand.take();
    this.#inGesture = true;
  };

  readonly set = (value: ValueOf<Spec>): void => this.setNumber(toNumber(this.spec, value));

  readonly setNumber = (number: number): void => {
    const sound = toNumber(this.spec, number);
    this.#taken ??= this.#target.take?.();
    this.#live = sound;
    this.#target.hear(sound);
    this.#taken?.move(sound);
    this.#tell();
    if (!this.#inGesture) this.end();
  };

  readonly end = (): void => {
    this.#inGesture = false;
    const together = this.#grip?.together;
    this.#grip = undefined;
    const reached = this.#live;
    const isRecorded = this.#taken?.release() ?? false;
    this.#taken = undefined;
    if (reached === undefined) return;
    // Stored before it is let go: nobody must see the old value in between.
    if (!isRecorded && reached !== this.#target.stored()) this.#target.store(reached, together);
    this.#live = undefined;
    this.#tell();
  };

  readonly subscribe = (listener: () => void): (() => void) => {
    if (this.#listeners.size === 0) this.#shown = this.number();
    this.#listeners.add(listener);
    this.#unsubscribe ??= this.#target.subscribe(this.#tell);
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size > 0) return;
      this.#unsubscribe?.();
      this.#unsubscribe = undefined;
    };
  };

  /** Shows where a lane has it, if anybody looks: called once a frame. */
  follow(): void {
    if (this.#listeners.size > 0 && this.#live === undefined) this.#tell();
  }

  readonly #tell = (): void => {
    const number = this.number();
    if (number === this.#shown) return;
    this.#shown = number;
    for (const listener of [...this.#listeners]) listener();
  };
}
