import type { Runtime } from "../app/runtime.js";
import { notify } from "../status/notices.js";
import { DEMO_PREFIX } from "./open-session.js";
import { renderDemo } from "./render-demo.js";

/**
 * Fetches what the session plays: from the store, or for a new session the demo song.
 * @param engineStarted - after which plugins can be put into slots.
 */
export async function loadAudio(runtime: Runtime, engineStarted: Promise<unknown>): Promise<void> {
  const { document, library, startup } = runtime;
  if (isUnfilledDemo(runtime)) {
    await renderDemo(runtime, engineStarted, () => isUnfilledDemo(runtime));
    followAudio(runtime);
    return;
  }
  followAudio(runtime);
  const missing = await library.load(document.snapshot().audio, (done, total) => startup.set({ phase: "audio", done, total }));
  tellMissing(missing);
}

/** Fetches audio that comes into the session by another page: that page has stored it. */
function followAudio({ document, library }: Runtime): void {
  const asked = new Set<string>();
  document.subscribe(() => {
    const audio = Object.entries(document.snapshot().audio).filter(([key]) => !library.has(key) && !asked.has(key));
    for (const [key] of audio) asked.add(key);
    if (audio.length > 0) void library.load(Object.fromEntries(audio), () => undefined).then(tellMissing);
  });
}

function tellMissing(missing: readonly string[]): void {
  if (missing.length === 0) return;
  const files = missing.length === 1 ? "the file" : "the files";
  notify("error", `The audio of ${missing.join(", ")} is not stored on this computer any more: add ${files} again.`);
}

/** Whether the session is to have the demo song and nothing has ever happened in it. */
function isUnfilledDemo({ document, sessions }: Runtime): boolean {
  if (sessions?.opened.id.startsWith(DEMO_PREFIX) !== true) return false;
  const { order, name, audio } = document.snapshot();
  return order.length === 0 && name === "Untitled" && Object.keys(audio).length === 0;
}
