import type { Runtime } from "../app/runtime.js";
import { fillWithDemo, type StoredStem } from "./demo-session.js";

/** Renders the demo song into an empty session, showing how far it is. */
export async function renderDemo({ document, library, plugins, startup }: Runtime): Promise<void> {
  const { DEMO_SONG, DEMO_STEMS, renderDemoStems } = await import("../demo/index.js");
  const stored = new Map<string, StoredStem>();
  startup.set({ phase: "demo", done: 0, total: DEMO_STEMS.length });
  await renderDemoStems({
    onProgress: () => startup.set({ phase: "demo", done: stored.size, total: DEMO_STEMS.length }),
    async onStem({ id, name, color }, audio) {
      stored.set(id, { id, name, color, ...(await library.add(`${name}.wav`, audio)) });
    },
  });
  fillWithDemo(document, plugins, DEMO_SONG, DEMO_STEMS.flatMap(({ id }) => stored.get(id) ?? []));
}
