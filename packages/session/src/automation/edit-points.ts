import { curveOfPart } from "../curves.js";
import type { LanePoint } from "./lane-schema.js";
import { lastAt, laneValue, type LaneScale } from "./lane-value.js";

/** Points without those that stand, at their time, between a first and a last: these alone are seen. In order of time. */
export function inOrder(points: readonly LanePoint[]): LanePoint[] {
  const sorted = points.every(({ seconds }, i) => i === 0 || (points[i - 1]?.seconds ?? 0) <= seconds)
    ? points
    : points.toSorted((a, b) => a.seconds - b.seconds);
  return sorted.filter(({ seconds }, i) => sorted[i - 1]?.seconds !== seconds || sorted[i + 1]?.seconds !== seconds);
}

/**
 * Adds a point. One that is put on the lane's course leaves it as it is: the way's curve is shared between its parts.
 * @param value - default: on the lane.
 */
export function addPoint(points: readonly LanePoint[], seconds: number, value?: number, scale?: LaneScale): readonly LanePoint[] {
  const number = value ?? laneValue(points, seconds, scale);
  if (number === undefined) return points;
  const at = lastAt(points, seconds);
  const from = points[at];
  const to = points[at + 1];
  const point = { seconds, value: number, curve: 0, ...(from?.hold && { hold: true }) };
  if (from?.seconds === seconds && value === undefined) return points;
  if (!from || !to || from.seconds === seconds) return inOrder(points.toSpliced(at + 1, 0, point));
  const share = (seconds - from.seconds) / (to.seconds - from.seconds);
  return points.toSpliced(at, 1, { ...from, curve: curveOfPart(from.curve, share) }, { ...point, curve: curveOfPart(from.curve, 1 - share) });
}

/** Changes a point; its time stays between those of its neighbours. */
export function changePoint(points: readonly LanePoint[], index: number, fields: Partial<LanePoint>): readonly LanePoint[] {
  const point = points[index];
  if (!point) return points;
  const { seconds, ...rest } = { ...point, ...fields };
  const least = points[index - 1]?.seconds ?? 0;
  const most = points[index + 1]?.seconds ?? Infinity;
  return points.with(index, { ...rest, seconds: Math.min(most, Math.max(least, seconds)) });
}

/**
 * Puts other points between two times. Outside, and at the ends from outside, the lane stays as it was.
 * @param drawn - within `from`…`to`, in order; empty: what is there is taken out, and the lane goes straight.
 */
export function replaceRange(points: readonly LanePoint[], from: number, to: number, drawn: readonly LanePoint[], scale?: LaneScale): readonly LanePoint[] {
  const cut = addPoint(addPoint(points, from, undefined, scale), to, undefined, scale);
  const before = cut.slice(0, cut.findLastIndex(({ seconds }) => seconds <= from) + 1);
  const after = cut.slice(cut.findLastIndex(({ seconds }) => seconds <= to));
  const last = before.at(-1);
  // The part of the way that went has no share in the way that is left.
  const head = last ? before.with(-1, { ...last, curve: 0 }) : before;
  return withoutSteps(inOrder([...head, ...drawn, ...after]));
}

/** Without the second of two points that are the same in time and value. */
function withoutSteps(points: readonly LanePoint[]): readonly LanePoint[] {
  return points.filter((point, i) => {
    const next = points[i + 1];
    return next?.seconds !== point.seconds || next.value !== point.value;
  });
}
