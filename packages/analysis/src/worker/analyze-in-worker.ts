import type { MixerEngine, RangeOptions } from "@headroom/engine";
import type { Session } from "@headroom/session";
import type { AnalysisDetail, SessionAnalysis } from "../analysis.js";
import type { AnalysisOrder } from "./order.js";

export interface AnalyzeInWorkerOptions extends RangeOptions {
  /** Default `all`. */
  readonly detail?: AnalysisDetail;
  /** Where the package's worker is, where the bundler does not follow `new URL`. */
  readonly worker?: string;
}

/**
 * Measures a session with a page's engine, in workers: what sounds goes on. Rejects with a sentence; an abort with AbortError.
 * `@mainThread`
 * @param session - the engine's, or one with changes that are tried: of the same plugins and audio.
 */
export async function analyzeInWorker(engine: Pick<MixerEngine, "renderTapped">, session: Session, { detail = "all", worker = WORKER, ...range }: AnalyzeInWorkerOptions): Promise<SessionAnalysis> {
  const order: AnalysisOrder = { session, detail };
  // The worker is this package's own.
  return (await engine.renderTapped({ ...range, session, worker, order })) as SessionAnalysis;
}

/** One self-contained file beside this module. */
const WORKER = new URL("./analysis-worker.js", import.meta.url).href;
