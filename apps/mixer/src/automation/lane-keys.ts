import { laneKey, laneValue } from "@headroom/session";
import type { KeyboardEvent } from "react";
import { attempt } from "../session/attempt.js";
import { stepByKeys } from "../timeline/hand.js";
import { bendWay, type HeldLane, movePoint, selectedPoint } from "./lane-hand.js";

/**
 * Takes a key in a lane: Page Up and Down, Home and End go from point to point, arrows move one, Alt with them bends the way
 * after it, Enter puts one at the playhead, Delete takes it away.
 */
export function onLaneKey(event: KeyboardEvent<HTMLElement>, lane: HeldLane, selected: number): void {
  const { points, target } = lane;
  if (points[selected] && stepByKeys(event, () => movePoint(lane, selected))) return;
  if (!press(event, lane, selected)) return;
  event.preventDefault();
  event.stopPropagation();

  function press({ key, altKey }: KeyboardEvent, { runtime, form }: HeldLane, at: number): boolean {
    const { document, transport } = runtime;
    const choose = (index: number) => selectedPoint.set({ key: laneKey(target), index: Math.min(points.length - 1, Math.max(0, index)) });
    if (altKey && (key === "ArrowUp" || key === "ArrowDown")) {
      const bend = bendWay(lane, at);
      bend?.step(0, key === "ArrowUp" ? 1 : -1, event.shiftKey);
      bend?.end(false);
      return true;
    }
    if (altKey || event.ctrlKey || event.metaKey) return false;
    switch (key) {
      case "PageDown":
        choose(at + 1);
        return true;
      case "PageUp":
        choose(at - 1);
        return true;
      case "Home":
        choose(0);
        return true;
      case "End":
        choose(points.length - 1);
        return true;
      case "Enter": {
        const seconds = transport.seconds();
        const value = laneValue(points, seconds, form.laneScale) ?? form.base;
        attempt(() => document.lanes.addPoint(target, seconds, points.length === 0 ? value : undefined, form.laneScale));
        const now = document.snapshot().lanes[laneKey(target)]?.points ?? [];
        selectedPoint.set({ key: laneKey(target), index: now.findLastIndex((point) => point.seconds <= seconds) });
        return true;
      }
      case "Delete":
      case "Backspace":
        if (points[at]) attempt(() => document.lanes.removePoints(target, [at]));
        choose(at - 1);
        return true;
      default:
        // Without a point chosen, an arrow chooses the first.
        if (!key.startsWith("Arrow")) return false;
        choose(0);
        return true;
    }
  }
}
