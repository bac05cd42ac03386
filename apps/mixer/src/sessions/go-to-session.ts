import { createSession, newId, type SessionSummary } from "@headroom/session";
import type { Runtime } from "../app/runtime.js";
import { DEMO_PREFIX, type Sessions } from "../startup/open-session.js";
import { notify, sentence } from "../status/notices.js";
import { leaveWord } from "./parting-word.js";
import { sessionUrl } from "./session-address.js";
import { sessionsShown } from "./sessions-shown.js";

/**
 * Leaves this session for another, by loading the page: audio thread, workers and shared memory of the old one are gone
 * for certain, and the new one starts as it does on any day. Stays, with a sentence, where what was done is not on the disk.
 * @param id - `undefined`: the one that was changed last.
 */
export async function goToSession({ sessions, engine }: Runtime, id: string | undefined): Promise<void> {
  try {
    await engine.value?.saveStates();
    await sessions?.opened.saved();
    location.assign(sessionUrl(id));
  } catch (error) {
    sessionsShown.set(false);
    notify("error", `The other session was not opened, for this one is not saved: ${sentence(error)} Save it as a file (Ctrl+S) to be safe.`);
  }
}

/** Makes an empty session at this one's sample rate and opens it. */
export async function newSession(runtime: Runtime): Promise<void> {
  await told(runtime, async ({ store }) => {
    const { sampleRate } = runtime.document.snapshot();
    await goToSession(runtime, await store.add(createSession({ name: "New session", sampleRate })));
  });
}

/** Opens the demo song anew, as a session of its own. */
export function newDemo(runtime: Runtime): Promise<void> {
  return goToSession(runtime, DEMO_PREFIX + newId());
}

export async function renameSession(runtime: Runtime, { id, name: before }: SessionSummary, name: string): Promise<void> {
  if (name.trim() === "" || name === before) return;
  await told(runtime, async ({ store, opened }) => {
    if (id !== opened.id) return store.rename(id, name.trim());
    opened.document.song.rename(name.trim());
    return opened.saved();
  });
}

/** Stores a copy of a session. @returns its id. */
export async function duplicateSession(runtime: Runtime, { id }: SessionSummary): Promise<string | undefined> {
  return told(runtime, async ({ store, opened }) => {
    if (id === opened.id) {
      await runtime.engine.value?.saveStates();
      await opened.saved();
    }
    return store.duplicate(id);
  });
}

/** Puts a session away. Where it is the open one, the last one before it opens, and offers to bring it back. */
export async function deleteSession(runtime: Runtime, { id, name }: SessionSummary): Promise<void> {
  await told(runtime, async ({ store, opened }) => {
    if (id === opened.id) await opened.saved();
    await store.discard(id);
    if (id !== opened.id) return;
    leaveWord({ severity: "info", text: `“${name}” was deleted.`, deleted: id });
    const [next] = await store.list();
    location.assign(sessionUrl(next?.id));
  });
}

/** Does something with the sessions; what prevents it is said. */
async function told<Result>({ sessions }: Runtime, act: (sessions: Sessions) => Promise<Result>): Promise<Result | undefined> {
  if (!sessions) return undefined;
  try {
    return await act(sessions);
  } catch (error) {
    // The message is over the mixer, not over the list.
    sessionsShown.set(false);
    notify("error", sentence(error));
    return undefined;
  }
}
