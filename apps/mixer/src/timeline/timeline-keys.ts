import type { Runtime } from "../app/runtime.js";
import { plain, type Shortcut } from "../app/shortcut.js";
import { timeView } from "./time-view.js";

const ZOOM_A_KEY = 1.5;

/** Makes the song larger (1) or smaller (−1) around the playhead, or around the middle where it is out of sight. */
export function zoomTimeline({ transport }: Runtime, direction: 1 | -1): void {
  timeView.zoom(ZOOM_A_KEY ** direction, timeView.nearest(transport.seconds()));
}

const shifted = (key: string) => (event: KeyboardEvent) => event.shiftKey && plain(key)(event);

// The edits themselves come with the timeline, which is no part of the first load.
const clips = () => import("./clip-actions.js");
const markers = () => import("./marker-edits.js");

/** Keys of the timeline that work everywhere. Those with Shift stand before others of the same letter. */
export const TIMELINE_KEYS: readonly Shortcut[] = [
  { keys: "Shift+M", what: "Add a marker at the playhead", matches: shifted("m"), run: (runtime) => void markers().then(({ addMarker }) => addMarker(runtime)) },
  { keys: ",", what: "Go to the marker before", matches: plain(","), run: (runtime) => void markers().then(({ goToMarker }) => goToMarker(runtime, -1)) },
  { keys: ".", what: "Go to the next marker", matches: plain("."), run: (runtime) => void markers().then(({ goToMarker }) => goToMarker(runtime, 1)) },
  { keys: "X", what: "Split the selected clip at the playhead", matches: plain("x"), run: (runtime) => void clips().then(({ splitAtPlayhead }) => splitAtPlayhead(runtime)) },
  { keys: "+", what: "Zoom into the timeline", matches: (event) => plain("+")(event) || plain("=")(event), run: (runtime) => zoomTimeline(runtime, 1) },
  { keys: "−", what: "Zoom out of the timeline", matches: (event) => plain("-")(event), run: (runtime) => zoomTimeline(runtime, -1) },
  { keys: "Shift+F", what: "Show the whole song in the timeline", matches: shifted("f"), run: () => timeView.fit() },
];
