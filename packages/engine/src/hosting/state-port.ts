import type { SavedState } from "@headroom/sdk";
import type { MixerMessage, StateAnswer } from "../realtime/messages.js";

/** The way to a processor's own data, wherever it runs. What comes from there is not trusted. `@mainThread` */
export interface StatePort {
  /** Resolves to what it saved; rejects with the reason why it did not. */
  save(): Promise<unknown>;
  /** @param state - `undefined`: what it began with. Resolves to why it refused, or `undefined`. */
  restore(state: SavedState | undefined): Promise<unknown>;
}

/** The way to inserts that run in the audio thread: calls by message. `@mainThread` */
export class InlineStatePorts {
  readonly #post: (message: MixerMessage) => void;
  readonly #calls = new Map<number, { readonly resolve: (result: unknown) => void; readonly reject: (reason: Error) => void }>();
  #last = 0;

  constructor(post: (message: MixerMessage) => void) {
    this.#post = post;
  }

  of(insert: string): StatePort {
    return {
      save: () => this.#call(insert, "save", undefined),
      restore: (state) => this.#call(insert, "restore", state),
    };
  }

  receive({ call, result, fault }: StateAnswer): void {
    const waiting = this.#calls.get(call);
    this.#calls.delete(call);
    if (fault === undefined) waiting?.resolve(result);
    else waiting?.reject(new Error(fault));
  }

  #call(insert: string, does: "save" | "restore", state: SavedState | undefined): Promise<unknown> {
    const call = ++this.#last;
    return new Promise((resolve, reject) => {
      this.#calls.set(call, { resolve, reject });
      this.#post({ type: "state-call", call, insert, does, state });
    });
  }
}
