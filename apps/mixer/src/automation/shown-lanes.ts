import { laneKey, type LaneTarget } from "@headroom/session";
import { Observable } from "../state/observable.js";

/** Targets whose lanes are shown in the timeline, each below its strip. */
export const shownLanes = new Observable<readonly LaneTarget[]>([]);

export function isShown(target: LaneTarget): boolean {
  const key = laneKey(target);
  return shownLanes.value.some((shown) => laneKey(shown) === key);
}

export function toggleLane(target: LaneTarget): void {
  const key = laneKey(target);
  shownLanes.set(isShown(target) ? shownLanes.value.filter((shown) => laneKey(shown) !== key) : [...shownLanes.value, target]);
}
