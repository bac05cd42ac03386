import type { LaneMode, LaneTarget, RecordedGesture, RecordOptions } from "@headroom/session";
import { isStepped } from "./lane-scale.js";
import type { TargetForm } from "./target-form.js";

/** What thinning may lose of what a hand did, on the control's travel, and of decibels. */
const TRAVEL_TOLERANCE = 0.003;
const DB_TOLERANCE = 0.1;

/** A control while it is recorded: from the first touch, or from where playback began, to where the lane is written. */
export interface Pass {
  readonly target: LaneTarget;
  readonly mode: LaneMode;
  readonly form: TargetForm;
  readonly startSeconds: number;
  /** Where the control stood before. */
  readonly base: number;
  readonly samples: { seconds: number; value: number }[];
  /** Where the hand let go; `undefined` while it holds. */
  releaseSeconds: number | undefined;
  endSeconds: number | undefined;
  /** Lets the lane be heard again. */
  readonly letGo: () => void;
}

/** Where the hand, or what it left, has the control. */
export function lastValue({ samples, base }: Pass): number {
  return samples.at(-1)?.value ?? base;
}

/** What a pass did, for the session to write into the lane. */
export function gestureOf({ samples, startSeconds, releaseSeconds, endSeconds = Infinity, base }: Pass): RecordedGesture {
  return { samples, startSeconds, endSeconds, releaseSeconds: releaseSeconds ?? endSeconds, base };
}

/** How a target is recorded. */
export function recordOptions({ spec, scale, laneScale }: TargetForm): RecordOptions {
  if (isStepped(spec)) return { tolerance: 0, steps: true };
  if (laneScale) return { tolerance: TRAVEL_TOLERANCE, scale: laneScale };
  const span = "max" in spec ? spec.max - spec.min : 1;
  return { tolerance: ("unit" in spec && spec.unit === "dB" ? DB_TOLERANCE : span * TRAVEL_TOLERANCE) / scale };
}
