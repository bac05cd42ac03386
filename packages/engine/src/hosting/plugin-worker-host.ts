import { releaseProxy, wrap, type Endpoint, type Remote } from "comlink";
import type { PluginWorkerApi, WorkerFailure, WorkerRemark, Wiring } from "../realtime/worker-api.js";
import { InsertWord, insertWords } from "../shared/insert-memory.js";
import { RingHeader } from "../shared/ring.js";
import { FloodGuard } from "./flood-guard.js";

/** Messages beyond one answer to each of the host's: what a worker may say by itself. */
const UNASKED_PER_SECOND = 100;
const UNASKED_AT_ONCE = 500;
/** Letters of a reason that people are shown. */
const MOST_REASON = 400;

/**
 * The window's end of one plugin worker. Each message raises the mailbox counter in shared memory and wakes the
 * worker, which may be asleep on its input ring. `@mainThread`
 */
export class PluginWorkerHost {
  readonly api: Remote<PluginWorkerApi>;
  /** Called with what the processor says to people, unchecked. */
  onRemark: (level: unknown, text: unknown) => void = () => undefined;
  /** Called when the worker reports that its processor failed, or its script does not run. */
  onFailure: (reason: string) => void = () => undefined;
  readonly #worker: Worker;
  readonly #unasked = new FloodGuard(UNASKED_PER_SECOND, UNASKED_AT_ONCE);
  #sent = 0;
  #received = 0;
  #words: Int32Array | undefined;
  #inputs: readonly RingHeader[] = [];
  /** Quantum from which the last of the inputs counts. */
  #wiredAt = 0;
  #ended = false;
  /** Turns when its thread has ended, and touches no shared memory any more; never where the browser cannot tell. */
  readonly life = { gone: false };
  /** Name of the lock that the worker holds as long as it runs: what its address ends with. */
  readonly #lock = `#${Math.random().toString(36).slice(2)}`;

  /** @param name - as the browser's tools show it. */
  constructor(url: string, name: string) {
    this.#worker = new Worker(`${url}${this.#lock}`, { type: "module", name });
    const listen = ({ data }: MessageEvent<unknown>) => {
      this.#received += 1;
      if (this.#received > this.#sent && !this.#unasked.take()) {
        this.#worker.removeEventListener("message", listen);
        this.#worker.terminate();
        this.onFailure("it flooded the mixer with messages");
      } else if (isFrom("failed", data)) this.onFailure(String((data as Untrusted<WorkerFailure>).reason).slice(0, MOST_REASON));
      else if (isFrom("says", data)) this.onRemark((data as Untrusted<WorkerRemark>).level, (data as Untrusted<WorkerRemark>).text);
    };
    this.#worker.addEventListener("message", listen);
    this.#worker.addEventListener("error", (event) => {
      event.preventDefault();
      this.onFailure(event.message ? `its worker reported “${event.message}”` : "its worker's script could not be loaded");
    });
    const endpoint: Endpoint = {
      postMessage: (message: unknown, transfer?: Transferable[]) => {
        this.#worker.postMessage(message, transfer ?? []);
        this.#sent += 1;
        this.#ring();
      },
      addEventListener: (type, listener) => {
        this.#worker.addEventListener(type, listener);
      },
      removeEventListener: (type, listener) => {
        this.#worker.removeEventListener(type, listener);
      },
    };
    this.api = wrap<PluginWorkerApi>(endpoint);
  }

  /** Names the insert memory that carries the mailbox. Before `prepare`. */
  bind(memory: ArrayBufferLike): void {
    this.#words = insertWords(memory);
    this.#ring();
  }

  /** Sends the worker to other rings. @returns when it has taken note. */
  async wire(wiring: Wiring | undefined): Promise<void> {
    const input = wiring ? [new RingHeader(wiring.input)] : [];
    // Until the stream reaches the new wiring, the worker may still sleep on the old ring.
    this.#inputs = [...this.#inputs.slice(-1), ...input];
    this.#wiredAt = wiring?.at ?? 0;
    await this.api.wire(wiring);
  }

  /** Quantum after the last one that the worker's present input holds. */
  get inputWritten(): number {
    return this.#inputs.at(-1)?.written() ?? 0;
  }

  /** Lets go of rings that the worker has left. Called a few times a second. */
  tidy(): void {
    if (this.#inputs.length < 2 || !this.#words) return;
    if (((Atomics.load(this.#words, InsertWord.progress) - this.#wiredAt) | 0) > 0) this.#inputs = this.#inputs.slice(-1);
  }

  /**
   * Ends the worker. Chromium lets one that is asleep or busy run on for two seconds after `terminate`; unwired, a
   * sound one goes back to its event loop and ends at once.
   */
  end(): void {
    if (this.#ended) return;
    this.#ended = true;
    void this.api.wire(undefined).catch(() => undefined);
    // Comlink's registry holds the endpoint, and so the worker and all that hangs on it, until its proxy is given back.
    this.api[releaseProxy]();
    this.#worker.terminate();
    const { life } = this;
    const tell = () => {
      life.gone = true;
    };
    (navigator.locks as LockManager | undefined)?.request(this.#lock, tell).catch(() => undefined);
  }

  #ring(): void {
    if (!this.#words) return;
    Atomics.store(this.#words, InsertWord.mailbox, this.#sent);
    for (const input of this.#inputs) input.wake();
  }
}

/** What a worker sent, of which nothing is known. */
type Untrusted<Message> = { readonly [Key in keyof Message]: unknown };

function isFrom(what: (WorkerFailure | WorkerRemark)["headroom"], data: unknown): boolean {
  return typeof data === "object" && data !== null && (data as { readonly headroom?: unknown }).headroom === what;
}
