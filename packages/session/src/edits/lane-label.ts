import type { LaneControl, LaneTarget } from "../automation/lane-schema.js";

const CONTROL_LABELS: Readonly<Record<LaneControl | "bypass" | "mix", string>> = {
  faderDb: "fader", pan: "pan", panLeft: "left pan", panRight: "right pan", width: "width", trimDb: "trim", mute: "mute", invertLeft: "left polarity",
  invertRight: "right polarity", swap: "left–right swap", bypass: "bypass", mix: "mix",
};

/** A target in the name of an undo step: "fader of Kick". @param owner - its strip or insert, for people. */
export function targetLabel(target: LaneTarget, owner: string, parameter?: string): string {
  return `${target.kind === "parameter" ? (parameter ?? target.parameter) : CONTROL_LABELS[target.control]} of ${owner}`;
}
