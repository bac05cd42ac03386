import type { Command } from "../app/shortcut.js";
import { toggleTheme } from "../app/theme.js";
import { chooseAudioFiles } from "../files/add-files.js";
import { midiListShown } from "../midi/midi-learning.js";
import { openPluginList } from "../plugins/plugin-list-state.js";
import { type Section, SECTIONS, toggleSection } from "../sections/sections.js";
import { attempt } from "../session/attempt.js";
import { selectedStrip } from "../strips/selection.js";
import { showStrip } from "../strips/show-strip.js";
import { toggleTimeline } from "../timeline/panel-height.js";
import { addVca } from "../vcas/vca-edits.js";

/** Parts of the strips that a key shows are listed with their key. */
const SECTIONS_WITH_KEYS: ReadonlySet<Section> = new Set(["input"]);

/** Commands that have no key of their own; those with one are `SHORTCUTS`. */
export const KEYLESS_COMMANDS: readonly Command[] = [
  { what: "Add audio files as channels", run: chooseAudioFiles },
  { what: "Add a group bus", run: ({ document }) => void attempt(() => showStrip(document.strips.add("bus", { name: "Bus" }))) },
  { what: "Add a VCA: one fader for several strips", run: (runtime) => addVca(runtime) },
  { what: "Clear the inserts of the selected strip", run: ({ document }) => {
    const strip = document.snapshot().strips[selectedStrip.value];
    if (!strip) return;
    attempt(() => document.edit(`Clear the inserts of ${strip.name}`, () => {
      for (const insert of strip.inserts) if (insert) document.inserts.remove(insert.id);
    }));
  } },
  { what: "List, add and remove plugins", run: openPluginList },
  { what: "List MIDI mappings", run: () => midiListShown.set(true) },
  { what: "Show or hide the timeline", run: toggleTimeline },
  ...(Object.keys(SECTIONS) as Section[])
    .filter((section) => !SECTIONS_WITH_KEYS.has(section))
    .map((section): Command => ({ what: section === "narrow" ? "Narrow or wide strips" : `Show or hide the strips' ${SECTIONS[section].toLowerCase()}`, run: () => toggleSection(section) })),
  { what: "Dim the monitor", run: ({ document }) => void attempt(() => document.song.setMonitor({ dim: !document.snapshot().monitor.dim })) },
  { what: "Monitor in mono", run: ({ document }) => void attempt(() => document.song.setMonitor({ mono: !document.snapshot().monitor.mono })) },
  { what: "Mute the monitor", run: ({ document }) => void attempt(() => document.song.setMonitor({ mute: !document.snapshot().monitor.mute })) },
  { what: "Dark or light theme", run: toggleTheme },
];
