import gainTrim from "@headroom/gain-trim";
import meter from "@headroom/meter";
import equalizer from "@headroom/parametric-eq";
import { describe as descriptorOf } from "@headroom/sdk";
import { SessionDocument } from "@headroom/session";
import { expect, it } from "vitest";
import { PluginCatalog } from "../plugins/plugin-catalog.js";
import { findInsert } from "../session/find-insert.js";
import { LISTENING_PLUGINS } from "./listening-settings.js";
import { addPlugins, addSong, applySetting, choosePlugin, chosenPlugin, emptyListeningSession, insertId, settingOf, undoStep } from "./listening-session.js";

const [first, second] = LISTENING_PLUGINS;
const ENTRY = { name: "Song.wav", sampleRate: 48_000, channels: 2, frames: 48_000 };

function ready() {
  const plugins = new PluginCatalog();
  plugins.entries.set([equalizer, gainTrim, meter].map((plugin) => ({ descriptor: descriptorOf(plugin), origin: { kind: "built-in" }, manifest: undefined, integrity: "", view: undefined })));
  const document = new SessionDocument(emptyListeningSession());
  addPlugins(document, plugins, first!);
  addSong(document, "key", ENTRY);
  const current = (plugin: (typeof LISTENING_PLUGINS)[number]) => {
    const placed = findInsert(document.snapshot(), insertId(plugin))!;
    return settingOf(plugins.descriptor(plugin.id)!, plugin, placed.insert, placed.strip);
  };
  return { document, plugins, current };
}

it("every plugin has the song for itself and starts in its first setting", () => {
  const { document, current } = ready();
  for (const plugin of LISTENING_PLUGINS) {
    expect(document.snapshot().strips[plugin.slug]).toMatchObject({ clips: [{ audio: "key", startSeconds: 0, lengthSeconds: 1 }], output: "master" });
    expect(current(plugin)).toBe(plugin.settings[0]);
  }
});

it("one plugin is heard at a time", () => {
  const { document } = ready();
  expect(chosenPlugin(document.snapshot())).toBe(first);
  choosePlugin(document, second!);
  expect(chosenPlugin(document.snapshot())).toBe(second);
  expect(Object.values(document.snapshot().strips).filter(({ kind, mute }) => kind === "channel" && !mute)).toHaveLength(1);
});

it("each setting is known again, until somebody changes a value", () => {
  const { document, plugins, current } = ready();
  for (const plugin of LISTENING_PLUGINS) {
    for (const setting of plugin.settings) {
      applySetting(document, plugins.descriptor(plugin.id)!, plugin, setting);
      expect(current(plugin)).toBe(setting);
    }
  }
  document.inserts.setParam(insertId(first!), "output", 3);
  expect(current(first!)).toBeUndefined();
});

it("a setting switches the plugin on, in one step", () => {
  const { document, plugins, current } = ready();
  document.inserts.setBypass(insertId(first!), true);
  applySetting(document, plugins.descriptor(first!.id)!, first!, first!.settings[1]!);
  expect(findInsert(document.snapshot(), insertId(first!))?.insert.bypass).toBe(false);
  document.undo();
  expect(findInsert(document.snapshot(), insertId(first!))?.insert.bypass).toBe(true);
  expect(current(first!)).toBe(first!.settings[0]);
});

it("undo ends where the person began", () => {
  const { document } = ready();
  choosePlugin(document, second!);
  undoStep(document);
  const before = document.snapshot();
  undoStep(document);
  expect(document.snapshot()).toBe(before);
  expect(chosenPlugin(before)).toBe(first);
});
