import { type AnalysisDetail, analyzeInWorker, type SessionAnalysis } from "@headroom/analysis";
import type { Session } from "@headroom/session";
import type { Runtime } from "../../app/runtime.js";
import { songEnd } from "../../timeline/time-scale.js";

interface MeasureOptions {
  readonly detail: AnalysisDetail;
  readonly signal: AbortSignal;
  /** @param progress - share that is done, 0…1. */
  readonly onProgress: (progress: number) => void;
}

/** Measures a session from its start to the end of its last clip, in workers. Rejects with a sentence. */
export async function measureSession({ engine }: Runtime, session: Session, options: MeasureOptions): Promise<SessionAnalysis> {
  const running = engine.value;
  if (!running) throw new Error("The audio engine has not started; wait for it and analyse again.");
  const endSeconds = songEnd(session);
  if (endSeconds === 0) throw new Error("There is nothing to measure yet; drop audio files on the page to make channels.");
  return analyzeInWorker(running, session, { startSeconds: 0, endSeconds, ...options });
}
