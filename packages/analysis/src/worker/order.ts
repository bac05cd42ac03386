import type { Session } from "@headroom/session";
import type { AnalysisDetail } from "../analysis.js";

/** What the analysis worker is to know beside the job. */
export interface AnalysisOrder {
  readonly session: Session;
  readonly detail: AnalysisDetail;
}
