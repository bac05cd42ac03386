import { command, plain, type Shortcut } from "../app/shortcut.js";
import { songEnd } from "../timeline/time-scale.js";
import { toggleCompared } from "./comparison.js";
import { chosenPlugin, undoStep } from "./listening-session.js";

/** Goes from with to without the plugin that is heard, or back. */
export const COMPARE_KEY: Shortcut = {
  keys: "B",
  what: "With or without the plugin",
  matches: plain("b"),
  run: ({ document }) => {
    const plugin = chosenPlugin(document.snapshot());
    if (plugin) toggleCompared(document, plugin);
  },
};

/** The page's keys. */
export const LISTENING_KEYS: readonly Shortcut[] = [
  { keys: "Space", what: "Play or pause", matches: plain(" "), run: ({ transport }) => transport.toggle() },
  COMPARE_KEY,
  { keys: "L", what: "Loop on or off", matches: plain("l"), run: ({ transport, document }) => transport.toggleLoop(songEnd(document.snapshot())) },
  { keys: "Home", what: "Go to the start", matches: plain("home"), run: ({ transport }) => transport.seek(0) },
  { keys: "Ctrl+Z", what: "Undo", matches: command("z", false), run: ({ document }) => undoStep(document) },
  { keys: "Ctrl+Shift+Z", what: "Redo", matches: (event) => command("z", true)(event) || command("y", false)(event), run: ({ document }) => document.redo() },
];
