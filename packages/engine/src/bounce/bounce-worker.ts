import type { PluginDefinition } from "@headroom/sdk";
import { compile } from "../graph/compile.js";
import { closeSandbox } from "../realtime/sandbox.js";
import { InsertRunner } from "../render/insert-runner.js";
import { settledLatency } from "../render/settled-latency.js";
import { EventQueue } from "../shared/event-queue.js";
import { insertLayout, InsertTarget } from "../shared/insert-memory.js";
import { finishBounce, type Resample } from "./finish-bounce.js";
import type { BounceJob, BounceReport, RenderJob } from "./job.js";
import { renderJob } from "./render-job.js";

// The types of a page and of a worker do not overlap; this module is only ever a worker's.
const scope = globalThis as unknown as DedicatedWorkerGlobalScope;
const post = scope.postMessage.bind(scope) as (message: BounceReport, transfer: Transferable[]) => void;
const { createObjectURL, revokeObjectURL } = URL;
const BlobType = Blob;

function report(message: BounceReport): void {
  post(message, message.type === "done" ? [message.wav, ...message.stems.map(({ wav }) => wav)] : []);
}

scope.addEventListener("message", ({ data }: MessageEvent<BounceJob>) => {
  bounce(data).catch((error: unknown) => {
    report({ type: "failed", reason: error instanceof Error ? error.message : String(error) });
  });
});

async function bounce(job: BounceJob): Promise<void> {
  // Before the sandbox closes.
  const resample = job.resampler === undefined ? refuse : ((await importText(job.resampler)) as { readonly resample: Resample }).resample;
  const { plan, runners } = await hostInline(job);
  const outcome = renderJob({ ...job, plan }, runners, (done) => report({ type: "progress", done }));
  if (outcome.type !== "rendered") report(outcome);
  else report({ type: "done", ...(await finishBounce(outcome.mix, outcome.stems, job.file, resample)) });
}

async function importText(code: string): Promise<unknown> {
  const url = createObjectURL(new BlobType([code], { type: "text/javascript" }));
  try {
    return await import(/* @vite-ignore */ url);
  } finally {
    revokeObjectURL(url);
  }
}

const refuse: Resample = () => Promise.reject(new Error("The sample rate does not change."));

/** Makes the inserts that run in this worker, and a plan that knows their latencies. */
async function hostInline(job: BounceJob): Promise<{ readonly plan: RenderJob["plan"]; readonly runners: ReadonlyMap<string, InsertRunner> }> {
  if (job.inserts.length === 0) return { plan: job.plan, runners: new Map() };
  // Plugins run here only where memory cannot be shared; then this worker is their sandbox.
  closeSandbox();
  const plugins = new Map<string, PluginDefinition>();
  for (const [id, bundle] of job.bundles) {
    plugins.set(id, ((await importText(bundle)) as { default: PluginDefinition }).default);
  }
  const runners = new Map<string, InsertRunner>();
  const ready = new Map<string, number>();
  for (const { id, plugin, memory, start } of job.inserts) {
    const definition = plugins.get(plugin);
    if (!definition) continue;
    ready.set(id, settledLatency(definition, start));
    runners.set(id, new InsertRunner(definition, memory, start));
  }
  const { rows, sendRows } = job;
  const plan = compile(job.session, { sampleRate: job.plan.sampleRate, hosting: () => "inline", hop: 0, ready, rows, sendRows });
  for (const { id, plugin, memory } of job.inserts) {
    const { readouts } = plugins.get(plugin) ?? {};
    if (readouts) new EventQueue(memory, insertLayout(readouts).events).push(0, InsertTarget.delay, plan.songDelay[id] ?? 0, 0);
  }
  return { plan, runners };
}
