import type { PluginDescriptor } from "@headroom/sdk";
import { type AudioEntry, createSession, type Insert, type Session, type SessionDocument, type Strip } from "@headroom/session";
import { DEMO_SONG } from "../demo/song.js";
import type { PluginCatalog } from "../plugins/plugin-catalog.js";
import { allValues, sameValues } from "../presets/preset.js";
import { LISTENING_PLUGINS, type ListeningPlugin, type ListeningSetting } from "./listening-settings.js";

/** How the song comes to a plugin unless a setting says more. */
const AS_IT_IS = { trimDb: 0, invert: [false, false], width: 1 } satisfies Partial<Strip>;

const SONG_COLOR = "#5a9fd8";

/** The session before there is any audio: the song's tempo and loop. */
export const emptyListeningSession = (): Session =>
  createSession({
    name: DEMO_SONG.title,
    sampleRate: DEMO_SONG.sampleRate,
    tempo: DEMO_SONG.tempo,
    loop: { enabled: true, startSeconds: 0, endSeconds: DEMO_SONG.seconds },
  });

/** Steps that are the page's own: a person's undo ends at them. */
const ADD_PLUGINS = "Add the plugins";
const ADD_SONG = "Add the demo song";

/**
 * Adds a channel for each plugin, with nothing but that plugin on it, in its first setting. One of them is heard.
 * @param chosen - the one.
 */
export function addPlugins(document: SessionDocument, plugins: PluginCatalog, chosen: ListeningPlugin): void {
  document.edit(ADD_PLUGINS, () => {
    for (const plugin of LISTENING_PLUGINS) {
      const { id, slug, settings } = plugin;
      document.strips.add("channel", { id: slug, name: plugins.name(id), color: SONG_COLOR, mute: plugin !== chosen });
      const descriptor = plugins.descriptor(id);
      if (!descriptor) continue;
      document.inserts.add(slug, { id: insertId(plugin), plugin: id, version: descriptor.version });
      if (settings[0]) applySetting(document, descriptor, plugin, settings[0]);
    }
  });
}

/** Puts the song on every plugin's channel. */
export function addSong(document: SessionDocument, key: string, entry: AudioEntry): void {
  document.edit(ADD_SONG, () => {
    document.song.addAudio(key, entry);
    const lengthSeconds = entry.frames / entry.sampleRate;
    for (const { slug } of LISTENING_PLUGINS) document.clips.add(slug, { audio: key, startSeconds: 0, offsetSeconds: 0, lengthSeconds, gainDb: 0 });
  });
}

/** Undoes a person's last step. */
export function undoStep(document: SessionDocument): void {
  const { undoName } = document;
  if (undoName !== ADD_PLUGINS && undoName !== ADD_SONG) document.undo();
}

/** The insert of a plugin. */
export const insertId = ({ slug }: ListeningPlugin): string => `${slug}-insert`;

/** Makes one plugin the one that is heard. */
export function choosePlugin(document: SessionDocument, chosen: ListeningPlugin): void {
  const { strips } = document.snapshot();
  document.edit(`Listen to ${strips[chosen.slug]?.name ?? chosen.slug}`, () => {
    for (const plugin of LISTENING_PLUGINS) if (strips[plugin.slug]) document.strips.set(plugin.slug, { mute: plugin !== chosen });
  });
}

/** The plugin that is heard: the one whose channel is not muted. */
export function chosenPlugin({ strips }: Session): ListeningPlugin | undefined {
  return LISTENING_PLUGINS.find(({ slug }) => strips[slug]?.mute === false);
}

/** Puts a plugin into a setting, switched on: one step. */
export function applySetting(document: SessionDocument, descriptor: PluginDescriptor, plugin: ListeningPlugin, setting: ListeningSetting): void {
  document.edit(`Setting ${setting.name} of ${descriptor.name}`, () => {
    document.inserts.setParams(insertId(plugin), allValues(descriptor, setting.params));
    document.inserts.setBypass(insertId(plugin), false);
    document.strips.set(plugin.slug, { ...AS_IT_IS, ...setting.song });
  });
}

/** The setting that a plugin is in; `undefined` once somebody changed it. */
export function settingOf(descriptor: PluginDescriptor, plugin: ListeningPlugin, insert: Insert, strip: Strip): ListeningSetting | undefined {
  return plugin.settings.find(({ params, song }) => {
    const { trimDb, invert, width } = { ...AS_IT_IS, ...song };
    const isSame = strip.trimDb === trimDb && strip.width === width && strip.invert.every((side, index) => side === invert[index]);
    return isSame && sameValues(descriptor, params, insert.params);
  });
}
