import { createSession, newId, type Labels, type OpenedSession, SessionStore } from "@headroom/session";
import { addressedSession, nameInAddress } from "../sessions/session-address.js";
import { sayPartingWord } from "../sessions/parting-word.js";
import { notify, sentence } from "../status/notices.js";

/** How ids of sessions begin that start with the demo song. */
export const DEMO_PREFIX = "demo-";

/** The sessions of this browser, and the one that this page has open. */
export interface Sessions {
  readonly store: SessionStore;
  readonly opened: OpenedSession;
}

/**
 * Opens the session that the address names, else the one that was changed last, else the demo. What cannot be opened is said
 * and left as it is.
 */
export async function openStartSession(labels: Labels): Promise<Sessions> {
  const store = await SessionStore.open();
  if (store.problem !== undefined) notify("warning", store.problem);
  const options = {
    labels,
    create: () => createSession(),
    onProblem: (problem: string | undefined) =>
      problem === undefined ? notify("info", "Changes are saved again.") : notify("error", problem),
  };
  const list = await store.list().catch(() => []);
  const wanted = addressedSession();
  const addressed = list.find(({ id }) => id === wanted);
  const isNewDemo = wanted?.startsWith(DEMO_PREFIX) === true && !addressed;
  if (wanted !== undefined && !addressed && !isNewDemo) notify("warning", `The session of this address is not stored in this browser, or was deleted. ${list[0] ? `“${list[0].name}”, the last one, is open instead.` : "The demo is open instead."}`);
  const first = addressed ?? (isNewDemo ? undefined : list[0]);
  let id = first?.id ?? (isNewDemo ? wanted : DEMO_PREFIX + newId());
  let opened: OpenedSession | undefined;
  if (first) {
    try {
      opened = await store.openSession(first.id, options);
    } catch (error) {
      notify("error", `“${first.name}” was not opened: ${sentence(error)} A new session is open instead; the old one is kept as it is.`);
      id = newId();
    }
  }
  opened ??= await store.openSession(id, options);
  if (store.problem === undefined) nameInAddress(id);
  sayPartingWord(store);
  return { store, opened };
}
