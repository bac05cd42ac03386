import type { SavedState } from "@headroom/sdk";
import type { Wiring } from "../realtime/worker-api.js";
import type { InsertStart } from "../render/insert-runner.js";
import type { InsertLane } from "../shared/lane-table.js";
import { RingHeader } from "../shared/ring.js";
import { rejectable } from "./deferred.js";
import type { PluginWorkerHost } from "./plugin-worker-host.js";
import type { MemoryUser } from "./spare-memory.js";
import type { StatePort } from "./state-port.js";

/** What went wrong with an insert in a worker. */
export interface SeatFailure {
  /** The middle of a sentence: "it stopped answering". */
  readonly reason: string;
  /** Whether it was this insert's doing; `false` where another in the same worker took it along. */
  readonly isOwn: boolean;
  /** Whether it took others along, so that it should share no worker from now on. */
  readonly isHarmful: boolean;
}

/** Turns when an insert's processor is gone: with its worker, or from it. */
class SeatLife implements MemoryUser {
  /** Set when the worker has let go of the insert. */
  isLeft = false;
  readonly #worker: MemoryUser;

  constructor(worker: MemoryUser) {
    this.#worker = worker;
  }

  get gone(): boolean {
    return this.isLeft || this.#worker.gone;
  }
}

/** One insert's place in a plugin worker, which it may share with others. `@mainThread` */
export class WorkerSeat implements StatePort {
  readonly worker: PluginWorkerHost;
  readonly number: number;
  /** Name of its insert, for people. */
  readonly title: () => string;
  /** Called with what the processor says to people, unchecked. */
  onRemark: (level: unknown, text: unknown) => void = () => undefined;
  /** Whether nothing in the worker touches the insert's memory any more. */
  readonly life: SeatLife;
  readonly #failed = rejectable();
  #onFailure: ((failure: SeatFailure) => void) | undefined;
  #input: RingHeader | undefined;
  #isReleased = false;

  /** Made by {@link PluginWorkerHost.seat}. */
  constructor(worker: PluginWorkerHost, number: number, title: () => string) {
    this.worker = worker;
    this.number = number;
    this.title = title;
    this.life = new SeatLife(worker.life);
  }

  /** Rejects when the insert fails before anybody asked for {@link onFailure}. */
  get failed(): Promise<never> {
    return this.#failed.promise;
  }

  /** Told from now on instead of by {@link failed}. */
  onFailure(listener: (failure: SeatFailure) => void): void {
    this.#onFailure = listener;
  }

  fail(failure: SeatFailure): void {
    if (this.#isReleased) return;
    if (this.#onFailure) this.#onFailure(failure);
    else this.#failed.reject(new Error(`${failure.reason}.`));
  }

  prepare(code: number, memory: ArrayBufferLike, start: InsertStart): Promise<string | undefined> {
    return this.worker.api.prepare(this.number, code, memory, start);
  }

  /** Sends the insert to other rings. */
  wire(wiring: Wiring | undefined): void {
    this.#input = wiring && new RingHeader(wiring.input);
    this.worker.api.wire(this.number, wiring).catch(() => undefined);
  }

  /** Whether it processes, so that what else is done in its worker holds it up. */
  get wired(): boolean {
    return this.#input !== undefined;
  }

  /** Quantum after the last one that the insert's present input holds. */
  get inputWritten(): number {
    return this.#input?.written() ?? 0;
  }

  setLanes(lanes: readonly InsertLane[]): void {
    this.worker.api.setLanes(this.number, lanes).catch(() => undefined);
  }

  save(): Promise<unknown> {
    return this.worker.api.save(this.number);
  }

  restore(state: SavedState | undefined): Promise<unknown> {
    return this.worker.api.restore(this.number, state);
  }

  /** Gives the place back; the last one ends the worker. */
  release(): void {
    if (this.#isReleased) return;
    this.#isReleased = true;
    this.#input = undefined;
    this.worker.leave(this);
  }
}
