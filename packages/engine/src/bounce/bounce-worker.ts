import type { PluginDefinition } from "@headroom/sdk";
import { closeSandbox } from "../realtime/sandbox.js";
import { InsertRunner } from "../render/insert-runner.js";
import type { BounceJob, BounceReport } from "./job.js";
import { renderJob } from "./render-job.js";

// The types of a page and of a worker do not overlap; this module is only ever a worker's.
const scope = globalThis as unknown as DedicatedWorkerGlobalScope;
const post = scope.postMessage.bind(scope) as (message: BounceReport, transfer: Transferable[]) => void;
const { createObjectURL, revokeObjectURL } = URL;
const BlobType = Blob;

function report(message: BounceReport): void {
  post(message, message.type === "done" ? [message.wav] : []);
}

scope.addEventListener("message", ({ data }: MessageEvent<BounceJob>) => {
  render(data).catch((error: unknown) => {
    report({ type: "failed", reason: error instanceof Error ? error.message : String(error) });
  });
});

async function render(job: BounceJob): Promise<void> {
  const plugins = new Map<string, PluginDefinition>();
  // Plugins run here only where memory cannot be shared; then this worker is their sandbox.
  if (job.bundles.size > 0) closeSandbox();
  for (const [id, bundle] of job.bundles) {
    const url = createObjectURL(new BlobType([bundle], { type: "text/javascript" }));
    plugins.set(id, ((await import(/* @vite-ignore */ url)) as { default: PluginDefinition }).default);
    revokeObjectURL(url);
  }
  const runners = new Map(
    job.inserts.flatMap(({ id, plugin, memory, start }) => {
      const definition = plugins.get(plugin);
      return definition ? [[id, new InsertRunner(definition, memory, start)] as const] : [];
    }),
  );
  renderJob(job, runners, report);
}
