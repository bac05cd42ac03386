import { MASTER_ID, type AudioEntry, type SessionDocument } from "@headroom/session";
import { EQ_ID, GAIN_ID, METER_ID } from "../plugins/built-in.js";
import type { PluginCatalog } from "../plugins/plugin-catalog.js";
import { STRIP_COLORS } from "../strips/strip-colors.js";

/** A stem of the demo song whose audio is in the store. */
export interface StoredStem {
  readonly id: string;
  readonly name: string;
  readonly color: string;
  readonly key: string;
  readonly entry: AudioEntry;
}

const DRUM_STEMS = new Set(["kick", "snare", "clap", "hats", "percussion"]);
/** Plugins that the demo song starts with, flat: to mix is the newcomer's part. */
const STEM_PLUGINS: Readonly<Record<string, readonly string[]>> = {
  kick: [GAIN_ID],
  hats: [EQ_ID],
  bass: [EQ_ID],
  chords: [EQ_ID],
  lead: [EQ_ID],
  pad: [EQ_ID],
  vocal: [EQ_ID, GAIN_ID],
};
const BUS_PLUGINS = [EQ_ID];
const MASTER_PLUGINS = [EQ_ID, METER_ID];

interface DemoSong {
  readonly title: string;
  readonly tempo: number;
  readonly seconds: number;
}

/** Fills an empty session with the demo song: a channel a stem, a drum bus, inserts in place. */
export function fillWithDemo(document: SessionDocument, plugins: PluginCatalog, song: DemoSong, stems: readonly StoredStem[]): void {
  const insert = (stripId: string, pluginIds: readonly string[]) => {
    for (const plugin of pluginIds) {
      const version = plugins.descriptor(plugin)?.version;
      if (version !== undefined) document.inserts.add(stripId, { plugin, version });
    }
  };
  document.edit("Load the demo song", () => {
    document.song.rename(song.title);
    document.song.setTempo(song.tempo);
    document.song.setLoop({ enabled: true, startSeconds: 0, endSeconds: song.seconds });
    const drums = document.strips.add("bus", { name: "Drums", color: STRIP_COLORS[0]?.color ?? "#e0605a" });
    insert(drums, BUS_PLUGINS);
    for (const { id, name, color, key, entry } of stems) {
      document.song.addAudio(key, entry);
      const output = DRUM_STEMS.has(id) ? drums : MASTER_ID;
      const channel = document.strips.add("channel", { name, color, output });
      document.clips.add(channel, { audio: key, startSeconds: 0, offsetSeconds: 0, lengthSeconds: entry.frames / entry.sampleRate, gainDb: 0 });
      insert(channel, STEM_PLUGINS[id] ?? []);
    }
    insert(MASTER_ID, MASTER_PLUGINS);
  });
}
