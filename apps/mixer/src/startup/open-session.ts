import { createSession, newId, type Labels, type OpenedSession, SessionStore } from "@headroom/session";
import { notify, sentence } from "../status/notices.js";

/** Opens the session that was changed last, or a new one. What cannot be opened is said and left as it is. */
export async function openLastSession(labels: Labels): Promise<OpenedSession> {
  const store = await SessionStore.open();
  if (store.problem !== undefined) notify("warning", store.problem);
  const options = {
    labels,
    create: () => createSession(),
    onProblem: (problem: string | undefined) =>
      problem === undefined ? notify("info", "Changes are saved again.") : notify("error", problem),
  };
  const [last] = await store.list().catch(() => []);
  if (last) {
    try {
      return await store.openSession(last.id, options);
    } catch (error) {
      notify("error", `“${last.name}” was not opened: ${sentence(error)} A new session is open instead; the old one is kept as it is.`);
    }
  }
  return store.openSession(newId(), options);
}
