import { laneKey } from "@headroom/session";
import { type MenuAction, type MenuPlace, openMenu } from "../menu/menu-request.js";
import { attempt } from "../session/attempt.js";
import type { HeldLane } from "./lane-hand.js";

/** Opens the menu of a point, where one is meant, and of its lane. */
export function openPointMenu({ runtime, target, form, points }: HeldLane, index: number, place: MenuPlace): void {
  const { document } = runtime;
  const point = points[index];
  const edit = (run: () => void) => () => void attempt(run);
  const ofPoint: MenuAction[] = point
    ? [
        { label: "Hold until the next point", checked: point.hold ?? false, run: edit(() => document.lanes.setPoint(target, index, { hold: !point.hold })) },
        { label: "Go straight to the next point", disabled: point.curve === 0, run: edit(() => document.lanes.setPoint(target, index, { curve: 0 })) },
        { label: "Delete point", shortcut: "Del", dangerous: true, run: edit(() => document.lanes.removePoints(target, [index])) },
      ]
    : [];
  const hasLane = Object.hasOwn(document.snapshot().lanes, laneKey(target));
  const ofLane: MenuAction[] = [{ label: "Delete all automation of this parameter", dangerous: true, disabled: !hasLane, run: edit(() => document.lanes.remove(target)) }];
  openMenu.set({ label: `${form.label} of ${form.owner}`, place, sections: [...(point ? [{ actions: ofPoint }] : []), { actions: ofLane }] });
}
