import { renderTapped, type RenderFailure, type RenderJob } from "@headroom/engine/offline";
import type { Session } from "@headroom/session";
import type { AnalysisDetail, SessionAnalysis } from "../analysis.js";
import { planListening } from "./listening-plan.js";
import { SessionAnalyzer } from "./session-analyzer.js";

type Rest = Parameters<typeof renderTapped>;

export interface AnalyzeRenderOptions {
  readonly detail?: AnalysisDetail;
  /** Inserts that run in this thread. */
  readonly runners?: Rest[1];
  /** Share done, 0…1. What it throws ends the analysis. */
  readonly onProgress?: (done: number) => void;
  /** Names an insert of another thread that failed, while it is waited for. */
  readonly failed?: () => string | undefined;
}

/**
 * Renders a job and measures it in this thread, which is blocked meanwhile: for workers and Node.
 * @returns the analysis, or why the render ended before its range did.
 */
export function analyzeRender(session: Session, job: RenderJob, { detail = "all", runners = new Map(), onProgress = () => undefined, failed }: AnalyzeRenderOptions = {}): SessionAnalysis | RenderFailure {
  const started = performance.now();
  const analyzer = new SessionAnalyzer(planListening(session, job, detail));
  const failure = renderTapped(job, runners, analyzer, onProgress, failed);
  return failure ?? analyzer.finish(analyzer.finishStrips(), (performance.now() - started) / 1000);
}
