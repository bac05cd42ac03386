import { FADER_FLOOR_DB, FADER_MAX_DB, TRIM_RANGE_DB } from "../limits.js";
import type { LaneTarget } from "./lane-schema.js";

const STRIP_RANGES = {
  faderDb: [FADER_FLOOR_DB, FADER_MAX_DB],
  trimDb: [-TRIM_RANGE_DB, TRIM_RANGE_DB],
  pan: [-1, 1],
  panLeft: [-1, 1],
  panRight: [-1, 1],
  width: [0, 2],
  mute: [0, 1],
  invertLeft: [0, 1],
  invertRight: [0, 1],
  swap: [0, 1],
} as const;

/** Least and greatest value of a lane, where the session knows them: a plugin's parameters are known to its host. */
export function controlRange(target: LaneTarget): readonly [least: number, greatest: number] {
  if (target.kind === "parameter") return [-Infinity, Infinity];
  return target.kind === "insert" ? [0, 1] : STRIP_RANGES[target.control];
}

/** Whether a control of a strip or insert has but two values. */
export function isSwitch(target: LaneTarget): boolean {
  return target.kind !== "parameter" && ["mute", "invertLeft", "invertRight", "swap", "bypass"].includes(target.control);
}
