import type { Runtime } from "../app/runtime.js";
import { findInsert } from "../session/find-insert.js";

/** Starts an insert again; a plugin of the mixer's own that did not load is fetched again first. */
export async function retryInsert({ document, engine, plugins }: Runtime, insertId: string): Promise<void> {
  const mixer = engine.value;
  const plugin = findInsert(document.snapshot(), insertId)?.insert.plugin;
  if (!mixer || plugin === undefined) return;
  if (mixer.descriptor(plugin) === undefined) await plugins.register(mixer, (id) => id === plugin);
  mixer.retry(insertId);
}
