import type { Runtime } from "../app/runtime.js";
import { notify } from "../status/notices.js";
import { renderDemo } from "./render-demo.js";

/**
 * Fetches what the session plays: from the store, or for a new session the demo song.
 * @param engineStarted - after which plugins can be put into slots.
 */
export async function loadAudio(runtime: Runtime, engineStarted: Promise<unknown>): Promise<void> {
  const { document, library, startup } = runtime;
  if (isNew(runtime)) return renderDemo(runtime, engineStarted);
  const missing = await library.load(document.snapshot().audio, (done, total) => startup.set({ phase: "audio", done, total }));
  if (missing.length === 0) return;
  const files = missing.length === 1 ? "the file" : "the files";
  notify("error", `The audio of ${missing.join(", ")} is not stored on this computer any more: add ${files} again.`);
}

/** Whether nothing has ever happened in the session. */
function isNew({ document }: Runtime): boolean {
  const { order, name, audio } = document.snapshot();
  return order.length === 0 && name === "Untitled" && Object.keys(audio).length === 0;
}
