import type { Endpoint } from "comlink";
import { FloodGuard } from "../hosting/flood-guard.js";
import { checkMessage } from "./check-message.js";

type Listener = Parameters<Endpoint["addEventListener"]>[1];

/** Messages of a view: several for each frame of the screen and each of many controls. */
const PER_SECOND = 2000;
const AT_ONCE = 4000;

/** The host's end of a view's port: comlink sees only what {@link checkMessage} made anew. `@mainThread` */
export class CheckedPort implements Endpoint {
  readonly #port: MessagePort;
  readonly #listeners = new Set<Listener>();
  readonly #guard = new FloodGuard(PER_SECOND, AT_ONCE);

  /** @param onFault - called once with the end of a sentence; the port is closed then. */
  constructor(port: MessagePort, onFault: (reason: string) => void) {
    this.#port = port;
    port.onmessage = ({ data }: MessageEvent<unknown>) => {
      const message = this.#guard.take() ? checkMessage(data) : "flood";
      if (typeof message === "object") {
        const event = new MessageEvent("message", { data: message });
        for (const listener of this.#listeners) {
          if (typeof listener === "function") listener(event);
          else listener.handleEvent(event);
        }
        return;
      }
      this.close();
      onFault(message === "flood" ? "it flooded the mixer with messages" : "it asked for something that no view may have");
    };
  }

  postMessage(message: unknown, transfer?: Transferable[]): void {
    this.#port.postMessage(message, transfer ?? []);
  }

  addEventListener(_type: string, listener: Listener): void {
    this.#listeners.add(listener);
  }

  removeEventListener(_type: string, listener: Listener): void {
    this.#listeners.delete(listener);
  }

  close(): void {
    this.#port.onmessage = null;
    this.#port.close();
  }
}
