import type { Runtime } from "../app/runtime.js";
import type { DemoAudio, DemoStem } from "../demo/index.js";
import { fillWithDemo, type StoredStem } from "./demo-session.js";

/**
 * Renders the demo song into an empty session, showing how far it is.
 * @param pluginsReady - the song's plugins are put into their slots after it.
 * @param isWanted - asked then: another tab may have filled the same session meanwhile.
 */
export async function renderDemo(runtime: Runtime, pluginsReady: Promise<unknown>, isWanted: () => boolean): Promise<void> {
  const { document, library, plugins } = runtime;
  const { DEMO_SONG, DEMO_STEMS } = await import("../demo/index.js");
  const storing = new Map<string, Promise<StoredStem>>();
  // Stored while the next is rendered.
  await renderStems(runtime, ({ id, name, color }, audio) => {
    storing.set(id, library.add(`${name}.wav`, audio).then((stored) => ({ id, name, color, ...stored })));
  });
  const stems = await Promise.all(DEMO_STEMS.flatMap(({ id }) => storing.get(id) ?? []));
  await pluginsReady;
  if (isWanted()) fillWithDemo(document, plugins, DEMO_SONG, stems);
}

/** Renders the demo song's stems, showing how far it is. They come as they are ready, not in the mixer's order. */
export async function renderStems({ startup }: Runtime, onStem: (stem: DemoStem, audio: DemoAudio) => void): Promise<void> {
  const { DEMO_STEMS, renderDemoStems } = await import("../demo/index.js");
  const done = new Set<string>();
  const show = () => startup.set({ phase: "demo", stems: DEMO_STEMS.map(({ id, name, color }) => ({ name, color, isDone: done.has(id) })) });
  show();
  await renderDemoStems({
    onProgress: show,
    onStem(stem, audio) {
      done.add(stem.id);
      onStem(stem, audio);
    },
  });
}
