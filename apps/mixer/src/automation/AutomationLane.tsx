import { laneKey, type LaneTarget, lastPointAt } from "@headroom/session";
import { Canvas, type Drawing } from "@headroom/ui";
import { memo, type PointerEvent, useEffect, useRef } from "react";
import { useRuntime } from "../app/runtime.js";
import { atPointer } from "../menu/menu-request.js";
import { attempt } from "../session/attempt.js";
import { useSession } from "../session/use-session.js";
import { useObservable } from "../state/observable.js";
import { dragByPointer } from "../timeline/hand.js";
import { timeView } from "../timeline/time-view.js";
import { useTimeText } from "../timeline/use-time-text.js";
import { bendWay, drawLine, type HeldLane, laneDraft, movePoint, placePoint, selectedPoint } from "./lane-hand.js";
import { onLaneKey } from "./lane-keys.js";
import { drawLane, pointAt } from "./lane-picture.js";
import { openPointMenu } from "./point-menu.js";
import type { TargetForm } from "./target-form.js";

interface AutomationLaneProps {
  readonly target: LaneTarget;
  readonly form: TargetForm;
  readonly color: string;
}

/** A parameter's course over the song: points are put, moved, bent and drawn by pointer, and by keys one at a time. */
export const AutomationLane = memo(function AutomationLane({ target, form, color }: AutomationLaneProps) {
  const runtime = useRuntime();
  const key = laneKey(target);
  const lane = useSession((session) => session.lanes[key]);
  const chosen = useObservable(selectedPoint);
  const timeText = useTimeText();
  const surface = useRef<HTMLDivElement>(null);
  const drawn = useRef<readonly unknown[]>([]);
  const stored = lane?.points ?? NONE;
  const selected = chosen?.key === key ? Math.min(chosen.index, stored.length - 1) : -1;

  const points = () => (laneDraft.value?.key === key ? laneDraft.value.points : stored);
  const state = () => [timeView.version, points(), selectedPoint.value, lane];
  const draw = (drawing: Drawing) => {
    drawn.current = state();
    const index = selectedPoint.value?.key === key ? selectedPoint.value.index : -1;
    drawLane(drawing, { form, points: points(), color, selected: index, moves: lane?.mode !== "manual" }, timeView);
  };
  const changed = () => state().some((part, i) => part !== drawn.current[i]);
  const held = (): HeldLane => ({ runtime, target, form, points: stored, height: surface.current?.clientHeight ?? 1 });

  useEffect(() => {
    const tell = () => {
      const all = laneDraft.value?.key === key ? laneDraft.value.points : stored;
      const index = selectedPoint.value?.key === key ? selectedPoint.value.index : -1;
      const point = all[index];
      surface.current?.setAttribute("aria-valuenow", String((point?.value ?? form.base) * form.scale));
      surface.current?.setAttribute("aria-valuetext", point ? `Point ${index + 1} of ${all.length}, ${timeText(point.seconds)}, ${form.text(point.value)}` : pointCount(all.length));
    };
    tell();
    const leave = [laneDraft.subscribe(tell), selectedPoint.subscribe(tell)];
    return () => leave.forEach((undo) => undo());
  }, [key, stored, form, timeText]);

  const at = ({ clientX, clientY }: { readonly clientX: number; readonly clientY: number }) => {
    const { left = 0, top = 0 } = surface.current?.getBoundingClientRect() ?? {};
    return { x: clientX - left + timeView.left, y: clientY - top };
  };
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.focus({ preventScroll: true });
    const { x, y } = at(event);
    const point = pointAt(form, stored, x, y, held().height, timeView.pixelsPerSecond);
    if (point >= 0) selectedPoint.set({ key, index: point });
    if (event.altKey) {
      const way = lastPointAt(stored, x / timeView.pixelsPerSecond);
      return dragByPointer(event, () => bendWay(held(), way), () => point >= 0 && attempt(() => runtime.document.lanes.removePoints(target, [point])));
    }
    if (event.ctrlKey || event.metaKey) return dragByPointer(event, () => drawLine(held(), at));
    if (point >= 0) return dragByPointer(event, () => movePoint(held(), point));
    dragByPointer(event, () => placePoint(held(), x, y, event.shiftKey), () => placePoint(held(), x, y, event.shiftKey)?.end(false));
  };
  const range = form.spec.kind === "toggle" ? [0, 1] : form.spec.kind === "choice" ? [0, form.spec.options.length - 1] : [form.spec.min, form.spec.max];
  return (
    <div className="automation-lane">
      <div
        ref={surface}
        role="slider"
        className="in-sight automation-surface"
        aria-label={`Automation of ${form.label} of ${form.owner}`}
        aria-valuemin={range[0]}
        aria-valuemax={range[1]}
        aria-valuenow={form.base * form.scale}
        tabIndex={0}
        onPointerDown={onPointerDown}
        onKeyDown={(event) => onLaneKey(event, held(), selected)}
        onContextMenu={(event) => {
          event.preventDefault();
          const { x, y } = at(event);
          const point = event.clientX === 0 && event.clientY === 0 ? selected : pointAt(form, stored, x, y, held().height, timeView.pixelsPerSecond);
          openPointMenu(held(), point, atPointer(event));
        }}
      >
        <Canvas draw={draw} animated changed={changed} />
      </div>
    </div>
  );
});

const NONE: readonly never[] = [];

function pointCount(count: number): string {
  return count === 0 ? "No points" : count === 1 ? "1 point" : `${count} points`;
}
