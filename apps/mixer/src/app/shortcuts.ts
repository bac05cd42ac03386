import { openBounce } from "../bounce/bounce-dialog-state.js";
import { scenesShown, switchScene } from "../scenes/scene-compare.js";
import { toggleSection } from "../sections/sections.js";
import { attempt } from "../session/attempt.js";
import { sessionsShown } from "../sessions/sessions-shown.js";
import { clearSolo } from "../solo/solo-edits.js";
import { Observable } from "../state/observable.js";
import { renaming } from "../strips/renaming.js";
import { moveSelection, selectedStrip, selectStrip } from "../strips/selection.js";
import { removeStrip } from "../strips/strip-menu.js";
import { songEnd } from "../timeline/time-scale.js";
import { inMixerOrder } from "../strips/mixer-order.js";
import { vcaOrder } from "../vcas/vca-order.js";
import { leaveTopWindow } from "../windows/leave-window.js";
import { isSwitchKey, switchTopWindow } from "../windows/switch-setting.js";
import type { Runtime } from "./runtime.js";
import { command, plain, type Shortcut } from "./shortcut.js";

/** Whether the list of keys is shown. */
export const keysShown = new Observable(false);

export const SHORTCUTS: readonly Shortcut[] = [
  { keys: "Space", what: "Play or pause", matches: plain(" "), run: ({ transport }) => transport.toggle() },
  { keys: "Home", what: "Go to the start", matches: plain("home"), run: ({ transport }) => transport.seek(0) },
  { keys: "L", what: "Loop on or off", matches: plain("l"), run: ({ transport, document }) => transport.toggleLoop(songEnd(document.snapshot())) },
  { keys: "M", what: "Mute the selected strip", matches: plain("m"), run: (runtime) => toggle(runtime, "mute") },
  { keys: "Shift+S", what: "Solo safe: the selected strip stays on when others are soloed", matches: (event) => event.shiftKey && plain("s")(event), run: (runtime) => toggle(runtime, "soloSafe") },
  { keys: "Alt+S", what: "Clear all solos", matches: (event) => event.altKey && !event.ctrlKey && !event.metaKey && event.code === "KeyS", run: clearSolo },
  { keys: "S", what: "Solo the selected strip", matches: plain("s"), run: (runtime) => toggle(runtime, "solo") },
  { keys: "I", what: "Show or hide the strips' input details", matches: plain("i"), run: () => toggleSection("input") },
  { keys: "←", what: "Select the strip at the left", matches: plain("arrowleft"), run: (runtime) => step(runtime, -1) },
  { keys: "→", what: "Select the strip at the right", matches: plain("arrowright"), run: (runtime) => step(runtime, 1) },
  { keys: "F2", what: "Rename the selected strip", matches: plain("f2"), run: () => renaming.set(selectedStrip.value) },
  { keys: "Del", what: "Delete the selected strip", matches: plain("delete"), run: ({ document }) => void attempt(() => (document.snapshot().vcas[selectedStrip.value] ? document.vcas.remove(selectedStrip.value) : removeStrip(document, selectedStrip.value))) },
  {
    keys: "Ctrl+D",
    what: "Duplicate the selected strip",
    matches: command("d", false),
    run: ({ document }) => void attempt(() => selectStrip(document.strips.copy(selectedStrip.value))),
  },
  { keys: "Ctrl+Z", what: "Undo", matches: command("z", false), run: ({ document }) => document.undo() },
  { keys: "Ctrl+Shift+Z", what: "Redo", matches: (event) => command("z", true)(event) || command("y", false)(event), run: ({ document }) => document.redo() },
  { keys: "Ctrl+O", what: "Sessions: open another, new, duplicate, delete", matches: command("o", false), run: () => sessionsShown.set(true) },
  { keys: "Ctrl+S", what: "Save the session with its audio as a file", matches: command("s", false), run: (runtime) => void import("../sessions/session-files.js").then(({ saveSessionFile }) => saveSessionFile(runtime)) },
  { keys: "Ctrl+Shift+S", what: "Scenes: store, compare and recall the whole mix", matches: command("s", true), run: () => scenesShown.set(true) },
  { keys: "Alt+C", what: "Hear the mix as it was, or the scene that was recalled", matches: (event) => event.altKey && !event.ctrlKey && !event.metaKey && event.code === "KeyC", run: switchScene },
  { keys: "Ctrl+B", what: "Bounce", matches: command("b", false), run: openBounce },
  { keys: "Alt+A", what: "Hear the other setting, A or B, of the plugin window on top", matches: isSwitchKey, run: ({ document }) => switchTopWindow(document) },
  { keys: "Esc", what: "Close the plugin window on top", matches: plain("escape"), run: ({ document }) => leaveTopWindow(document) },
  { keys: "?", what: "Show these keys", matches: (event) => event.key === "?", run: () => keysShown.set(true) },
];

/** Keys that work where they are shown rather than everywhere. */
export const LOCAL_KEYS: readonly { readonly keys: string; readonly what: string }[] = [
  { keys: "↑ ↓", what: "In the slots: go from slot to slot" },
  { keys: "Alt+arrows", what: "On an insert: move it" },
  { keys: "B / Del", what: "On an insert: bypass / remove it" },
  { keys: "M / P / Del", what: "On a send: mute / before or after the fader / remove it" },
  { keys: "↑ ↓", what: "On the line in the slots: move the fader among the inserts" },
  { keys: "Ctrl / Alt+click", what: "On a solo button: solo safe / solo alone" },
  { keys: "Shift", what: "While dragging a control: ten times finer" },
  { keys: "Double-click", what: "On a control: its default" },
];

function toggle({ document }: Runtime, setting: "mute" | "solo" | "soloSafe"): void {
  const { strips, vcas } = document.snapshot();
  const vca = vcas[selectedStrip.value];
  if (vca && setting !== "soloSafe") attempt(() => document.vcas.set(vca.id, { [setting]: !vca[setting] }));
  const strip = strips[selectedStrip.value];
  if (!strip || (setting !== "mute" && strip.kind === "master")) return;
  attempt(() => document.strips.set(strip.id, { [setting]: !strip[setting] }));
}

function step({ document }: Runtime, places: number): void {
  const session = document.snapshot();
  const id = moveSelection([...inMixerOrder(session), ...vcaOrder(session)], places);
  const name = window.document.querySelector<HTMLElement>(`[data-strip-focus="${CSS.escape(id)}"]`);
  name?.focus({ preventScroll: true });
  name?.scrollIntoView({ block: "nearest", inline: "nearest" });
}
