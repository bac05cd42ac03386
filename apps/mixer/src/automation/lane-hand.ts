import { stepNumber } from "@headroom/ui";
import { addPoint, changePoint, inOrder, laneKey, type LanePoint, type LaneTarget, replaceRange, thinPoints } from "@headroom/session";
import type { Runtime } from "../app/runtime.js";
import { attempt } from "../session/attempt.js";
import { Observable } from "../state/observable.js";
import { gridSeconds, snapTo, stepTo } from "../timeline/grid.js";
import type { Drag, HandEdit } from "../timeline/hand.js";
import { timelineSettings } from "../timeline/timeline-settings.js";
import { timeView } from "../timeline/time-view.js";
import { valueToY, yToValue } from "./lane-picture.js";
import type { TargetForm } from "./target-form.js";

/** A lane as a hand has changed it, before it is stored. */
export const laneDraft = new Observable<{ readonly key: string; readonly points: readonly LanePoint[] } | undefined>(undefined);

/** The point that keys act on: of one lane at a time. */
export const selectedPoint = new Observable<{ readonly key: string; readonly index: number } | undefined>(undefined);

/** A lane under a hand. */
export interface HeldLane {
  readonly runtime: Runtime;
  readonly target: LaneTarget;
  readonly form: TargetForm;
  readonly points: readonly LanePoint[];
  /** Pixels of its height. */
  readonly height: number;
}

/** Pixels by which a way is bent from straight to the most. */
const BEND_PIXELS = 80;
/** Of a drawn line's travel, what thinning may lose: less than can be seen. */
const DRAWN_TOLERANCE = 0.004;

const gridOf = ({ document }: Runtime) => gridSeconds(timelineSettings.value.snap, document.snapshot().tempo);

/** Moves a point. @param added - it is none of the lane's yet: `points` has it already. */
export function movePoint({ runtime, target, form, points, height }: HeldLane, index: number, added = false): HandEdit | undefined {
  const { document } = runtime;
  const from = points[index];
  if (!from) return undefined;
  const key = laneKey(target);
  const grid = gridOf(runtime);
  let now = from;
  const show = (fields: Partial<LanePoint>) => {
    const changed = changePoint(points, index, { ...now, ...fields });
    now = changed[index] ?? now;
    laneDraft.set({ key, points: changed });
  };
  show({});
  return {
    drag: ({ x, y, free }) =>
      show({ seconds: Math.abs(x) < 2 ? from.seconds : snapTo(from.seconds + x / timeView.pixelsPerSecond, free ? 0 : grid), value: Math.abs(y) < 2 ? from.value : yToValue(form, valueToY(form, from.value, height) + y, height, free) }),
    step: (x, y, fine) =>
      show(x === 0 ? { value: stepNumber(form.spec, form.scale * now.value, y, fine ? "fine" : "normal") / form.scale } : { seconds: stepTo(now.seconds, x, grid, fine) }),
    end: () => store(() => (added ? document.lanes.addPoint(target, now.seconds, now.value, form.laneScale) : document.lanes.setPoint(target, index, { seconds: now.seconds, value: now.value }))),
    cancel: () => laneDraft.set(undefined),
  };
}

/** Puts a point where a pointer is, and moves it on. @param x - pixels of the song. */
export function placePoint(lane: HeldLane, x: number, y: number, free: boolean): HandEdit | undefined {
  const { runtime, target, form, points, height } = lane;
  const seconds = snapTo(x / timeView.pixelsPerSecond, free ? 0 : gridOf(runtime));
  const withPoint = addPoint(points, seconds, yToValue(form, y, height, free), form.laneScale);
  const index = withPoint.findLastIndex((point) => point.seconds === seconds);
  selectedPoint.set({ key: laneKey(target), index });
  return movePoint({ ...lane, points: withPoint }, index, true);
}

/** Bends the way after a point. */
export function bendWay({ runtime, target, points }: HeldLane, index: number): HandEdit | undefined {
  const from = points[index];
  const to = points[index + 1];
  if (!from || !to) return undefined;
  // Up makes the middle of the way higher, whether it rises or falls.
  const sign = to.value >= from.value ? -1 : 1;
  let { curve } = from;
  const show = (wanted: number) => {
    curve = Math.min(1, Math.max(-1, wanted));
    laneDraft.set({ key: laneKey(target), points: changePoint(points, index, { curve }) });
  };
  return {
    drag: ({ y }) => show(from.curve - (sign * y) / BEND_PIXELS),
    step: (_, y, fine) => show(curve + sign * y * (fine ? 0.02 : 0.1)),
    end: () => store(() => runtime.document.lanes.setPoint(target, index, { curve })),
    cancel: () => laneDraft.set(undefined),
  };
}

/** Draws a line by hand. @param at - where in the lane a pointer is, in pixels of the song and of the lane. */
export function drawLine({ runtime, target, form, points, height }: HeldLane, at: (drag: Drag) => { readonly x: number; readonly y: number }): HandEdit {
  const { document } = runtime;
  const drawn = new Map<number, LanePoint>();
  const line = (): readonly LanePoint[] => {
    const all = inOrder([...drawn.values()].sort((a, b) => a.seconds - b.seconds));
    const travel = (value: number) => 1 - valueToY(form, value, height) / height;
    return thinPoints(all.map((point) => ({ seconds: point.seconds, value: travel(point.value), point })), DRAWN_TOLERANCE).map(({ point }) => point);
  };
  const range = (made: readonly LanePoint[]) => [made[0]?.seconds ?? 0, made.at(-1)?.seconds ?? 0] as const;
  return {
    drag: (drag) => {
      const { x, y } = at(drag);
      // One value a pixel: going back draws over what was there.
      drawn.set(Math.round(x), { seconds: Math.max(0, Math.round(x) / timeView.pixelsPerSecond), value: yToValue(form, y, height, true), curve: 0 });
      const made = line();
      const [from, to] = range(made);
      if (to > from) laneDraft.set({ key: laneKey(target), points: replaceRange(points, from, to, made, form.laneScale) });
    },
    step: () => undefined,
    end: () => {
      const made = line();
      const [from, to] = range(made);
      if (to > from) store(() => document.lanes.drawRange(target, from, to, made, form.laneScale));
      else laneDraft.set(undefined);
    },
    cancel: () => laneDraft.set(undefined),
  };
}

/** Stores what was drawn, then lets go of it. */
function store(edit: () => void): void {
  attempt(edit);
  laneDraft.set(undefined);
}
