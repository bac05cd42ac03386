import { describe, type PluginDefinition, type PluginDescriptor } from "@headroom/sdk";
import { expose } from "comlink";
import { InsertRunner } from "../render/insert-runner.js";
import { settledLatency } from "../render/settled-latency.js";
import { InsertWord, insertWords } from "../shared/insert-memory.js";
import { REMARK_BURST, REMARK_EVERY_MS, RateLimit } from "../shared/rate-limit.js";
import { CountedPort } from "./counted-port.js";
import { lockDown } from "./lockdown.js";
import { closeSandbox } from "./sandbox.js";
import { Stage } from "./stage.js";
import { warmUp } from "./warm-up.js";
import type { PluginWorkerApi, SandboxReport, WorkerFailure, WorkerRemark } from "./worker-api.js";

// The types of a page and of a worker do not overlap; this module is only ever a worker's.
const scope = globalThis as unknown as DedicatedWorkerGlobalScope;

/** Longest sleep without work, in milliseconds: the heartbeat goes on meanwhile. */
const SLEEP_MS = 50;
/** Quanta processed before the worker looks at its mailbox again. */
const BATCH = 16;

// Everything that the worker needs of its scope is taken here, before a plugin can see or change it.
const port = new CountedPort(scope);
const channel = new MessageChannel();
const { createObjectURL, revokeObjectURL } = URL;
const BlobType = Blob;
const now = performance.now.bind(performance);
const post = scope.postMessage.bind(scope);
/** Tells the host that this thread has ended: the browser takes the lock back then, and not before. */
const alive = holdLock(scope.location.hash);

let sandbox: SandboxReport | undefined;
let plugin: PluginDefinition | undefined;
let runner: InsertRunner | undefined;
let stage: Stage | undefined;
let words: Int32Array | undefined;
let pumping = false;
let asked = false;

const api: PluginWorkerApi = {
  async load(bundle) {
    if (!sandbox) {
      sandbox = closeSandbox();
      lockDown();
    }
    const url = createObjectURL(new BlobType([bundle], { type: "text/javascript" }));
    try {
      const module = (await import(/* @vite-ignore */ url)) as { default?: PluginDefinition };
      plugin = module.default;
      await alive;
      if (plugin === undefined) throw new TypeError("The bundle has no default export; export default definePlugin({ … }).");
      return { descriptor: dataOf(plugin), sandbox };
    } finally {
      revokeObjectURL(url);
    }
  },
  prepare(memory, start) {
    if (!plugin) throw new Error("prepare() came before load().");
    words = insertWords(memory);
    const latency = start.offline ? settledLatency(plugin, start) : undefined;
    if (!start.offline) warmUp(plugin, start, now);
    const limit = new RateLimit(REMARK_BURST, REMARK_EVERY_MS, now);
    runner = new InsertRunner(plugin, memory, start, (level, text) => {
      const remark: WorkerRemark = { headroom: "says", level, text };
      if (limit.pass()) post(remark);
    });
    // A bounce is aligned once, before its first block.
    if (latency !== undefined) Atomics.store(words, InsertWord.latency, latency);
    stage = new Stage(runner);
    return runner.stateFault;
  },
  wire(wiring) {
    stage?.wire(wiring);
    ask();
  },
  setLanes: (lanes) => runner?.setLanes(lanes),
  save: () => runner?.saveState(),
  restore: (state) => runner?.restoreState(state),
  ping: () => now(),
};

expose(api, port);

/**
 * Processes what is there, sleeps on the input ring, and goes back to the event loop whenever the host has
 * posted a message: the loop cannot answer while it sleeps.
 */
function pump(): void {
  pumping = false;
  const currentStage = stage;
  const currentWords = words;
  if (!currentStage?.wired || !currentWords) return;
  for (;;) {
    Atomics.add(currentWords, InsertWord.heartbeat, 1);
    const ticket = currentStage.ticket();
    const started = now();
    const done = currentStage.process(BATCH);
    if (done > 0) Atomics.add(currentWords, InsertWord.busy, Math.round((now() - started) * 1000));
    if (currentStage.failed) {
      const failure: WorkerFailure = { headroom: "failed", reason: reasonOf(currentStage.error) };
      post(failure);
      return;
    }
    if (port.handled !== Atomics.load(currentWords, InsertWord.mailbox)) {
      ask();
      return;
    }
    if (done === 0) currentStage.sleep(ticket, SLEEP_MS);
  }
}

/** Lets the event loop run, then pumps on. A message of our own is the quickest way round. */
function ask(): void {
  if (pumping) return;
  pumping = true;
  asked = true;
  channel.port2.postMessage(null);
}

channel.port1.onmessage = () => {
  if (!asked) return;
  asked = false;
  pump();
};

/** @param name - what the worker's address ends with. @returns when the lock is held; where a page may have none, at once. */
function holdLock(name: string): Promise<void> {
  // Only secure pages have locks, and not all of them may use them.
  const locks = scope.navigator.locks as LockManager | undefined;
  return new Promise((held) => {
    if (!locks) held();
    locks
      ?.request(name, () => {
        held();
        return new Promise(() => undefined);
      })
      .catch(() => held());
  });
}

/** What the plugin states, as data alone: getters have given their values, and what cannot be sent is told here. */
function dataOf(definition: PluginDefinition): PluginDescriptor {
  try {
    return structuredClone(describe(definition));
  } catch (error) {
    throw new TypeError(`Its statement is not plain data: ${error instanceof Error ? error.message.slice(0, 200) : "it threw"}.`, { cause: error });
  }
}

function reasonOf(error: unknown): string {
  if (error === undefined) return "its output was not finite, or louder than +120 dBFS";
  return error instanceof Error ? `it threw “${error.message.slice(0, 300)}”` : "it threw something that is no error";
}
