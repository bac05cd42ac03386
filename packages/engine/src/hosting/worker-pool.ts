import { LOAD_MS, type LoadedWorker } from "./loaded-worker.js";
import { PluginWorkerHost } from "./plugin-worker-host.js";
import { withTimeout } from "./with-timeout.js";
import type { WorkerSeat } from "./worker-seat.js";

export interface SeatOrder {
  /** Inserts of one group share a worker; `undefined`: one of its own. */
  readonly group: string | undefined;
  /** Of the worker, as the browser's tools show it, if one is made. */
  readonly name: string;
  /** Of the insert, for people. */
  readonly title: () => string;
  readonly bundle: string;
  /** A worker that may be used if it suits. */
  readonly loaded: LoadedWorker | undefined;
}

/** The plugin workers of an engine, and who shares which. `@mainThread` */
export class WorkerPool {
  readonly #url: string;
  readonly #groups = new Map<string, PluginWorkerHost>();

  /** @param url - of the worker's script. */
  constructor(url: string) {
    this.#url = url;
  }

  /** A seat in a worker that has loaded the bundle. Rejects with the end of a sentence. */
  async seat({ group, name, title, bundle, loaded }: SeatOrder): Promise<{ readonly seat: WorkerSeat; readonly code: number }> {
    const worker = (group === undefined ? undefined : this.#groups.get(group)) ?? loaded?.take(bundle) ?? new PluginWorkerHost(this.#url, name);
    if (worker.ended) throw new Error("it failed as soon as it was loaded.");
    if (group !== undefined) {
      this.#groups.set(group, worker);
      worker.onEnd = () => {
        if (this.#groups.get(group) === worker) this.#groups.delete(group);
      };
    }
    const seat = worker.seat(title);
    try {
      const loading = Promise.race([worker.load(bundle, seat), seat.failed]);
      const { code } = await withTimeout(loading, LOAD_MS, `it did not load within ${LOAD_MS / 1000} s; it may run an endless loop.`);
      return { seat, code };
    } catch (error) {
      seat.release();
      throw error;
    }
  }

  /** Whoever comes to this group from now on shares another worker than those that are there. */
  part(group: string): void {
    this.#groups.delete(group);
  }
}
