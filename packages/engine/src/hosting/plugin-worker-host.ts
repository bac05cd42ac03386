import { releaseProxy, wrap, type Endpoint, type Remote } from "comlink";
import type { LoadResult, PluginWorkerApi, WorkerFailure, WorkerRemark } from "../realtime/worker-api.js";
import { Bell } from "../shared/ring.js";
import { allocateWorkerMemory, WorkerWord } from "../shared/worker-memory.js";
import { FloodGuard } from "./flood-guard.js";
import { WorkerSeat } from "./worker-seat.js";

/** Messages beyond one answer to each of the host's: what a worker may say by itself. */
const UNASKED_PER_SECOND = 100;
const UNASKED_AT_ONCE = 500;
/** Letters of a reason that people are shown. */
const MOST_REASON = 400;

/**
 * The window's end of one plugin worker, in which one insert or several have their seats. Each message raises the mailbox
 * counter in shared memory and wakes the worker, which may be asleep on its bell. `@mainThread`
 */
export class PluginWorkerHost {
  readonly api: Remote<PluginWorkerApi>;
  /** For the rings that this worker reads, see `RingMemory.bell`. */
  readonly memory: ArrayBufferLike;
  /** Called when the worker fails while nobody has a seat. */
  onFailure: (reason: string) => void = () => undefined;
  /** Called when the worker has ended, for whatever reason. */
  onEnd: () => void = () => undefined;
  readonly #worker: Worker;
  readonly #words: Int32Array;
  readonly #bell: Bell;
  readonly #unasked = new FloodGuard(UNASKED_PER_SECOND, UNASKED_AT_ONCE);
  /** Those that left too, until the worker has let go of them. */
  readonly #seats = new Map<number, WorkerSeat>();
  readonly #there = new Set<WorkerSeat>();
  readonly #codes = new Map<string, { readonly code: number; readonly loaded: Promise<LoadResult> }>();
  readonly #starting = new Set<WorkerSeat>();
  #gathered: (() => void)[] = [];
  #lastSeat = 0;
  #sent = 0;
  #received = 0;
  #ended = false;
  /** Turns when its thread has ended, and touches no shared memory any more; never where the browser cannot tell. */
  readonly life = { gone: false };
  /** Name of the lock that the worker holds as long as it runs: what its address ends with. */
  readonly #lock = `#${Math.random().toString(36).slice(2)}`;

