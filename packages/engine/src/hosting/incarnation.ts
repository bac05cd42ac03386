import { ReadoutReader, type PluginDescriptor } from "@headroom/sdk";
import type { InsertStart } from "../render/insert-runner.js";
import { allocateInsertMemory, insertLayout, insertLevels, insertWords } from "../shared/insert-memory.js";
import { rejectable } from "./deferred.js";
import type { InsertSurroundings } from "./insert-surroundings.js";
import { LoadedWorker } from "./loaded-worker.js";
import type { PluginWorkerHost } from "./plugin-worker-host.js";
import { withTimeout } from "./with-timeout.js";

const PREPARE_MS = 10_000;

/** One life of an insert's processor, from its start to its end or its fault. */
export interface Incarnation {
  readonly memory: ArrayBufferLike;
  readonly words: Int32Array;
  readonly levels: Float32Array;
  readonly reader: ReadoutReader;
  /** What it started with. */
  readonly start: InsertStart;
  /** Why it did not take its own data, as far as is known yet. */
  readonly stateFault: string | undefined;
  /** `undefined` where it runs inline. */
  readonly worker: PluginWorkerHost | undefined;
}

export interface IncarnationOptions {
  readonly insertId: string;
  readonly descriptor: PluginDescriptor;
  /** The plugin's code. */
  readonly bundle: string;
  /** Asked when the plugin is loaded: what was set until then is in it. */
  readonly start: () => InsertStart;
  /** Called with what its worker says to people, unchecked. */
  readonly onRemark: (level: unknown, text: unknown) => void;
  /** Called when its worker reports, after the start, that the processor failed. */
  readonly onFailure: (worker: PluginWorkerHost, reason: string) => void;
}

/** Starts an insert's processor, in a worker of its own or inline. Rejects with the end of a sentence. `@mainThread` */
export async function startIncarnation(options: IncarnationOptions, around: InsertSurroundings): Promise<Incarnation> {
  const { descriptor, bundle, insertId, onFailure } = options;
  const timeline = around.allocateTimeline();
  const start = () => ({ ...options.start(), timeline });
  const memory = allocateInsertMemory(descriptor.readouts, around.shared);
  const parts = {
    memory,
    words: insertWords(memory),
    levels: insertLevels(memory),
    reader: new ReadoutReader(descriptor.readouts, memory, insertLayout(descriptor.readouts).readouts),
  };
  if (around.hosting === "inline") {
    await around.registerInline(descriptor.id);
    return { ...parts, start: start(), stateFault: undefined, worker: undefined };
  }
  const worker = around.loaded?.take(bundle) ?? (await LoadedWorker.load(around.workerUrl, `${descriptor.name} ${insertId}`, bundle)).take(bundle);
  if (!worker) throw new Error("it failed as soon as it was loaded.");
  const failed = rejectable();
  let alive = false;
  worker.onRemark = options.onRemark;
  worker.onFailure = (reason) => {
    if (alive) onFailure(worker, reason);
    else failed.reject(new Error(`${reason}.`));
  };
  try {
    worker.bind(memory);
    const started = start();
    const preparing = Promise.race([worker.api.prepare(memory, started), failed.promise]);
    const stateFault = await withTimeout(preparing, PREPARE_MS, `it did not start within ${PREPARE_MS / 1000} s; it may run an endless loop.`);
    alive = true;
    return { ...parts, start: started, stateFault, worker };
  } catch (error) {
    worker.end();
    throw error;
  }
}
