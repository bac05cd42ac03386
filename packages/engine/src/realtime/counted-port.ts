import type { Endpoint } from "comlink";

type Listener = Parameters<Endpoint["addEventListener"]>[1];

/**
 * The worker's end of comlink, counting the messages that have been handled, so that the processing loop knows
 * when the event loop is through with what the host posted.
 */
export class CountedPort implements Endpoint {
  handled = 0;
  readonly #post: (message: unknown, transfer?: Transferable[]) => void;
  readonly #listeners = new Set<Listener>();

  constructor(scope: DedicatedWorkerGlobalScope) {
    this.#post = (message, transfer) => {
      post(message, transfer ?? []);
    };
    const post = scope.postMessage.bind(scope) as (message: unknown, transfer: Transferable[]) => void;
    scope.addEventListener("message", (event) => {
      this.handled += 1;
      for (const listener of this.#listeners) {
        if (typeof listener === "function") listener(event);
        else listener.handleEvent(event);
      }
    });
  }

  postMessage(message: unknown, transfer?: Transferable[]): void {
    this.#post(message, transfer);
  }

  addEventListener(_type: string, listener: Listener): void {
    this.#listeners.add(listener);
  }

  removeEventListener(_type: string, listener: Listener): void {
    this.#listeners.delete(listener);
  }
}
