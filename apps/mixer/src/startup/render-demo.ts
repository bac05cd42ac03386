import type { Runtime } from "../app/runtime.js";
import { fillWithDemo, type StoredStem } from "./demo-session.js";

/**
 * Renders the demo song into an empty session, showing how far it is.
 * @param pluginsReady - the song's plugins are put into their slots after it.
 */
export async function renderDemo({ document, library, plugins, startup }: Runtime, pluginsReady: Promise<unknown>): Promise<void> {
  const { DEMO_SONG, DEMO_STEMS, renderDemoStems } = await import("../demo/index.js");
  const storing = new Map<string, Promise<StoredStem>>();
  const show = () => startup.set({ phase: "demo", stems: DEMO_STEMS.map(({ id, name, color }) => ({ name, color, isDone: storing.has(id) })) });
  show();
  await renderDemoStems({
    onProgress: show,
    // Stored while the next is rendered.
    onStem({ id, name, color }, audio) {
      storing.set(id, library.add(`${name}.wav`, audio).then((stored) => ({ id, name, color, ...stored })));
    },
  });
  const stems = await Promise.all(DEMO_STEMS.flatMap(({ id }) => storing.get(id) ?? []));
  await pluginsReady;
  fillWithDemo(document, plugins, DEMO_SONG, stems);
}
