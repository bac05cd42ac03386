import type { StripDelays } from "../api.js";
import type { RenderPlan } from "../graph/plan.js";

/** Where a plan puts a strip in time. */
export function stripDelays({ steps, latency, offsets }: RenderPlan, stripId: string): StripDelays | undefined {
  const at = latency[stripId];
  if (!at) return undefined;
  const output = steps.find((step) => step.op === "route" && step.from === stripId && step.send === undefined && step.to !== null);
  return {
    inputFrames: at.input,
    insertFrames: at.output - at.input,
    waitFrames: output?.op === "route" ? output.delayFrames : 0,
    offsetFrames: offsets[stripId] ?? 0,
  };
}
