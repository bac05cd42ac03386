export type {
  AnalysisDetail, Boundary, BoundaryLevels, Contribution, MasterPeak, SessionAnalysis, StripAnalysis,
} from "./analysis.js";
export type { StripChanges } from "./edit.js";
export { withChanges } from "./edit.js";
export type { GainFault, GainLedger, Harm, LedgerRow } from "./gain/ledger-types.js";
export type { GainMeasure, GainProposal, GainTargets, TrimProposal } from "./gain/proposal-types.js";
export type { BudgetShare, ChannelLevel, FaderPrediction, LevelApproach, LevelChange, LevelProposal, Role } from "./level/level-types.js";
export type { Collision, CollisionMatrix, EqBand, EqChange, EqSuggestion, Masking } from "./space/space-types.js";
export type { MixCheckReport, ReportFinding, ReportLevels } from "./check/report-types.js";
export { analyzeRender } from "./measure/analyze-render.js";
export type { AnalyzeRenderOptions } from "./measure/analyze-render.js";
export { analyzeInWorker } from "./worker/analyze-in-worker.js";
export type { AnalyzeInWorkerOptions } from "./worker/analyze-in-worker.js";
export { gainLedger } from "./gain/ledger.js";
export { DEFAULT_GAIN_TARGETS, proposeMasterTrim, proposeTrims, stageGains } from "./gain/propose-trims.js";
export { masterBudget, predictFader } from "./level/budget.js";
export { channelLevels, mixLufs } from "./level/channel-levels.js";
export type { Roles } from "./level/channel-levels.js";
export { proposeLevels, ROLE_LEVELS_LU } from "./level/propose-levels.js";
export { guessRole, roleOfName } from "./level/roles.js";
export { findCollisions } from "./space/find-collisions.js";
export type { CollisionOptions } from "./space/find-collisions.js";
export { ROLE_RANGE_HZ } from "./space/role-range.js";
export { suggestEq } from "./space/suggest-eq.js";
export { mixCheck } from "./check/mix-check.js";
