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
