import type { LoadResult } from "../realtime/worker-api.js";
import { rejectable } from "./deferred.js";
import type { PluginWorkerHost } from "./plugin-worker-host.js";
import { withTimeout } from "./with-timeout.js";

export const LOAD_MS = 10_000;

/**
 * A worker that has run one bundle's module and made no processor of it yet. It is good for inserts of that very bundle.
 * Whoever has it uses it or ends it. `@mainThread`
 */
export class LoadedWorker {
  readonly bundle: string;
  /** What the plugin states, untrusted, and what the sandbox took away. */
  readonly result: LoadResult;
  readonly #worker: PluginWorkerHost;
  #isFree = true;

  private constructor(bundle: string, result: LoadResult, worker: PluginWorkerHost) {
    this.bundle = bundle;
    this.result = result;
    this.#worker = worker;
    worker.onFailure = () => this.end();
  }

  /** Loads a bundle into a worker that nobody has used, and whose it is from now on. Rejects with the end of a sentence. */
  static async load(worker: PluginWorkerHost, bundle: string): Promise<LoadedWorker> {
    const failed = rejectable();
    worker.onFailure = (reason) => failed.reject(new Error(`${reason}.`));
    try {
      const loading = Promise.race([worker.load(bundle), failed.promise]);
      const { result } = await withTimeout(loading, LOAD_MS, `it did not load within ${LOAD_MS / 1000} s; it may run an endless loop.`);
      return new LoadedWorker(bundle, result, worker);
    } catch (error) {
      worker.end();
      throw error;
    }
  }

  /** Gives it away, once. @returns `undefined` when it is used, has ended or has failed, or holds another bundle. */
  take(bundle: string): PluginWorkerHost | undefined {
    if (!this.#isFree || bundle !== this.bundle) return undefined;
    this.#isFree = false;
    return this.#worker;
  }

  /** Ends it, unless it was taken. */
  end(): void {
    if (!this.#isFree) return;
    this.#isFree = false;
    this.#worker.end();
  }
}
