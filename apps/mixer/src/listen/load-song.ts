import type { AudioEntry } from "@headroom/session";
import type { Runtime } from "../app/runtime.js";
import { DEMO_SONG } from "../demo/song.js";
import { renderStems } from "../startup/render-demo.js";
import { addPlugins, addSong } from "./listening-session.js";
import { mixStems } from "./mix-stems.js";
import { pluginOfAddress } from "./plugin-address.js";
import { rememberedSong, rememberSong } from "./remembered-song.js";

const ENTRY: AudioEntry = { name: "Demo song.wav", sampleRate: DEMO_SONG.sampleRate, channels: 2, frames: DEMO_SONG.frames };

/**
 * Puts the plugins on the page, and then the demo song, all stems as one file: from the store, or rendered.
 * @param engineStarted - after which plugins can be put into slots.
 */
export async function loadSong(runtime: Runtime, engineStarted: Promise<unknown>): Promise<void> {
  const { document, plugins } = runtime;
  const placed = engineStarted.then(() => addPlugins(document, plugins, pluginOfAddress()));
  const [key] = await Promise.all([storedSong(runtime).then((stored) => stored ?? renderSong(runtime)), placed]);
  addSong(document, key, ENTRY);
}

/** The song of an earlier visit, unless its file was deleted. */
async function storedSong({ library, startup }: Runtime): Promise<string | undefined> {
  const key = rememberedSong();
  if (key === undefined) return undefined;
  const missing = await library.load({ [key]: ENTRY }, (done, total) => startup.set({ phase: "audio", done, total }));
  return missing.length === 0 ? key : undefined;
}

async function renderSong(runtime: Runtime): Promise<string> {
  const mix = mixStems();
  await renderStems(runtime, (_, audio) => mix.add(audio));
  const { key } = await runtime.library.add(ENTRY.name, mix.finish());
  rememberSong(key);
  return key;
}
