import type { RenderJob } from "@headroom/engine/offline";
import type { Session, Strip } from "@headroom/session";
import { MASTER_ID } from "@headroom/session";
import type { AnalysisDetail, Boundary } from "../analysis.js";
import { spectralGrid, type SpectralGrid } from "./strip-spectrum.js";

/** A boundary to listen at. */
export interface BoundaryPlan {
  readonly boundary: Boundary;
  /** Name of what the renderer's tap says there. */
  readonly tap: string;
  /** Frames by which it is heard late. */
  readonly latencyFrames: number;
  /** Index of a boundary before it from which nothing but one gain leads here, so that its levels follow. */
  readonly follows?: number;
}

/** A strip to listen to. */
export interface StripPlan {
  readonly strip: string;
  readonly boundaries: readonly BoundaryPlan[];
}

/** All that listening to a render needs to know. Plain data. */
export interface ListeningPlan {
  readonly sampleRate: number;
  readonly startSeconds: number;
  readonly frames: number;
  readonly detail: AnalysisDetail;
  readonly grid: SpectralGrid;
  readonly strips: readonly StripPlan[];
  /** Frames by which the master's input is heard late. */
  readonly masterLatency: number;
}

export function planListening(session: Session, job: Omit<RenderJob, "audio" | "stems">, detail: AnalysisDetail): ListeningPlan {
  const { plan } = job;
  const { sampleRate } = plan;
  const frames = job.songFrames + job.tailFrames;
  const strips = [...session.order.flatMap((id) => session.strips[id] ?? []), ...(session.strips[MASTER_ID] ? [session.strips[MASTER_ID]] : [])];
  return {
    sampleRate, frames, detail,
    startSeconds: job.startFrame / sampleRate,
    grid: spectralGrid(sampleRate, frames),
    strips: strips.map((strip) => ({ strip: strip.id, boundaries: boundariesOf(strip, job) })),
    masterLatency: plan.latency[MASTER_ID]?.input ?? 0,
  };
}

function boundariesOf(strip: Strip, { plan }: Pick<RenderJob, "plan">): BoundaryPlan[] {
  const moves = plan.lanes[strip.id] !== undefined;
  const latency = plan.latency[strip.id] ?? { input: 0, preFader: 0, output: 0 };
  const chain = (afterFader: boolean) => plan.steps.flatMap((step) => (step.op === "inserts" && step.strip === strip.id && step.afterFader === afterFader && step.plan.mode !== "none" ? [step.plan] : []));
  const before = chain(false);
  const after = chain(true);
  const link = (inserts: readonly string[], hop: number) =>
    inserts.slice(0, -1).map((insert, i): BoundaryPlan => ({ boundary: { at: "insert", insert }, tap: insert, latencyFrames: (plan.insertDelay[inserts[i + 1] ?? ""] ?? 0) + hop }));
  const chains = (plans: typeof before) => plans.flatMap((one) => (one.mode === "segment" ? link(one.inserts, one.hop) : []));
  const boundaries: BoundaryPlan[] = [
    { boundary: { at: "source" }, tap: "source", latencyFrames: latency.input },
    { boundary: { at: "input" }, tap: "input", latencyFrames: latency.input, ...(!moves && { follows: 0 }) },
    ...chains(before),
  ];
  const last = before.at(-1);
  const lastInsert = last?.inserts.at(-1);
  if (lastInsert !== undefined) boundaries.push({ boundary: { at: "insert", insert: lastInsert }, tap: "preFader", latencyFrames: latency.preFader });
  boundaries.push(...chains(after));
  const straight = !moves && after.length === 0 && isStraight(strip);
  boundaries.push({ boundary: { at: "output" }, tap: "output", latencyFrames: latency.output, ...(straight && { follows: boundaries.length - 1 }) });
  return boundaries;
}

/** Whether both sides go through the fader by one gain. */
function isStraight({ panMode, pan, width }: Strip): boolean {
  return panMode === "balance" && pan === 0 && width === 1;
}
