import { openBounce } from "../bounce/bounce-dialog-state.js";
import { toggleMixPanel } from "../mix/panel/mix-panel-state.js";
import { scenesShown, switchScene } from "../scenes/scene-compare.js";
import { toggleSection } from "../sections/sections.js";
import { sessionsShown } from "../sessions/sessions-shown.js";
import { paletteShown } from "../palette/palette-state.js";
import { clearSolo } from "../solo/solo-edits.js";
import { Observable } from "../state/observable.js";
import { copyStrips, removeStrips, toggleSwitch } from "../strips/linked-edits.js";
import { renaming } from "../strips/renaming.js";
import { moveSelection, selectAll, selectedStrip, selectStrip } from "../strips/selection.js";
import { focusStrip } from "../strips/show-strip.js";
import { songEnd } from "../timeline/time-scale.js";
import { TIMELINE_KEYS } from "../timeline/timeline-keys.js";
import { allInMixerOrder, inMixerOrder } from "../strips/mixer-order.js";
import { leaveTopWindow } from "../windows/leave-window.js";
import { openWindows } from "../windows/open-windows.js";
import { isSwitchKey, switchTopWindow } from "../windows/switch-setting.js";
import type { Runtime } from "./runtime.js";
import { command, plain, type Shortcut } from "./shortcut.js";

/** Whether the list of keys is shown. */
export const keysShown = new Observable(false);

export const SHORTCUTS: readonly Shortcut[] = [
  ...TIMELINE_KEYS,
  { keys: "Space", what: "Play or pause", matches: plain(" "), run: ({ transport }) => transport.toggle() },
  { keys: "Home", what: "Go to the start", matches: plain("home"), run: ({ transport }) => transport.seek(0) },
  { keys: "L", what: "Loop on or off", matches: plain("l"), run: ({ transport, document }) => transport.toggleLoop(songEnd(document.snapshot())) },
  { keys: "M", what: "Mute the selected strips", matches: plain("m"), run: ({ document }) => toggleSwitch(document, selectedStrip.value, "mute") },
  { keys: "Shift+S", what: "Solo safe: the selected strips stay on when others are soloed", matches: (event) => event.shiftKey && plain("s")(event), run: ({ document }) => toggleSwitch(document, selectedStrip.value, "soloSafe") },
  { keys: "Alt+S", what: "Clear all solos", matches: (event) => event.altKey && !event.ctrlKey && !event.metaKey && event.code === "KeyS", run: clearSolo },
  { keys: "G", what: "Show or hide the mix panel", matches: plain("g"), run: toggleMixPanel },
  { keys: "S", what: "Solo the selected strips", matches: plain("s"), run: ({ document }) => toggleSwitch(document, selectedStrip.value, "solo") },
  { keys: "I", what: "Show or hide the strips' input details", matches: plain("i"), run: () => toggleSection("input") },
  { keys: "Shift+←", what: "Extend the selection to the left", matches: (event) => event.shiftKey && plain("arrowleft")(event), run: (runtime) => step(runtime, -1, true) },
  { keys: "Shift+→", what: "Extend the selection to the right", matches: (event) => event.shiftKey && plain("arrowright")(event), run: (runtime) => step(runtime, 1, true) },
  { keys: "Ctrl+A", what: "Select all channels and buses", matches: command("a", false), run: ({ document }) => selectAll(inMixerOrder(document.snapshot())) },
  { keys: "←", what: "Select the strip at the left", matches: plain("arrowleft"), run: (runtime) => step(runtime, -1, false) },
  { keys: "→", what: "Select the strip at the right", matches: plain("arrowright"), run: (runtime) => step(runtime, 1, false) },
  { keys: "F2", what: "Rename the selected strip", matches: plain("f2"), run: () => renaming.set(selectedStrip.value) },
  { keys: "Del", what: "Delete the selected strips", matches: plain("delete"), run: ({ document }) => removeStrips(document, selectedStrip.value) },
  { keys: "Ctrl+D", what: "Duplicate the selected strips", matches: command("d", false), run: ({ document }) => copyStrips(document, selectedStrip.value) },
  { keys: "Ctrl+Z", what: "Undo", matches: command("z", false), run: ({ document }) => document.undo() },
  { keys: "Ctrl+Shift+Z", what: "Redo", matches: (event) => command("z", true)(event) || command("y", false)(event), run: ({ document }) => document.redo() },
  { keys: "Ctrl+O", what: "Sessions: open another, new, duplicate, delete", matches: command("o", false), run: () => sessionsShown.set(true) },
  { keys: "Ctrl+S", what: "Save the session with its audio as a file", matches: command("s", false), run: (runtime) => void import("../sessions/session-files.js").then(({ saveSessionFile }) => saveSessionFile(runtime)) },
  { keys: "Ctrl+Shift+S", what: "Scenes: store, compare and recall the whole mix", matches: command("s", true), run: () => scenesShown.set(true) },
  { keys: "Alt+C", what: "Hear the mix as it was, or the scene that was recalled", matches: (event) => event.altKey && !event.ctrlKey && !event.metaKey && event.code === "KeyC", run: switchScene },
  { keys: "Ctrl+B", what: "Bounce", matches: command("b", false), run: openBounce },
  { keys: "Alt+A", what: "Hear the other setting, A or B, of the plugin window on top", matches: isSwitchKey, run: ({ document }) => switchTopWindow(document) },
  { keys: "Esc", what: "Close the plugin window on top, or unlink the selected strips", matches: plain("escape"), run: leave },
  { keys: "Ctrl+K", what: "Find a command, strip, insert or plugin", matches: command("k", false), run: () => paletteShown.set(true) },
  { keys: "?", what: "Show these keys", matches: (event) => event.key === "?", run: () => keysShown.set(true) },
];

/** Keys that work where they are shown rather than everywhere. */
export const LOCAL_KEYS: readonly { readonly keys: string; readonly what: string }[] = [
  { keys: "↑ ↓", what: "In the slots: go from slot to slot" },
  { keys: "Alt+arrows", what: "On an insert: move it" },
  { keys: "B / Del", what: "On an insert: bypass / remove it" },
  { keys: "M / P / Del", what: "On a send: mute / before or after the fader / remove it" },
  { keys: "↑ ↓", what: "On the line in the slots: move the fader among the inserts" },
  { keys: "Ctrl / Shift+click", what: "On a strip's name: select several, which move together" },
  { keys: "Ctrl / Alt+click", what: "On a solo button: solo safe / solo alone" },
  { keys: "Arrows", what: "On a clip, its handles, a marker or an end of the loop: move it by the grid; with Shift finely" },
  { keys: "Alt+arrows", what: "On a clip: go to the clip beside it" },
  { keys: "Ctrl+wheel", what: "On the timeline: zoom" },
  { keys: "Shift", what: "While dragging a control: ten times finer" },
  { keys: "Double-click", what: "On a control: its default" },
  { keys: "Enter or a digit", what: "On a control: type a value, as -6 dB, 1k2, C#4, 30 % or L30" },
  { keys: "Right button", what: "On a strip, slot, send or control: its menu" },
];

function step({ document }: Runtime, places: number, extend: boolean): void {
  focusStrip(moveSelection(allInMixerOrder(document.snapshot()), places, extend));
}

/** Closes the window on top; without one the selection is one strip again. */
function leave({ document }: Runtime): void {
  if (openWindows.value.length > 0) leaveTopWindow(document);
  else selectStrip(selectedStrip.value);
}
