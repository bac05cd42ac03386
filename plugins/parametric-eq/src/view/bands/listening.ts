import type { ParameterHandle } from "@headroom/sdk/view";
import { Gesture } from "@headroom/ui";
import type { BandNumber } from "../../params.js";

/**
 * Listens to one band alone for as long as a hand holds it. It is one gesture that ends where it began, so that the host
 * stores nothing of it. `@mainThread`
 */
export class Listening {
  readonly #gesture: Gesture;
  readonly #handle: ParameterHandle<number>;
  readonly #listeners = new Set<() => void>();
  #band: BandNumber | undefined;
  #hold: object | undefined;

  /** @param handle - the number of the band that is listened to, 0 for none. */
  constructor(handle: ParameterHandle<number>) {
    this.#handle = handle;
    this.#gesture = new Gesture(handle);
  }

  readonly band = (): BandNumber | undefined => this.#band;

  /** Listens to a band. @returns the undo, which leaves alone what another hand has begun since. */
  start(band: BandNumber): () => void {
    const hold = {};
    this.#hold = hold;
    if (band !== this.#band) {
      this.#band = band;
      this.#gesture.set(band);
      this.#tell();
    }
    return () => {
      if (this.#hold === hold) this.stop();
    };
  }

  /** Ends it, whoever holds it. */
  stop(): void {
    this.#hold = undefined;
    if (this.#band === undefined) return;
    this.#band = undefined;
    this.#gesture.set(0);
    this.#gesture.end();
    this.#tell();
  }

  /** Stops it where the hand's release would not be seen: when the window loses the focus or is hidden. @returns the undo, which stops it too. */
  attach(): () => void {
    const leaving = new AbortController();
    // A view that was torn away while listening, in an earlier session for instance, leaves nothing behind.
    if (this.#handle.number() !== 0) this.#handle.setNumber(0);
    window.addEventListener("blur", () => this.stop(), { signal: leaving.signal });
    document.addEventListener("visibilitychange", () => this.stop(), { signal: leaving.signal });
    return () => {
      leaving.abort();
      this.stop();
    };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  #tell(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}
