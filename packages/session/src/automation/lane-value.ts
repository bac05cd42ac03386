import { bend } from "../curves.js";
import type { LanePoint } from "./lane-schema.js";

/** Where between its values a control goes straight: on its travel. Without one, in its unit. */
export interface LaneScale {
  /** 0…1 for a number of the control. */
  readonly toTravel: (number: number) => number;
  /** The inverse. */
  readonly fromTravel: (travel: number) => number;
}

/** A lane's value at a time; `undefined` without points. @param points - in order of their time. */
export function laneValue(points: readonly LanePoint[], seconds: number, scale?: LaneScale): number | undefined {
  const at = lastAt(points, seconds);
  const from = points[Math.max(0, at)];
  const to = points[at + 1];
  if (!from || !to || at < 0 || from.hold) return from?.value;
  return between(from, to, seconds, scale);
}

/** Index of the last point at or before a time; −1 before the first. */
export function lastAt(points: readonly LanePoint[], seconds: number): number {
  let low = 0;
  let high = points.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((points[middle]?.seconds ?? 0) <= seconds) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function between(from: LanePoint, to: LanePoint, seconds: number, scale: LaneScale | undefined): number {
  const way = bend((seconds - from.seconds) / (to.seconds - from.seconds), from.curve);
  if (way === 0 || from.value === to.value) return from.value;
  if (!scale) return from.value + (to.value - from.value) * way;
  const start = scale.toTravel(from.value);
  return scale.fromTravel(start + (scale.toTravel(to.value) - start) * way);
}
