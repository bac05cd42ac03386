import { type PluginPackage, type Session, withAudioKeys } from "@headroom/session";
import type { Runtime } from "../app/runtime.js";
import { safeFileName } from "../files/file-name.js";
import { saveFile } from "../files/save-file.js";
import { Observable } from "../state/observable.js";
import { notify, sentence } from "../status/notices.js";
import { chooseFiles } from "../files/choose-files.js";
import { goToSession } from "./go-to-session.js";
import { SESSION_ENDING } from "./is-session-file.js";
import { leaveWord } from "./parting-word.js";

/** Bytes that a browser reads at once. */
const MOST_BYTES = 2_000_000_000;

/** A session file on its way in or out: how far it is, for people; `undefined` when none is. */
export const sessionFileUnderWay = new Observable<{ readonly text: string; readonly done: number; readonly total: number } | undefined>(undefined);

/** Gives the person the open session with its audio and plugins as one file. */
export function saveSessionFile(runtime: Runtime): Promise<void> {
  const { document, library, plugins, engine } = runtime;
  return underWay(`Saving ${document.snapshot().name}`, async (show) => {
    await engine.value?.saveStates();
    const session = document.snapshot();
    const { pluginsOf, streamSessionZip } = await import("@headroom/session/interchange");
    const own = await plugins.packages(new Set(pluginsOf(session)));
    // Blobs need not stay in memory.
    const pieces: Blob[] = [];
    const missing = await streamSessionZip({ session, audio: (key) => library.stored(key), plugins: own }, (piece) => pieces.push(new Blob([piece])), show);
    saveFile(`${safeFileName(session.name, "Session")}${SESSION_ENDING}`, new Blob(pieces, { type: "application/zip" }));
    if (missing.length > 0) notify("warning", `The file was saved without the audio of ${missing.join(", ")}, which is not stored on this computer any more.`);
    else notify("info", `“${session.name}” was saved as a file with its audio.`);
  });
}

/** Lets the person choose a session file and opens it as a new session. */
export function chooseSessionFile(runtime: Runtime): void {
  chooseFiles(SESSION_ENDING, ([file]) => {
    if (file) void openSessionFile(runtime, file);
  });
}

/** Stores what is in a session file as a new session beside the others, and opens it. */
export function openSessionFile(runtime: Runtime, file: File): Promise<void> {
  return underWay(`Opening ${file.name}`, async (show) => {
    const store = runtime.sessions?.store;
    if (!store) return;
    if (store.problem !== undefined) throw new Error(`“${file.name}” was not opened. ${store.problem} A session file needs a place to be unpacked to.`);
    if (file.size > MOST_BYTES) throw new Error(`“${file.name}” has ${(file.size / 1e9).toFixed(1)} GB; browsers read up to ${MOST_BYTES / 1e9} GB at once. Save the session with fewer audio files.`);
    const { pluginsOf, SessionZip } = await import("@headroom/session/interchange");
    const zip = new SessionZip(await readBytes(file), `“${file.name}”`);
    const { session, missing } = await keepAudio(runtime, zip, show);
    const remarks = [...zip.repairs, ...(await addPlugins(runtime, pluginsOf(session), (id) => zip.plugin(id), file.name))];
    if (missing.length > 0) remarks.push(`The audio of ${missing.join(", ")} is not in the file; add it again.`);
    const id = await store.add(session);
    leaveWord({ severity: remarks.length > 0 ? "warning" : "info", text: `“${file.name}” was opened as a new session. ${remarks.join(" ")}`.trim() });
    await goToSession(runtime, id);
  });
}

async function readBytes(file: File): Promise<Uint8Array> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    throw new Error(`“${file.name}” could not be read: check that it still exists and open it once more.`);
  }
}

/** Stores a session's audio under the keys of its content, whatever the file called it. */
async function keepAudio(
  { library }: Runtime,
  zip: { readonly session: Session; audio(key: string): Parameters<Runtime["library"]["keep"]>[1] | undefined },
  show: (done: number, total: number) => void,
): Promise<{ readonly session: Session; readonly missing: readonly string[] }> {
  const entries = Object.entries(zip.session.audio);
  const keys = new Map<string, string>();
  const missing: string[] = [];
  for (const [done, [key, { name }]] of entries.entries()) {
    show(done, entries.length);
    const audio = zip.audio(key);
    if (audio) keys.set(key, await library.keep(name, audio));
    else missing.push(name);
    await new Promise((resolve) => setTimeout(resolve));
  }
  return { session: withAudioKeys(zip.session, keys), missing };
}

/** Adds plugins that came along and are not there yet. @returns what went wrong, in sentences. */
async function addPlugins({ plugins, engine }: Runtime, ids: readonly string[], packageOf: (id: string) => Promise<PluginPackage | undefined>, name: string): Promise<readonly string[]> {
  const faults: string[] = [];
  const running = engine.value;
  for (const id of running ? ids : []) {
    try {
      const found = plugins.entry(id) ? undefined : await packageOf(id);
      if (running && found) await plugins.add(running, found, { kind: "file", name }, () => Promise.resolve(false));
    } catch (error) {
      faults.push(sentence(error));
    }
  }
  return faults;
}

async function underWay(text: string, act: (show: (done: number, total: number) => void) => Promise<void>): Promise<void> {
  if (sessionFileUnderWay.value) {
    notify("warning", `${sessionFileUnderWay.value.text} is not done yet; try again then.`);
    return;
  }
  const show = (done: number, total: number) => sessionFileUnderWay.set({ text, done, total });
  show(0, 1);
  try {
    await act(show);
  } catch (error) {
    notify("error", sentence(error));
  } finally {
    sessionFileUnderWay.set(undefined);
  }
}