  /** @param name - as the browser's tools show it. */
  constructor(url: string, name: string) {
    const shared = typeof SharedArrayBuffer !== "undefined" && globalThis.crossOriginIsolated;
    this.memory = allocateWorkerMemory(shared);
    this.#words = new Int32Array(this.memory);
    this.#bell = new Bell(this.memory);
    this.#worker = new Worker(`${url}${this.#lock}`, { type: "module", name });
    const listen = ({ data }: MessageEvent<unknown>) => {
      this.#received += 1;
      if (this.#received > this.#sent && !this.#unasked.take()) {
        this.#worker.removeEventListener("message", listen);
        this.fail("it flooded the mixer with messages");
      } else if (isFrom("failed", data)) {
        const { seat, reason } = data as Untrusted<WorkerFailure>;
        this.#seats.get(Number(seat))?.fail({ reason: String(reason).slice(0, MOST_REASON), isOwn: true, isHarmful: false });
      } else if (isFrom("says", data)) {
        const { seat, level, text } = data as Untrusted<WorkerRemark>;
        this.#seats.get(Number(seat))?.onRemark(level, text);
      }
    };
    this.#worker.addEventListener("message", listen);
    this.#worker.addEventListener("error", (event) => {
      event.preventDefault();
      this.fail(event.message ? `its worker reported “${event.message}”` : "its worker's script could not be loaded");
    });
    const endpoint: Endpoint = {
      postMessage: (message: unknown, transfer?: Transferable[]) => {
        this.#worker.postMessage(message, transfer ?? []);
        this.#sent += 1;
        Atomics.store(this.#words, WorkerWord.mailbox, this.#sent);
        this.#bell.ring();
      },
      addEventListener: (type, listener) => {
        this.#worker.addEventListener(type, listener);
      },
      removeEventListener: (type, listener) => {
        this.#worker.removeEventListener(type, listener);
      },
    };
    this.api = wrap<PluginWorkerApi>(endpoint);
    void this.api.open(this.memory).catch(() => undefined);
  }

  get ended(): boolean {
    return this.#ended;
  }

  /** Inserts that have a seat. */
  get size(): number {
    return this.#there.size;
  }

  /** Grows with every round of the worker. */
  get heartbeat(): number {
    return Atomics.load(this.#words, WorkerWord.heartbeat);
  }

  /** A place for one insert. @param title - of the insert, for people. */
  seat(title: () => string): WorkerSeat {
    const seat = new WorkerSeat(this, ++this.#lastSeat, title);
    this.#seats.set(seat.number, seat);
    this.#there.add(seat);
    this.#starting.add(seat);
    return seat;
  }

  /** Loads a bundle, once. @returns its number. */
  async load(bundle: string, seat?: WorkerSeat): Promise<{ readonly code: number; readonly result: LoadResult }> {
    const known = this.#codes.get(bundle);
    const code = known?.code ?? this.#codes.size + 1;
    const loaded = known?.loaded ?? this.api.load(seat?.number ?? 0, code, bundle);
    this.#codes.set(bundle, { code, loaded });
    return { code, result: await loaded };
  }

  /**
   * A seat's insert is made. @returns when it may be wired: in a worker where nothing plays yet, once all that start there
   * are made, for making one would hold up those before it.
   */
  async started(seat: WorkerSeat): Promise<void> {
    this.#starting.delete(seat);
    this.#tellGathered();
    while (this.#starting.size > 0 && ![...this.#there].some(({ wired }) => wired) && !this.#ended) {
      await new Promise<void>((resolve) => this.#gathered.push(resolve));
    }
  }

  /** The worker is of no use any more: all inserts in it fail, and the one whose plugin had the thread is named. */
  fail(reason: string): void {
    const there = [...this.#there];
    const culprit = this.#seats.get(Atomics.load(this.#words, WorkerWord.current));
    this.end();
    if (there.length === 0) this.onFailure(reason);
    for (const seat of there) {
      if (culprit === undefined || culprit === seat) seat.fail({ reason, isOwn: true, isHarmful: culprit === seat && there.length > 1 });
      else seat.fail({ reason: `${culprit.title()}, with which it shares a worker, failed`, isOwn: false, isHarmful: false });
    }
  }

  leave(seat: WorkerSeat): void {
    this.#there.delete(seat);
    this.#starting.delete(seat);
    this.#tellGathered();
    if (this.#there.size === 0) this.end();
    if (this.#ended) return;
    const forget = () => {
      this.#seats.delete(seat.number);
      seat.life.isLeft = true;
    };
    // One that throws as it is let go is gone as well.
    this.api.release(seat.number).then(forget, forget);
  }

  /**
   * Ends the worker. Chromium lets one that is asleep or busy run on for two seconds after `terminate`; with its inserts
   * let go of, a sound one goes back to its event loop and ends at once.
   */
  end(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#tellGathered();
    void this.api.close().catch(() => undefined);
    // Comlink's registry holds the endpoint, and so the worker and all that hangs on it, until its proxy is given back.
    this.api[releaseProxy]();
    this.#worker.terminate();
    const { life } = this;
    const tell = () => {
      life.gone = true;
    };
    (navigator.locks as LockManager | undefined)?.request(this.#lock, tell).catch(() => undefined);
    this.onEnd();
  }

  #tellGathered(): void {
    const waiting = this.#gathered;
    this.#gathered = [];
    for (const resolve of waiting) resolve();
  }
}

/** What a worker sent, of which nothing is known. */
type Untrusted<Message> = { readonly [Key in keyof Message]: unknown };

function isFrom(what: (WorkerFailure | WorkerRemark)["headroom"], data: unknown): boolean {
  return typeof data === "object" && data !== null && (data as { readonly headroom?: unknown }).headroom === what;
}
