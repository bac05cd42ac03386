import { Worker } from "node:worker_threads";
import { BELL_BYTES, type InsertOrder, type Wiring } from "@headroom/engine/offline";
import type { InsertThreadData, InsertThreadReply } from "./insert-thread.js";

/** Where a thread's script is, from the bundle of a session's process. */
const SCRIPT = "insert-thread.mjs";

/** The threads that inserts of a render run in: a strip's chain stays together where there are strips enough. */
export class InsertThreads {
  /** Insert id → word on which its thread sleeps. */
  readonly bells = new Map<string, SharedArrayBuffer>();
  readonly #stop = new SharedArrayBuffer(4);
  readonly #workers: readonly Worker[];

  private constructor(orders: readonly InsertOrder[], count: number, entry: string, bundles: ReadonlyMap<string, string>) {
    this.#workers = distribute(orders, count).map((own) => {
      const bell = new SharedArrayBuffer(BELL_BYTES);
      for (const { id } of own) this.bells.set(id, bell);
      const data: InsertThreadData = { entry, bundles, orders: own, bell, stop: this.#stop };
      return new Worker(new URL(SCRIPT, import.meta.url), { workerData: data, env: {}, stdout: true, stderr: true });
    });
  }

  /** Starts them and makes all inserts. Rejects with a sentence. */
  static async start(orders: readonly InsertOrder[], count: number, entry: string, bundles: ReadonlyMap<string, string>): Promise<InsertThreads> {
    const threads = new InsertThreads(orders, count, entry, bundles);
    await Promise.all(threads.#workers.map(made));
    return threads;
  }

  /** Lets them run. */
  wire(wirings: ReadonlyMap<string, Wiring>): void {
    for (const worker of this.#workers) worker.postMessage(wirings);
  }

  /** Ends them after their last block; one that hangs ends with the process. */
  stop(): void {
    Atomics.store(new Int32Array(this.#stop), 0, 1);
  }
}

function made(worker: Worker): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.once("message", (reply: InsertThreadReply) => ("fault" in reply ? reject(new Error(reply.fault)) : resolve()));
    worker.once("error", reject);
  });
}

/** Whole strips to the threads in turn, those with most inserts first; with fewer strips than threads, each insert by itself. */
function distribute(orders: readonly InsertOrder[], count: number): readonly (readonly InsertOrder[])[] {
  const strips = [...new Set(orders.map(({ strip }) => strip))];
  const chains = strips.map((id) => orders.filter(({ strip }) => strip === id)).sort((a, b) => b.length - a.length);
  const parts = chains.length >= count ? chains : orders.map((order) => [order]);
  const threads = Array.from({ length: Math.min(count, parts.length) }, () => [] as InsertOrder[]);
  for (const part of parts) threads.reduce((least, thread) => (thread.length < least.length ? thread : least), threads[0] ?? []).push(...part);
  return threads;
}
