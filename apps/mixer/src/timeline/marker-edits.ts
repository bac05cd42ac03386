import type { Marker } from "@headroom/session";
import type { Runtime } from "../app/runtime.js";
import { type MenuPlace, openMenu } from "../menu/menu-request.js";
import { attempt } from "../session/attempt.js";
import { Observable } from "../state/observable.js";
import { gridSeconds, snapTo, stepTo } from "./grid.js";
import type { HandEdit } from "./hand.js";
import { timelineSettings } from "./timeline-settings.js";
import { timeView } from "./time-view.js";

/** The marker whose name is being typed. */
export const namedMarker = new Observable<string | undefined>(undefined);

/** Puts a marker at the playhead and asks for its name. */
export function addMarker({ document, transport }: Runtime): void {
  attempt(() => namedMarker.set(document.markers.add(transport.seconds())));
}

/** Goes to the next marker in a direction. */
export function goToMarker({ document, transport }: Runtime, direction: 1 | -1): void {
  const at = transport.seconds();
  // While it plays the one just passed is not the one before.
  const slack = transport.playing.value && direction < 0 ? 0.5 : 0.001;
  const times = Object.values(document.snapshot().markers).map(({ seconds }) => seconds).sort((a, b) => (a - b) * direction);
  const next = times.find((seconds) => (seconds - at) * direction > slack);
  if (next !== undefined) transport.seek(next);
  else if (direction < 0) transport.seek(0);
}

/** Moves a marker. @param show - draws it at a time before it is stored. */
export function moveMarker({ document }: Runtime, { id, seconds }: Marker, show: (seconds: number) => void): HandEdit {
  const grid = gridSeconds(timelineSettings.value.snap, document.snapshot().tempo);
  let now = seconds;
  const place = (to: number) => show((now = to));
  return {
    drag: ({ x, free }) => place(snapTo(seconds + x / timeView.pixelsPerSecond, free ? 0 : grid)),
    step: (x, y, fine) => place(stepTo(now, x === 0 ? y : x, grid, fine)),
    end: () => void attempt(() => document.markers.move(id, now)),
    cancel: () => show(seconds),
  };
}

/** Opens the menu of what can be done with a marker. */
export function openMarkerMenu({ document, transport }: Runtime, { id, name, seconds }: Marker, place: MenuPlace): void {
  const next = Object.values(document.snapshot().markers).map((other) => other.seconds).filter((other) => other > seconds).sort((a, b) => a - b)[0];
  openMenu.set({
    label: `Marker ${name}`,
    place,
    sections: [{
      actions: [
        { label: "Rename", shortcut: "F2", run: () => namedMarker.set(id) },
        { label: "Loop from here to the next marker", disabled: next === undefined, run: () => next !== undefined && transport.setLoop({ enabled: true, startSeconds: seconds, endSeconds: next }) },
        { label: "Delete", shortcut: "Del", dangerous: true, run: () => void attempt(() => document.markers.remove(id)) },
      ],
    }],
  });
}
