import type { Collision, CollisionMatrix, EqSuggestion, MixCheckReport, SessionAnalysis } from "@headroom/analysis";
import type { Session } from "@headroom/session";
import { wrap } from "comlink";
import type { FindingsApi } from "./findings-worker.js";

/** What is found in a measured song. */
export interface Findings {
  readonly matrix: CollisionMatrix;
  readonly report: MixCheckReport;
  /** What an equalizer could do for a pair; `undefined` where nothing would help. */
  readonly suggest: (collision: Collision) => Promise<EqSuggestion | undefined>;
}

/** The worker that has the song that was measured last. */
let worker: Worker | undefined;

/** Looks for collisions and faults in a measured song, in a worker that keeps the song until the next. */
export async function findInSong(session: Session, analysis: SessionAnalysis): Promise<Findings> {
  worker?.terminate();
  worker = new Worker(new URL("./findings-worker.ts", import.meta.url), { type: "module", name: "Findings" });
  const api = wrap<FindingsApi>(worker);
  const { matrix, report } = await api.look(session, analysis);
  return { matrix, report, suggest: (collision) => api.suggest(collision) };
}
