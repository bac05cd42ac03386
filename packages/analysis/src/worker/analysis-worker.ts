import type { TappedJob, TapReport } from "@headroom/engine/offline";
import { analyzeRender } from "../measure/analyze-render.js";
import type { AnalysisOrder } from "./order.js";

// This module is only ever a worker's, whose scope has the methods that its owner sees of it.
const scope = globalThis as unknown as Pick<Worker, "postMessage" | "addEventListener">;
const report = (message: TapReport) => scope.postMessage(message);

scope.addEventListener("message", ({ data: { job, order } }: MessageEvent<TappedJob>) => {
  try {
    // From `analyzeInWorker`, which is the only one to start this worker.
    const { session, detail } = order as AnalysisOrder;
    const outcome = analyzeRender(session, job, { detail, onProgress: (done) => report({ type: "progress", done }) });
    report("type" in outcome ? outcome : { type: "done", result: outcome });
  } catch (error) {
    report({ type: "failed", reason: error instanceof Error ? error.message : String(error) });
  }
});
