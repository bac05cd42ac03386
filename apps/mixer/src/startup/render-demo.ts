import type { Runtime } from "../app/runtime.js";
import { fillWithDemo, type StoredStem } from "./demo-session.js";

/**
 * Renders the demo song into an empty session, showing how far it is.
 * @param pluginsReady - the song's plugins are put into their slots after it.
 */
export async function renderDemo({ document, library, plugins, startup }: Runtime, pluginsReady: Promise<unknown>): Promise<void> {
  const { DEMO_SONG, DEMO_STEMS, renderDemoStems } = await import("../demo/index.js");
  const stored = new Map<string, StoredStem>();
  const show = () => startup.set({ phase: "demo", done: stored.size, total: DEMO_STEMS.length });
  show();
  await renderDemoStems({
    onProgress: show,
    async onStem({ id, name, color }, audio) {
      stored.set(id, { id, name, color, ...(await library.add(`${name}.wav`, audio)) });
    },
  });
  await pluginsReady;
  fillWithDemo(document, plugins, DEMO_SONG, DEMO_STEMS.flatMap(({ id }) => stored.get(id) ?? []));
}
