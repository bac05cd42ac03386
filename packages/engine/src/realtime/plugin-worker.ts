import { describe, type PluginDefinition, type PluginDescriptor } from "@headroom/sdk";
import { expose } from "comlink";
import { InsertRunner, OutputMissing, type InsertStart } from "../render/insert-runner.js";
import { settledLatency } from "../render/settled-latency.js";
import { InsertWord, insertWords } from "../shared/insert-memory.js";
import { REMARK_BURST, REMARK_EVERY_MS, RateLimit } from "../shared/rate-limit.js";
import { Bell } from "../shared/ring.js";
import { WorkerWord } from "../shared/worker-memory.js";
import { CountedPort } from "./counted-port.js";
import { HostedInserts } from "./hosted-inserts.js";
import { lockDown } from "./lockdown.js";
import { closeSandbox } from "./sandbox.js";
import { WarmUp } from "./warm-up.js";
import type { PluginWorkerApi, SandboxReport, WorkerFailure, WorkerRemark } from "./worker-api.js";

// The types of a page and of a worker do not overlap; this module is only ever a worker's.
const scope = globalThis as unknown as DedicatedWorkerGlobalScope;

/** Longest sleep without work, in milliseconds: the heartbeat goes on meanwhile. */
const SLEEP_MS = 50;

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
/** By the numbers that the host gave their bundles. */
const plugins = new Map<number, PluginDefinition>();
const inserts = new HostedInserts(now);
let bell: Bell | undefined;
/** Code that runs hot already. */
const warm = new Set<PluginDefinition>();
/** What is made hot beside inserts that play, in the time that they leave. */
const warming: { readonly step: () => boolean; readonly done: () => void }[] = [];
let pumping = false;
let asked = false;

const api: PluginWorkerApi = {
  open(memory) {
    inserts.words = new Int32Array(memory);
    bell = new Bell(memory);
  },
  seal() {
    seal();
  },
  async load(seat, code, bundle) {
    const sandbox = seal();
    const url = createObjectURL(new BlobType([bundle], { type: "text/javascript" }));
    inserts.begin(seat);
    try {
      const module = (await import(/* @vite-ignore */ url)) as { default?: PluginDefinition };
      const plugin = module.default;
      await alive;
      if (plugin === undefined) throw new TypeError("The bundle has no default export; export default definePlugin({ … }).");
      plugins.set(code, plugin);
      return { descriptor: dataOf(plugin), sandbox };
    } finally {
      inserts.begin(0);
      revokeObjectURL(url);
    }
  },
  async prepare(seat, code, memory, start) {
    const plugin = plugins.get(code);
    if (!plugin) throw new Error("prepare() came before load().");
    if (!start.offline) await warmUp(seat, plugin, start);
    return inserts.attend(seat, () => {
      const latency = start.offline ? settledLatency(plugin, start) : undefined;
      const limit = new RateLimit(REMARK_BURST, REMARK_EVERY_MS, now);
      const runner = new InsertRunner(plugin, memory, start, (level, text) => {
        const remark: WorkerRemark = { headroom: "says", seat, level, text };
        if (limit.pass()) post(remark);
      });
      // A bounce is aligned once, before its first block.
      if (latency !== undefined) Atomics.store(insertWords(memory), InsertWord.latency, latency);
      inserts.add(seat, runner, memory);
      return runner.stateFault;
    });
  },
  wire(seat, wiring) {
    inserts.wire(seat, wiring);
    ask();
  },
  setLanes: (seat, lanes) => inserts.runner(seat)?.setLanes(lanes),
  save: (seat) => inserts.attend(seat, () => inserts.runner(seat)?.saveState()),
  restore: (seat, state) => inserts.attend(seat, () => inserts.runner(seat)?.restoreState(state)),
  release: (seat) => {
    inserts.remove(seat);
  },
  close: () => {
    inserts.clear();
  },
  ping: () => now(),
};

expose(api, port);

/** Closes the sandbox, once. @returns what it took away. */
function seal(): SandboxReport {
  if (sandbox) return sandbox;
  sandbox = closeSandbox();
  lockDown();
  return sandbox;
}

/** Makes a plugin's code hot, once: at a stroke while nothing plays here, else in the time that is left. */
async function warmUp(seat: number, plugin: PluginDefinition, start: InsertStart): Promise<void> {
  if (warm.has(plugin)) return;
  warm.add(plugin);
  const warmUp = inserts.attend(seat, () => new WarmUp(plugin, start, now));
  const step = () => inserts.attend(seat, () => warmUp.step());
  if (inserts.wired) await new Promise<void>((done) => warming.push({ step, done }));
  else while (step());
}

/**
 * Processes what is there, sleeps on the bell, and goes back to the event loop whenever the host has posted a message:
 * the loop cannot answer while it sleeps.
 */
function pump(): void {
  pumping = false;
  const { words } = inserts;
  if (!words || !bell) return;
  while (inserts.wired) {
    Atomics.add(words, WorkerWord.heartbeat, 1);
    const ticket = bell.ticket();
    const done = inserts.process(fail);
    if (port.handled !== Atomics.load(words, WorkerWord.mailbox)) {
      ask();
      return;
    }
    if (done > 0) continue;
    const [next] = warming;
    if (!next) {
      bell.sleep(ticket, SLEEP_MS);
    } else if (!next.step()) {
      warming.shift();
      next.done();
      ask();
      return;
    }
  }
  // Nothing plays any more that could be disturbed.
  for (const { step, done } of warming.splice(0)) {
    while (step());
    done();
  }
}

function fail(seat: number, error: unknown): void {
  const failure: WorkerFailure = { headroom: "failed", seat, reason: reasonOf(error) };
  post(failure);
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
  if (error instanceof OutputMissing) return error.message;
  return error instanceof Error ? `it threw “${error.message.slice(0, 300)}”` : "it threw something that is no error";
}
